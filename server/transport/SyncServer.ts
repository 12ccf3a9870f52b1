// WebSocket side: checks an upgrade before the socket exists, joins it to its room, watches that it is alive. Every
// socket has an error listener and every message one guarded entry; nothing here can end the process.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { closeCodes, type CloseReason } from '../../shared/protocol/closeCodes.ts'
import { RETURN_MAX_BYTES } from '../../shared/protocol/limits.ts'
import type { LoopLag } from '../ops/LoopLag.ts'
import { Connection } from '../rooms/Connection.ts'
import type { Cancel } from '../rooms/Clock.ts'
import type { Room } from '../rooms/Room.ts'
import { clientAddress, isLoopback, isOwnHost, isOwnOrigin } from './addresses.ts'
import { endSocket } from './endSocket.ts'
import type { ServerContext } from './ServerContext.ts'
import { SocketWire } from './SocketWire.ts'

const SUBPROTOCOL = 'journeyboard'
const TOKEN_PREFIX = 'token.'
/** Longest subprotocol header that is looked at. */
const MAX_PROTOCOL_HEADER = 256
const roomPath = /^\/sync\/([0-9a-z]{10,32})\/(board|drafts)$/
/** Sockets are looked at this often. Half-open ones are found 30 to 35 s after their last sign of life. */
const BEAT_MS = 5_000
/** Every third beat asks for a sign of life; it also keeps proxies from closing a quiet socket. */
const BEATS_PER_PING = 3
const MAX_SILENT_BEATS = 6
/** A message on the wire has a few bytes around the update. */
const MAX_PAYLOAD_BYTES = RETURN_MAX_BYTES + 64
const MAX_UPGRADES_IN_FLIGHT = 200
/** Who was told to go and does not answer is let go after this; refused ones are counted nowhere else. */
const CLOSE_TIMEOUT_MS = 5_000
/** Apart from the other options: the package's types do not know this one. */
const closing = { closeTimeout: CLOSE_TIMEOUT_MS }

/** The board of a room, or the drafts of one participant. */
type SyncTarget = Pick<Room, 'join' | 'leave' | 'receive' | 'refuseText'>

interface Admission {
  readonly room: Room
  readonly target: SyncTarget
  readonly participantId: string
}

export class SyncServer {
  private readonly server: ServerContext
  private readonly lag: LoopLag
  private readonly sockets: WebSocketServer
  private readonly wires = new Set<SocketWire>()
  private readonly perAddress = new Map<string, number>()
  private heartbeat: Cancel
  private beats = 0
  private upgrades = 0
  private lastConnection = 0
  private stopping = false

