// A WebSocket client on a bare TCP socket, made to cost almost nothing: the load shares its machine with the server it
// measures. What arrives is shown as raw bytes in one buffer that all sockets share; frames are not taken apart.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Only looked at inside the callback, before the next read. */
const readBuffer = Buffer.allocUnsafe(256 * 1024)
const END_OF_HEAD = Buffer.from('\r\n\r\n')
const BINARY_FINAL = 0x82
const PONG_FINAL = 0x8a
const MASKED = 0x80

export class RawSocket {
  /** Every read; the bytes are only valid during the call. */
  onBytes: (bytes: Buffer) => void = () => {}
  bytesRead = 0
  private readonly socket: Socket

  private constructor(socket: Socket) {
    this.socket = socket
  }

  /** Resolves when the socket is open; rejects when it is refused. */
  static open(url: string, token: string | null): Promise<RawSocket> {
    const { hostname, port, pathname } = new URL(url)
    return new Promise((resolve, reject) => {
      let head: Buffer | null = Buffer.alloc(0)
      const take = (length: number): boolean => {
        const bytes = readBuffer.subarray(0, length)
        if (head === null) raw.take(bytes)
        else {
          head = Buffer.concat([head, bytes])
          const end = head.indexOf(END_OF_HEAD)
          if (end < 0) return true
          const rest = head.subarray(end + END_OF_HEAD.length)
          const status = head.toString('latin1', 9, 12)
          head = null
          if (status === '101') resolve(raw)
          else reject(new Error(`refused with ${status}`))
          // The caller sets its listener first.
          if (rest.length > 0) setImmediate(() => raw.take(rest))
        }
        return true
      }
      const socket = connect({
        host: hostname,
        port: Number(port),
        noDelay: true,
        onread: { buffer: readBuffer, callback: take },
      })
      const raw = new RawSocket(socket)
      socket.on('error', reject)
      socket.on('connect', () => socket.write(upgradeRequest(hostname, port, pathname, token)))
    })
  }

  /** One binary message. The mask is zero: nothing has to be changed in it. */
  send(message: Uint8Array): void {
    const { length } = message
    const headBytes = length < 126 ? 6 : length < 65_536 ? 8 : 14
    const frame = Buffer.alloc(headBytes + length)
    frame[0] = BINARY_FINAL
    if (length < 126) frame[1] = MASKED | length
    else if (length < 65_536) {
      frame[1] = MASKED | 126
      frame.writeUInt16BE(length, 2)
    } else {
      frame[1] = MASKED | 127
      frame.writeBigUInt64BE(BigInt(length), 2)
    }
    frame.set(message, headBytes)
    this.socket.write(frame)
  }

  /** A sign of life, as browsers answer pings by themselves: who is silent for 30 s counts as gone. */
  sendPong(): void {
    this.socket.write(Buffer.from([PONG_FINAL, MASKED, 0, 0, 0, 0]))
  }

  close(): void {
    this.onBytes = () => {}
    this.socket.destroy()
  }

  private take(bytes: Buffer): void {
    this.bytesRead += bytes.length
    this.onBytes(bytes)
  }
}

function upgradeRequest(host: string, port: string, path: string, token: string | null): string {
  const protocol = token === null ? '' : `Sec-WebSocket-Protocol: journeyboard, token.${token}\r\n`
  return (
    `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${protocol}\r\n`
  )
}
