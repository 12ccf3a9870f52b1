// WebSocket frames (RFC 6455) made once and written to many sockets as they are. Only what a server sends here:
// binary, final, unmasked, not compressed.

const BINARY_FINAL = 0x82

/** One buffer with a frame per message: one write per socket, and still one message per frame. */
export function frameMessages(messages: readonly Uint8Array[]): Uint8Array {
  const total = messages.reduce((sum, message) => sum + headerBytes(message.length) + message.length, 0)
  const frames = Buffer.allocUnsafe(total)
  let at = 0
  for (const message of messages) {
    at = writeHeader(frames, at, message.length)
    frames.set(message, at)
    at += message.length
  }
  return frames
}

function headerBytes(length: number): number {
  if (length < 126) return 2
  return length < 65_536 ? 4 : 10
}

function writeHeader(frames: Buffer, start: number, length: number): number {
  let at = frames.writeUInt8(BINARY_FINAL, start)
  if (length < 126) return frames.writeUInt8(length, at)
  if (length < 65_536) {
    at = frames.writeUInt8(126, at)
    return frames.writeUInt16BE(length, at)
  }
  at = frames.writeUInt8(127, at)
  return frames.writeBigUInt64BE(BigInt(length), at)
}