  constructor(server: ServerContext, http: Server, lag: LoopLag) {
    this.server = server
    this.lag = lag
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: MAX_PAYLOAD_BYTES,
      perMessageDeflate: false,
      ...closing,
      // Only the name is answered, never the token beside it.
      handleProtocols: (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    })
    this.sockets.on('error', (error) => server.log.error('socket server', { reason: error.message }))
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
    this.heartbeat = server.clock.after(BEAT_MS, this.beat)
  }

  get connectionCount(): number {
    return this.wires.size
  }

  get bufferedBytes(): number {
    return [...this.wires].reduce((sum, wire) => sum + wire.bufferedBytes, 0)
  }

  /** Refuses new sockets from now on; open ones are closed by their rooms. */
  refuseNew(): void {
    this.stopping = true
    this.heartbeat()
  }

  /** Ends what did not go by itself. */
  stop(): void {
    this.refuseNew()
    for (const wire of this.wires) wire.terminate()
    this.sockets.close()
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Before `ws` takes over, a socket error would have no listener.
    socket.on('error', () => socket.destroy())
    if (this.upgrades >= MAX_UPGRADES_IN_FLIGHT || this.stopping || this.lag.isOverloaded) {
      this.server.metrics.refused('busy')
      return refuseUpgrade(socket, 503, 'Service Unavailable')
    }
    this.upgrades++
    this.admit(request, socket, head)
      .catch((error: unknown) => {
        this.server.log.error('upgrade failed', { reason: String(error) })
        refuseUpgrade(socket, 500, 'Internal Server Error')
      })
      .finally(() => this.upgrades--)
  }

  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { config, registry } = this.server
    if (!isOwnHost(request, config)) return refuseUpgrade(socket, 421, 'Misdirected Request')
    if (!isOwnOrigin(request, config)) return refuseUpgrade(socket, 403, 'Forbidden')
    const { path, token } = readRequest(request)
    const [, id, document] = roomPath.exec(path) ?? []
    if (id === undefined) return refuseUpgrade(socket, 404, 'Not Found')
    const address = clientAddress(request, config.trustProxy)
    if (!this.hasRoomFor(request, address)) return refuseUpgrade(socket, 503, 'Service Unavailable')
    const opened = await registry.open(id)
    if (opened.ok) {
      const { room, drafts } = opened.room
      const participant = token === null ? null : room.workshop.participantByToken(token)
      const isFull = room.connectionCount >= config.limits.maxPeoplePerRoom
      const refusal = participant ? (isFull ? 'full' : null) : 'notAllowed'
      if (refusal !== null || !participant) return this.accept(request, socket, head, address, refusal ?? 'notAllowed')
      const target = document === 'drafts' ? drafts.of(participant.id) : room
      return this.accept(request, socket, head, address, { room, target, participantId: participant.id })
    }
    const reasons = { unknown: 'unknownRoom', damaged: 'damagedRoom', stopping: 'serverStopping' } as const
    return this.accept(request, socket, head, address, reasons[opened.reason])
  }

  private hasRoomFor(request: IncomingMessage, address: string): boolean {
    const { limits } = this.server.config
    if (this.wires.size >= limits.maxConnections) return false
    return isLoopback(request) || (this.perAddress.get(address) ?? 0) < limits.maxConnectionsPerAddress
  }

  /** Opens the socket; a refusal is told as a close code, because a browser cannot read a refused upgrade. */
  private accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    address: string,
    admission: Admission | CloseReason,
  ): void {
    if (socket.destroyed) return
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (typeof admission === 'string') {
        webSocket.on('error', () => webSocket.terminate())
        this.server.metrics.closed(admission)
        webSocket.close(closeCodes[admission].code, closeCodes[admission].meaning)
        return
      }
      this.connect(webSocket, socket, address, admission)
    })
  }

  private connect(
    webSocket: WebSocket,
    socket: Duplex,
    address: string,
    { room, target, participantId }: Admission,
  ): void {
    const { clock, config, log } = this.server
    const participant = room.workshop.participant(participantId)
    const wire = new SocketWire(webSocket, socket)
    const id = `c${++this.lastConnection}`
    const connection = new Connection(
      id,
      participantId,
      participant?.role ?? 'viewer',
      wire,
      config.limits,
      clock.elapsedMs(),
    )
    this.wires.add(wire)
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1)
    webSocket.on('message', (data: Buffer, isBinary) => {
      wire.isAlive = true
      if (isBinary) target.receive(connection, data)
      else target.refuseText(connection)
    })
    webSocket.on('pong', () => (wire.isAlive = true))
    // Bad frames and over-long messages end up here; `ws` closes the socket with the right code by itself.
    webSocket.on('error', (error) =>
      log.debug('socket error', { room: room.id, connection: id, reason: error.message }),
    )
    webSocket.on('close', () => {
      this.wires.delete(wire)
      const left = (this.perAddress.get(address) ?? 1) - 1
      if (left > 0) this.perAddress.set(address, left)
      else this.perAddress.delete(address)
      target.leave(connection)
    })
    target.join(connection)
  }

  private readonly beat = (): void => {
    this.heartbeat = this.server.clock.after(BEAT_MS, this.beat)
    this.beats++
    for (const wire of this.wires) {
      if (wire.countSilentBeats() >= MAX_SILENT_BEATS) {
        this.server.metrics.closed('idle')
        wire.terminate()
      } else if (this.beats % BEATS_PER_PING === 0) wire.ping()
    }
  }
}

/** Path without the query, and the token from the subprotocols (or the query, for command-line clients). */
function readRequest(request: IncomingMessage): { path: string; token: string | null } {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const header = request.headers['sec-websocket-protocol'] ?? ''
  const protocols = header.length > MAX_PROTOCOL_HEADER ? [] : header.split(',').map((part) => part.trim())
  const offered = protocols.find((protocol) => protocol.startsWith(TOKEN_PREFIX))
  return { path, token: offered?.slice(TOKEN_PREFIX.length) ?? new URLSearchParams(query).get('token') }
}

function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  endSocket(socket, `${status} ${text}`, status === 503 ? 'Retry-After: 5\r\n' : '')
}
