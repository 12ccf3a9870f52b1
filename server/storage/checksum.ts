// CRC-32 of a row, over the key columns too: a row that turns up under another key is as damaged as a flipped bit.
import { crc32 } from 'node:zlib'

export function rowChecksum(key: string, content: Uint8Array | string): number {
  return crc32(content, crc32(`${key}\n`))
}
