// The elements of a drawing that this program wrote itself (shared/export/svg): attributes always in double quotes, no
// comments, no style sheets. Anything else throws; SVG of others never comes here.

export interface SvgNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly SvgNode[]
  /** Words directly inside. */
  readonly words: string
}

interface OpenNode {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: SvgNode[]
  words: string
}

const tag = /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>/y
const attribute = /([\w:-]+)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

export function readSvg(svg: string): SvgNode {
  const root: OpenNode = { name: '', attributes: {}, children: [], words: '' }
  const open = [root]
  let at = 0
  while (at < svg.length) {
    const current = open.at(-1) ?? root
    const next = svg.indexOf('<', at)
    const end = next === -1 ? svg.length : next
    if (end > at) current.words += unescape(svg.slice(at, end))
    if (end === svg.length) break
    tag.lastIndex = end
    const match = tag.exec(svg)
    if (!match) throw new Error(`not a drawing of ours at ${end}`)
    const [whole, isEnd, name = '', inside = '', isEmpty] = match
    at = end + whole.length
    if (isEnd) open.pop()
    else {
      const node: OpenNode = { name, attributes: attributesOf(inside), children: [], words: '' }
      current.children.push(node)
      if (!isEmpty) open.push(node)
    }
  }
  const [first] = root.children
  if (!first || open.length !== 1) throw new Error('not one drawing')
  return first
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(attribute)) attributes[name] = unescape(value)
  return attributes
}

function unescape(text: string): string {
  return text.includes('&') ? text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '') : text
}
