// A list in Markdown → a table: headings are stages, items are cards, what is indented below an item says more about it.
import { asTable, type TableResult, type TableRow } from './Table.ts'

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/
const ITEM = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/

const header = ['Stage', 'Text', 'Evidence']

interface Item {
  readonly line: number
  readonly stage: string
  readonly words: string
  readonly below: string[]
}

export function readMarkdown(text: string): TableResult {
  const items: Item[] = []
  let stage = ''
  let indent = 0
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    const heading = HEADING.exec(line)
    if (heading) {
      stage = plain(heading[1] ?? '')
      return
    }
    const item = ITEM.exec(line)
    const last = items.at(-1)
    if (item) {
      const depth = (item[1] ?? '').replaceAll('\t', '    ').length
      const words = plain(item[2] ?? '')
      const isBelow = last !== undefined && last.stage === stage && depth > indent
      if (isBelow) last.below.push(words)
      else {
        indent = depth
        items.push({ line: at + 1, stage, words, below: [] })
      }
    } else if (last && line.trim() !== '' && /^\s/.test(line)) last.below.push(plain(line))
  })
  const rows = items.map(({ line, stage: under, words, below }): TableRow => {
    return { number: line, cells: [under, words, below.join('\n')] }
  })
  if (rows.length === 0)
    return { ok: false, sentence: 'There is no list in this file. Items start with "-", "*" or a number.' }
  return asTable('', [{ number: 0, cells: header }, ...rows])
}

/** Words without the marks for bold, italic, code and links. */
function plain(words: string): string {
  return words
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replaceAll(/(^|\s)[*_](\S.*?)[*_](?=\s|$)/g, '$1$2')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .trim()
}
