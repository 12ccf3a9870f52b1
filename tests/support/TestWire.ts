// A socket in memory: keeps what the room wrote, message by message, until the test reads it. Checks that every
// message has a frame of its own, as stock clients need.
import type { Wire } from '../../server/rooms/Connection.ts'

export class TestWire implements Wire {
  /** Messages written and not taken yet. */
  private messages: Uint8Array[] = []
  /** Bytes of every write, for tests about how often something is written. */
  readonly writes: number[] = []
  closedWith: number | null = null
  pausedMs = 0
  /** A reader that takes nothing: what is written counts as buffered. */
  isStuck = false
  bufferedBytes = 0

  write(frames: Uint8Array): void {
    this.writes.push(frames.length)
    this.messages.push(...readFrames(frames))
    if (this.isStuck) this.bufferedBytes += frames.length
  }

  pause(durationMs: number): void {
    this.pausedMs = durationMs
  }

  close(code: number): void {
    this.closedWith ??= code
  }

  /** The stuck reader takes everything. */
  drain(): void {
    this.isStuck = false
    this.bufferedBytes = 0
  }

  take(): Uint8Array[] {
    const messages = this.messages
    this.messages = []
    return messages
  }
}

/** Server frames: binary, final, unmasked. Throws on anything else. */
function readFrames(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const messages: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    if (view.getUint8(at) !== 0x82) throw new Error(`Not a binary final frame at ${at}`)
    let length = view.getUint8(at + 1)
    at += 2
    if (length === 126) {
      length = view.getUint16(at)
      at += 2
    } else if (length === 127) {
      length = Number(view.getBigUint64(at))
      at += 8
    }
    messages.push(bytes.slice(at, at + length))
    at += length
  }
  return messages
}
