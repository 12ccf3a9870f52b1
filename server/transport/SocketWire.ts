// A `ws` socket as the rooms see it. Frames come ready made and are written to the raw socket as they are: framing
// once per tick instead of once per socket. Safe because nothing else writes data frames to it (no compression, no
// `webSocket.send`), and `ws` writes its control frames whole.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Wire } from '../rooms/Connection.ts'

/** After asking politely, the socket is cut. */
const CLOSE_TIMEOUT_MS = 5_000

export class SocketWire implements Wire {
  private readonly webSocket: WebSocket
  private readonly socket: Duplex
  /** Set by every message and pong, cleared by every beat. */
  isAlive = true
  private silentBeats = 0
  private resumeTimer: NodeJS.Timeout | null = null

  constructor(webSocket: WebSocket, socket: Duplex) {
    this.webSocket = webSocket
    this.socket = socket
  }

  get bufferedBytes(): number {
    return this.socket.writableLength
  }

  write(frames: Uint8Array): void {
    if (this.webSocket.readyState === this.webSocket.OPEN) this.socket.write(frames)
  }

  pause(durationMs: number): void {
    if (this.resumeTimer) clearTimeout(this.resumeTimer)
    this.webSocket.pause()
    this.resumeTimer = setTimeout(() => {
      this.resumeTimer = null
      this.webSocket.resume()
    }, durationMs)
  }

  close(code: number, meaning: string): void {
    this.stopPause()
    this.webSocket.close(code, meaning)
    const timer = setTimeout(() => this.webSocket.terminate(), CLOSE_TIMEOUT_MS)
    timer.unref()
    this.webSocket.once('close', () => clearTimeout(timer))
  }

  /** One more look at it: for how many of them nothing has come. */
  countSilentBeats(): number {
    // Somebody we do not read from at the moment cannot answer.
    this.silentBeats = this.isAlive || this.resumeTimer ? 0 : this.silentBeats + 1
    this.isAlive = false
    return this.silentBeats
  }

  ping(): void {
    if (this.webSocket.readyState === this.webSocket.OPEN) this.webSocket.ping()
  }

  terminate(): void {
    this.stopPause()
    this.webSocket.terminate()
  }

  private stopPause(): void {
    if (!this.resumeTimer) return
    clearTimeout(this.resumeTimer)
    this.resumeTimer = null
    this.webSocket.resume()
  }
}
