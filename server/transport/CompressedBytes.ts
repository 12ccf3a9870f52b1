// Bytes that many people ask for within the same moment, compressed once for all of them.
import { compressBytes, type Encoding } from './compressBytes.ts'

export class CompressedBytes {
  /** Goes with what the bytes are of. */
  private readonly made = new WeakMap<object, Map<Encoding, Promise<Buffer>>>()

  /** `of`: what has these bytes for as long as it lives. */
  get(of: object, bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
    const made = this.made.get(of) ?? new Map<Encoding, Promise<Buffer>>()
    this.made.set(of, made)
    const compressed = made.get(encoding) ?? compressBytes(encoding, bytes)
    made.set(encoding, compressed)
    return compressed
  }
}
