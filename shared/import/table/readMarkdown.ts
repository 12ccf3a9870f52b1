// A list in Markdown → a table: headings are stages, items are cards, what is indented below an item says more about it.
import { asTable, type TableResult, type TableRow } from './Table.ts'

const HEADING = /^#{1,6}\s+(.*)$/
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
      stage = plain(withoutClosing((heading[1] ?? '').trimEnd()))
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

/** "Preparing ##" is the heading "Preparing"; "Working in C#" is one as it stands. */
function withoutClosing(words: string): string {
  let end = words.length
  while (words[end - 1] === '#') end--
  return end === 0 || words.slice(0, end).trimEnd().length < end ? words.slice(0, end).trimEnd() : words
}

/**
 * Words without the marks for bold, italic, code and links. No pattern looks beyond the next mark of its kind: a line of
 * a million brackets is read in one go.
 */
function plain(words: string): string {
  return words
    .replaceAll(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replaceAll(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replaceAll(/(^|\s)([*_])([^\s*_](?:(?!\2).)*)\2(?=\s|$)/g, '$1$3')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .trim()
}
