// Where a picture stands behind a window, and how large: arithmetic of panning and zooming. Pure. `x` and `y` are where
// the picture's upper left corner is in the window, px; `scale` 1 is its own size.

export interface MapView {
  readonly x: number
  readonly y: number
  readonly scale: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
export interface At {
  readonly x: number
  readonly y: number
}

/** Larger than this nothing more can be read. */
export const MAX_SCALE = 3
/** Smaller than fitted shows nothing more. */
const LEAST_OF_FIT = 0.8
/** So much of the picture stays in the window, px: nobody loses the map. */
const KEPT = 80

/** The whole picture, in the middle. */
export function fitView(picture: Size, window: Size): MapView {
  const scale = fitScale(picture, window)
  return {
    scale,
    x: (window.width - picture.width * scale) / 2,
    y: (window.height - picture.height * scale) / 2,
  }
}

/** As a map opens: as high as the window, from its left edge, but never so small that it cannot be read. */
export function openView(picture: Size, window: Size): MapView {
  const scale = Math.min(1, Math.max(window.height / picture.height, OPEN_SCALE))
  return keepInWindow({ x: 0, y: 0, scale }, picture, window)
}

/** Cards of 13 px type are read at this size. */
const OPEN_SCALE = 0.7

export function panBy(view: MapView, by: At, picture: Size, window: Size): MapView {
  return keepInWindow({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, window)
}

/** What is at `at` stays there. */
export function zoomAt(view: MapView, factor: number, at: At, picture: Size, window: Size): MapView {
  const least = fitScale(picture, window) * LEAST_OF_FIT
  const scale = Math.min(MAX_SCALE, Math.max(least, view.scale * factor))
  const grown = scale / view.scale
  return keepInWindow({ scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown }, picture, window)
}

/** Two fingers at once: both what lies between them and how far they are apart. */
export function pinch(
  view: MapView,
  before: readonly [At, At],
  after: readonly [At, At],
  picture: Size,
  window: Size,
): MapView {
  const [from, to] = [middle(before), middle(after)]
  const apart = distance(before)
  const zoomed = apart > 0 ? zoomAt(view, distance(after) / apart, from, picture, window) : view
  return panBy(zoomed, { x: to.x - from.x, y: to.y - from.y }, picture, window)
}

function fitScale(picture: Size, window: Size): number {
  if (picture.width <= 0 || picture.height <= 0) return 1
  return Math.min(1, window.width / picture.width, window.height / picture.height)
}

function keepInWindow(view: MapView, picture: Size, window: Size): MapView {
  const width = picture.width * view.scale
  const height = picture.height * view.scale
  return {
    scale: view.scale,
    x: clamp(view.x, Math.min(KEPT - width, 0), Math.max(window.width - KEPT, 0)),
    y: clamp(view.y, Math.min(KEPT - height, 0), Math.max(window.height - KEPT, 0)),
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
const middle = ([a, b]: readonly [At, At]): At => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const distance = ([a, b]: readonly [At, At]): number => Math.hypot(a.x - b.x, a.y - b.y)
