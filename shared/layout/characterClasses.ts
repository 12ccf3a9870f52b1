// What kind of character a code point is, as far as breaking lines needs it. Tables of our own instead of `\\p{…}` and
// `Intl.Segmenter`: those follow the Unicode version of each browser, and two people would see two layouts.

/** Combining marks of Unicode 17 (general category M), as ranges: "gap.length", both in base 36, from one range's end to the next. */
const markTable = [
  'lc.33 7o.6 7c.18 2.0 2.1 2.1 2.0 21.a 1d.k h.0 2u.6 3.5 3.1 2.3 10.0 v.q 2k.a 1n.8 a.0 p.3 2.8 2.2 2.4 18.2 ',
  '1o.8 17.n 2.w 1j.2 2.h 2.6 b.1 u.2 1l.0 2.6 3.1 3.2 a.0 b.1 r.0 3.2 1l.0 2.4 5.1 3.2 4.0 v.1 4.0 c.2 1l.0 ',
  '2.7 2.2 2.2 l.1 n.5 2.2 1l.0 2.6 3.1 3.2 8.2 b.1 v.0 1o.4 4.2 2.3 a.0 15.4 1k.0 2.6 2.2 2.3 8.1 c.1 u.2 1l.0 ',
  '2.6 2.2 2.3 8.1 c.1 g.0 d.3 1k.1 2.6 2.2 2.3 a.0 b.1 u.2 1z.0 5.5 2.0 2.7 j.1 1q.0 3.6 d.7 2r.0 3.8 c.6 22.1 ',
  's.0 2.0 2.0 5.1 1e.j 2.1 6.a 2.z a.0 2t.j o.3 5.2 2.2 3.6 4.3 e.b 2.0 b.3 jk.2 qb.3 t.2 u.1 v.1 1t.v a.0 ',
  '1a.2 2.0 3a.1 z.0 3b.b 5.b 64.4 1m.9 2.s 3.0 1d.19 3.b l.4 1c.g 13.8 d.2 v.c 1l.d 1d.j 49.2 2.k 5.0 7.0 3.2 ',
  '5j.1r k1.w 2db.2 3y.0 2p.v ff.5 2y.1 n9x.3 2.9 x.1 29.1 7l.0 4.0 5.0 o.4 5.0 2c.1 1f.h r.h e.0 13.7 q.c 19.3 ',
  '1c.d 11.0 1w.d d.0 9.1 1a.2 1f.0 2.2 3.1 6.1 2.0 16.4 6.1 6l.7 2.1 fn5.0 ki.f h.f r2.0 6b.0 46.4 1af.2 2.1 ',
  '6.3 15.2 5.0 4m.1 fy.3 1u.4 8u.1 26.5 1z.a 1e.3 3f.2 1i.e 16.0 3.1 b.3 1a.a 8.0 1q.2 11.d h.1 19.0 d.2 1d.d ',
  '9.3 2.1 2l.b 7.0 3.0 4e.b m.3 1k.1 2.6 3.1 3.2 a.0 b.1 3.6 4.4 1w.8 2.0 3.0 2.3 2.4 2.0 f.1 2b.h o.0 2a.j ',
  '6k.6 3.8 s.1 2b.g 2z.c 2u.e 75.e 6u.5 2.1 3.3 2.0 2.1 3y.6 3.6 4.0 t.9 15.6 2.3 9.0 a.a 1b.f 5j.7 5k.7 2.7 ',
  '2b.l 2.d 3f.5 4.0 2.1 2.6 2.0 1v.4 2.1 2.4 9o.3 a.1 2.0 1d.6 4.4 o.0 44m.0 7.e 8uh.h 1xd.4 1o.6 t5.0 2.1i ',
  '8.3 2a.0 c.1 f58.1 3mq.19 3.m f3.4 4.5 9.7 3.6 v.3 45.2 1j0.1i 5.1d 9.0 f.0 n.4 2.e 11t.6 2.g 3.6 2.1 2.4 ',
  '2t.0 4h.6 ag.0 1q.3 e5.3 73.1 6s.0 3.0 8.1 6.0 d7.6 32.6 gzhy.6n',
].join('')

/** Ranges flattened as start, end, start, end …; an odd insertion point means "inside". */
function decodeRanges(table: string): number[] {
  const bounds: number[] = []
  let last = 0
  for (const pair of table.split(' ')) {
    const [gap = '', length = ''] = pair.split('.')
    const start = last + Number.parseInt(gap, 36)
    last = start + Number.parseInt(length, 36)
    bounds.push(start, last + 1)
  }
  return bounds
}

const markBounds = decodeRanges(markTable)

function isWithin(bounds: readonly number[], code: number): boolean {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? Infinity) <= code) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}

export const ZERO_WIDTH_JOINER = 0x200d

const FIRST_MARK = 0x0300

export function isMark(code: number): boolean {
  return code >= FIRST_MARK && isWithin(markBounds, code)
}

/** Skin tones: they change the emoji before them. */
export function isSkinTone(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff
}

/** Two of these make a flag. */
export function isRegionalIndicator(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

/** Letters of a flag such as Scotland's, written with invisible tags. */
export function isTag(code: number): boolean {
  return code >= 0xe0020 && code <= 0xe007f
}

/** Drawn as nothing: controls, joiners, direction marks, the soft hyphen, byte order mark. */
function isInvisible(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad) return true
  if (code < 0x200b) return code === 0x061c || code === 0x180e
  if (code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)) return true
  return code === 0xfeff || isTag(code)
}

/** Adds nothing to the width of a line. */
export function isZeroWidth(code: number): boolean {
  return isInvisible(code) || isMark(code) || isSkinTone(code)
}

/** Ideographs, kana, Hangul syllables, full-width forms: one em wide, and a line may end after any of them. */
const wideBounds = [
  0x1100, 0x1160, 0x2e80, 0x303f, 0x3041, 0x33ff, 0x3400, 0x4dc0, 0x4e00, 0xa4d0, 0xa960, 0xa980, 0xac00, 0xd7a4,
  0xf900, 0xfb00, 0xfe30, 0xfe70, 0xff01, 0xff61, 0xffe0, 0xffe7, 0x16fe0, 0x18d80, 0x1aff0, 0x1b300, 0x20000, 0x3fffe,
]
export function isWide(code: number): boolean {
  return code >= 0x1100 && isWithin(wideBounds, code)
}

/** Pictures: the emoji planes and the symbols that browsers draw in colour. */
const emojiBounds = [
  0x231a, 0x231c, 0x23e9, 0x23f4, 0x25fd, 0x25ff, 0x2600, 0x27c0, 0x2b1b, 0x2b1d, 0x2b50, 0x2b56, 0x1f000, 0x1fb00,
]
export function isEmoji(code: number): boolean {
  return code >= 0x231a && isWithin(emojiBounds, code)
}

/** Never first on a line (closing marks and small kana); with them a line would look torn. */
const closing = new Set('、。，．！？：；）」』】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ')
export function isClosing(character: string): boolean {
  return closing.has(character)
}
