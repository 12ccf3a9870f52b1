// SQLite ends its write-ahead log at the first frame whose checksum is wrong and says nothing. A frame that is whole,
// belongs to this log and has a wrong checksum was damaged after it was written: what came with it is lost, and that
// must be said. A last frame cut short is how a kill in the middle of a write looks; nothing in it was committed.
import { existsSync, readFileSync } from 'node:fs'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** Read as big-endian; the last bit tells in which byte order the checksums count. */
const MAGIC = 0x377f0682

/** What is wrong with the log of a database, or null. Reads the file, changes nothing. */
export function findLogFault(databasePath: string): string | null {
  const path = `${databasePath}-wal`
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  if (bytes.length < HEADER_BYTES) return null
  const magic = bytes.readUInt32BE(0)
  if ((magic & ~1) >>> 0 !== MAGIC) return 'the log does not start as a log'
  const isBigEndian = (magic & 1) === 1
  const pageBytes = bytes.readUInt32BE(8)
  if (pageBytes < 512 || pageBytes > 65_536) return 'the log has an impossible page size'
  const salts = bytes.subarray(16, 24)
  let sum = checksum(bytes, 0, 24, isBigEndian, [0, 0])
  if (!isSum(bytes, 24, sum)) return 'the start of the log is damaged'
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  for (let at = HEADER_BYTES; at + frameBytes <= bytes.length; at += frameBytes) {
    // Frames of an earlier round of the log follow the last one of this.
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) return null
    sum = checksum(bytes, at, 8, isBigEndian, sum)
    sum = checksum(bytes, at + FRAME_HEADER_BYTES, pageBytes, isBigEndian, sum)
    if (!isSum(bytes, at + 16, sum)) return `the log is damaged at byte ${at}; what it held from there on is lost`
  }
  return null
}

type Sum = readonly [number, number]

/** SQLite's running checksum over pairs of 32-bit words. */
function checksum(bytes: Buffer, start: number, length: number, isBigEndian: boolean, [first, second]: Sum): Sum {
  let a = first
  let b = second
  for (let at = start; at < start + length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

function isSum(bytes: Buffer, at: number, [first, second]: Sum): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second
}
