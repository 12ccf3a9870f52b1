// Bytes of a text file → text. Spreadsheet programs write whatever their system writes: the encoding is told by the mark
// at the start, else by what is valid.

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** What text without a mark is looked at for, bytes. */
const SAMPLE_BYTES = 4_096

/** Null: bytes that are no text in any of these encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const encoding = markedEncoding(bytes) ?? unmarkedEncoding(bytes)
  if (encoding === null) return null
  // `TextDecoder` takes the mark off.
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

function unmarkedEncoding(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  // Latin letters in UTF-16 have a zero in every second byte; other text has none, or a stray one that somebody pasted.
  const half = sample.length / 2
  if (odd > half / 2 && even < half / 20) return 'utf-16le'
  if (even > half / 2 && odd < half / 20) return 'utf-16be'
  if (even + odd > sample.length / 10) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
