// How many requests are answered at once: of one connection, and of one address. A connection that sends thousands without
// waiting for answers would otherwise have all of them before anybody else's next one.
import type { RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Config } from '../config.ts'
import type { RoomMetrics } from '../rooms/RoomMetrics.ts'
import { clientAddress, isLoopback } from './addresses.ts'
import { problems } from './httpError.ts'

interface OpenRequests {
  count: number
  /** The connection has had its last answer: what it still sends is nobody's. */
  isOver: boolean
}

export class RequestGate {
  readonly #config: Config
  readonly #metrics: Pick<RoomMetrics, 'refused'>
  readonly #perConnection = new WeakMap<Socket, OpenRequests>()
  readonly #perAddress = new Map<string, number>()

  constructor(config: Config, metrics: Pick<RoomMetrics, 'refused'>) {
    this.#config = config
    this.#metrics = metrics
  }

  /** The listener for what is let through; the rest is answered here. */
  guard(listener: RequestListener): RequestListener {
    return (request, response) => {
      const open = this.#openOf(request.socket)
      if (open.isOver) return
      const { maxPipelinedRequests, maxRequestsPerAddress } = this.#config.limits
      if (open.count >= maxPipelinedRequests) return this.#end(open, request.socket, response, 'maxPipelinedRequests')
      const address = isLoopback(request) ? null : clientAddress(request, this.#config.trustProxy)
      if (address !== null && (this.#perAddress.get(address) ?? 0) >= maxRequestsPerAddress)
        return this.#end(open, request.socket, response, 'maxRequestsPerAddress')
      this.#count(response, open, address)
      listener(request, response)
    }
  }

  #openOf(socket: Socket): OpenRequests {
    const open = this.#perConnection.get(socket) ?? { count: 0, isOver: false }
    this.#perConnection.set(socket, open)
    return open
  }

  #count(response: ServerResponse, open: OpenRequests, address: string | null): void {
    open.count++
    if (address !== null) this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1)
    response.once('close', () => {
      open.count--
      if (address === null) return
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left > 0) this.#perAddress.set(address, left)
      else this.#perAddress.delete(address)
    })
  }

  /** Comes after the answers to what was asked before; then the connection is closed. */
  #end(open: OpenRequests, socket: Socket, response: ServerResponse, limit: string): void {
    open.isOver = true
    // What else comes is not even read. Of the request: a response has no socket before its turn.
    socket.pause()
    // Each answer to what was asked before would start reading again.
    socket.on('resume', () => socket.pause())
    this.#metrics.refused(limit)
    const { status, code, message } = problems.tooMany
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Retry-After': '5',
      Connection: 'close',
    })
    response.end(JSON.stringify({ error: { code, message } }))
  }
}
