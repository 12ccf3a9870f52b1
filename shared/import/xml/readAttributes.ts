// The attributes of one tag as it stands in the file. saxen's own reading of them lets half of a wrong one pass and refuses
// blanks around the = that programs do write.
import { decodeReferences } from './decodeReferences.ts'

export type ReadAttributes =
  | { readonly ok: true; readonly attributes: ReadonlyMap<string, string> }
  /** `offset`: of what is wrong, from the start of the tag. */
  | { readonly ok: false; readonly offset: number; readonly sentence: string }

/** One for all tags that have none: most. */
const none: ReadAttributes = { ok: true, attributes: new Map() }

const attribute = /\s+([\p{L}_:][\p{L}\p{N}_:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const rest = /\s*\/?>$/y

/** `tag`: from its < to its >; `name`: of the element. Keys come without the prefixes of namespaces, which are left out themselves. */
export function readAttributes(tag: string, name: string): ReadAttributes {
  let at = name.length + 1
  const attributes = new Map<string, string>()
  const seen = new Set<string>()
  for (;;) {
    rest.lastIndex = at
    if (rest.test(tag)) return seen.size === 0 ? none : { ok: true, attributes }
    attribute.lastIndex = at
    const found = attribute.exec(tag)
    const start = at + Math.max(0, tag.slice(at, at + MAX_BLANKS).search(/\S/))
    if (!found) return { ok: false, offset: start, sentence: 'An attribute is written name="value".' }
    const [all, key = '', double, single] = found
    const words = double ?? single ?? ''
    const value = decodeReferences(words)
    if (!value.ok) return { ...value, offset: at + all.length - 1 - words.length + value.offset }
    if (seen.has(key)) return { ok: false, offset: start, sentence: `The attribute ‘${key}’ is there twice.` }
    seen.add(key)
    if (!/^xmlns(:|$)/.test(key)) attributes.set(key.slice(key.indexOf(':') + 1), value.text)
    at += all.length
  }
}

/** How far the start of something wrong is looked for. */
const MAX_BLANKS = 1_000
