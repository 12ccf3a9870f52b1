// A strict reader of XML for tests: what is not well-formed throws with the place. Enough for what this program writes
// (no document types, no CDATA): everything else throws too.

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const nameStart = String.raw`[\p{L}_:]`
const tag = new RegExp(
  String.raw`<(/?)(${nameStart}[\p{L}\p{N}_:.-]*)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`,
  'uy',
)
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
/** What XML 1.0 allows. */
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

export function parseXml(xml: string): XmlElement {
  if (!allowed.test(xml)) throw new Error('not well-formed: a character that XML does not allow')
  const top: OpenElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  const prolog = /^\uFEFF?<\?xml[^>]*\?>\s*/.exec(xml)?.[0] ?? ''
  let at = prolog.length
  while (at < xml.length) at = readNext(xml, at, open)
  const [root, ...rest] = top.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  if (open.length !== 1 || typeof root !== 'object' || rest.length > 0) throw new Error('not well-formed: not one root')
  return root
}

function readNext(xml: string, at: number, open: OpenElement[]): number {
  const current = open.at(-1)
  if (!current) throw new Error('not well-formed: too many end tags')
  if (xml[at] !== '<') {
    const end = xml.indexOf('<', at)
    const text = xml.slice(at, end === -1 ? xml.length : end)
    if (text.includes(']]>')) throw new Error(`not well-formed at ${at}: ]]>`)
    current.children.push(unescape(text))
    return at + text.length
  }
  tag.lastIndex = at
  const match = tag.exec(xml)
  if (!match) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 80)}`)
  const [whole, slash, name = '', inside = '', empty] = match
  if (slash) {
    if (name !== current.name || open.length === 1) throw new Error(`not well-formed at ${at}: </${name}>`)
    open.pop()
    return at + whole.length
  }
  const element: OpenElement = { name, attributes: attributesOf(inside), children: [] }
  current.children.push(element)
  if (!empty) open.push(element)
  return at + whole.length
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`not well-formed: ${name} is there twice`)
    attributes[name] = unescape(double ?? single ?? '')
  }
  return attributes
}

function unescape(text: string): string {
  return text.replaceAll(/&([^;&\s]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name)
    const plain = code ? String.fromCodePoint(parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10)) : entities[name]
    if (plain === undefined || !whole.endsWith(';')) throw new Error(`not well-formed: ${whole}`)
    return plain
  })
}

/** The element and all below it, in the order of the text. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child)))]
}

/** Every element of that name, in order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return everyElement(element).filter((one) => one.name === name)
}

/** The words inside. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
