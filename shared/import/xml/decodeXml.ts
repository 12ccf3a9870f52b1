// Bytes of an XML file → text. The file says itself in which encoding it is written: by a mark at the start, else in its
// first line, else it is UTF-8. Bytes that do not fit are not guessed at: half of the letters would come out wrong.
import type { XmlFault } from './readXml.ts'

export type DecodedXml = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: XmlFault }

/** How far the first line is looked for, bytes. */
const DECLARATION_BYTES = 200
const LINE_END = 0x0a

export function decodeXml(bytes: Uint8Array): DecodedXml {
  const told = markedEncoding(bytes) ?? declaredEncoding(bytes)
  const encoding = told ?? 'utf-8'
  let decoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    const sentence = `The encoding ‘${encoding}’ is not known here. Save the file as UTF-8.`
    return { ok: false, fault: { line: 1, column: 1, sentence } }
  }
  try {
    return { ok: true, text: decoder.decode(bytes) }
  } catch {
    const says = told === null ? '' : ', as the file says it is'
    const sentence = `This is not written in ${encoding.toUpperCase()}${says}. Save the file as UTF-8.`
    return { ok: false, fault: { ...firstWrongByte(bytes, encoding), sentence } }
  }
}

/** The marks of the encodings, and what `<` looks like where each letter has two bytes. */
function markedEncoding([first = -1, second = -1, third = -1]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0x3c && second === 0) return 'utf-16le'
  return first === 0 && second === 0x3c ? 'utf-16be' : null
}

/** As the first line has it; null if it has none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES))
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase() ?? null
  // A letter would have two bytes then, and the first line could not have been read.
  return declared !== null && declared.startsWith('utf-16') ? 'utf-8' : declared
}

/** Line by line: an end of line is one byte in every encoding that is looked at here. */
function firstWrongByte(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  if (encoding.startsWith('utf-16')) return { line: 1, column: 1 }
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_END, start)
    const words = bytes.subarray(start, end < 0 ? bytes.length : end)
    try {
      decoder.decode(words)
    } catch {
      return { line, column: new TextDecoder(encoding).decode(words).indexOf('\uFFFD') + 1 }
    }
    if (end < 0) break
    start = end + 1
  }
  return { line, column: 1 }
}
