// Sheets of paper, and how a map lies on them. Points: 72 to the inch.
export const paperNames = ['A4', 'A3', 'A2', 'A1', 'A0', 'long'] as const
/** `long`: one page as large as the map. */
export type PaperName = (typeof paperNames)[number]

const MM = 72 / 25.4

/** Upright. */
const sheets: Readonly<Record<Exclude<PaperName, 'long'>, readonly [w: number, h: number]>> = {
  A4: [210 * MM, 297 * MM],
  A3: [297 * MM, 420 * MM],
  A2: [420 * MM, 594 * MM],
  A1: [594 * MM, 841 * MM],
  A0: [841 * MM, 1_189 * MM],
}

/** What most printers cannot reach. */
export const PAGE_MARGIN = 10 * MM
/** Printed on both sheets: room to glue, and a cut that is a little off does no harm. */
export const TILE_OVERLAP = 10 * MM
/** One px of a map at its own size: 13 px words are about 10 points. */
const POINTS_PER_PX = 0.75
/** Small maps are not blown up to fill a poster's sheet without end. */
const MAX_SCALE = 2.5
/** The most that PDF readers promise to show. */
const MAX_PAGE = 14_400

export interface Size {
  readonly w: number
  readonly h: number
}

/** A sheet turned the way in which the content gets larger, and what the content is scaled by. */
export interface Fit {
  readonly page: Size
  readonly scale: number
}

export function fitPaper(content: Size, paper: PaperName): Fit {
  if (paper === 'long') {
    const room = MAX_PAGE - 2 * PAGE_MARGIN
    const scale = Math.min(POINTS_PER_PX, room / content.w, room / content.h)
    return { page: { w: content.w * scale + 2 * PAGE_MARGIN, h: content.h * scale + 2 * PAGE_MARGIN }, scale }
  }
  const [short, tall] = sheets[paper]
  const fits = [
    { w: short, h: tall },
    { w: tall, h: short },
  ].map((page) => {
    const room = { w: page.w - 2 * PAGE_MARGIN, h: page.h - 2 * PAGE_MARGIN }
    return { page, scale: Math.min(room.w / content.w, room.h / content.h, MAX_SCALE) }
  })
  const [upright, turned] = fits as [Fit, Fit]
  return turned.scale > upright.scale ? turned : upright
}

/** One sheet of a poster: which part of it, from its upper left corner, in points. */
export interface Tile {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
}

export interface Tiling {
  readonly page: Size
  /** Of each page, inside its margins. */
  readonly window: Size
  readonly columns: number
  readonly rows: number
  readonly tiles: readonly Tile[]
}

/** The poster on sheets of A4, turned the way that needs fewer of them; row by row. */
export function tilePoster(poster: Size): Tiling {
  const [short, tall] = sheets.A4
  const [upright, turned] = [
    { w: short, h: tall },
    { w: tall, h: short },
  ].map((page) => tileOn(poster, page)) as [Tiling, Tiling]
  return turned.tiles.length < upright.tiles.length ? turned : upright
}

/** So much smaller a poster may be. */
const MAX_SAVING_PERCENT = 8

/** Of posters a little smaller, the largest that needs fewest sheets: a last row with nothing but an edge is paper for nothing. */
export function fitTiles(content: Size, scale: number): { readonly scale: number; readonly tiling: Tiling } {
  const tries = Array.from({ length: MAX_SAVING_PERCENT + 1 }, (_, percent) => {
    const smaller = scale * (1 - percent / 100)
    return { scale: smaller, tiling: tilePoster({ w: content.w * smaller, h: content.h * smaller }) }
  })
  return tries.reduce((best, next) => (next.tiling.tiles.length < best.tiling.tiles.length ? next : best))
}

function tileOn(poster: Size, page: Size): Tiling {
  const window = { w: page.w - 2 * PAGE_MARGIN, h: page.h - 2 * PAGE_MARGIN }
  const count = (whole: number, part: number) =>
    Math.max(1, Math.ceil((whole - TILE_OVERLAP) / (part - TILE_OVERLAP) - 1e-9))
  const [columns, rows] = [count(poster.w, window.w), count(poster.h, window.h)]
  const tiles = Array.from({ length: rows * columns }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    return { column, row, x: column * (window.w - TILE_OVERLAP), y: row * (window.h - TILE_OVERLAP) }
  })
  return { page, window, columns, rows, tiles }
}
