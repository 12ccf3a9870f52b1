// Words of an XML file → what they stand for: the five names of the language, and characters by number. Every other name
// would need a document type.

export type DecodedWords =
  | { readonly ok: true; readonly text: string }
  /** `offset`: of what is wrong, from the start of the words. */
  | { readonly ok: false; readonly offset: number; readonly sentence: string }

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** An & and what may follow it: `#65`, `#x41`, `amp`; nothing if it follows as a character of its own. */
const reference = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z][\w.-]{0,40}))?(;?)/y
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u

export function decodeReferences(words: string): DecodedWords {
  const parts: string[] = []
  let at = 0
  for (let start = words.indexOf('&'); start >= 0; start = words.indexOf('&', at)) {
    reference.lastIndex = start
    const [all = '&', decimal, hexadecimal, name, end] = reference.exec(words) ?? []
    const found = end === ';' ? characterOf(decimal, hexadecimal, name) : null
    if (found === null) return { ok: false, offset: start, sentence: sentenceOf(all, name, end) }
    parts.push(words.slice(at, start), found)
    at = start + all.length
  }
  return { ok: true, text: parts.length === 0 ? words : parts.join('') + words.slice(at) }
}

function characterOf(
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string | null {
  if (name !== undefined) return Object.hasOwn(names, name) ? (names[name] ?? null) : null
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  if (Number.isNaN(code) || code > 0x10_ff_ff) return null
  const character = String.fromCodePoint(code)
  return allowed.test(character) ? character : null
}

function sentenceOf(all: string, name: string | undefined, end: string | undefined): string {
  if (name !== undefined && end === ';') return `‘${all}’ is not known here. Write the character itself.`
  return `An & in words is written &amp;.`
}
