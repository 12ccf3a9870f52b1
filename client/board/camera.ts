// Where the camera stands when a board opens, and how it moves when asked to. Others' changes never move it.
import { Box, type Editor } from 'tldraw'
import type { BoardLayout, JourneyLayout } from '../../shared/layout/JourneyLayout.ts'
import type { Rect } from '../../shared/layout/Rect.ts'

/** The map fills the width, but text stays readable: a wide one goes on beyond the right edge. Never larger than drawn. */
const OPEN_MIN_ZOOM = 0.75
const OPEN_MAX_ZOOM = 1
/** Below that share of it no map is made smaller: what would hang over the edge by less is shown whole instead. */
const NEARLY_FITS = 0.9
/** "Fit to width" shows all of it. */
const FIT_MIN_ZOOM = 0.1
/** Desk shown beside and above the map, px on screen. */
const SIDE_MARGIN = 53
const SIDE_MARGIN_NARROW = 12
const TOP_MARGIN = 12
const NARROW = 700
/** Desk left around what is zoomed to, px on screen. */
const FIT_INSET = 24
/** Height of the tools with their distance from the edge, px on screen. */
const TOOLS_HEIGHT = 72
const GLIDE_MS = 280

export function firstJourney(layout: BoardLayout): JourneyLayout | null {
  const [first] = [...layout.journeys.values()].toSorted((a, b) => a.x - b.x || a.y - b.y)
  return first ?? null
}

/** On open: readable from the left, upper edge of the map at the top. */
export function openAt(editor: Editor, map: Rect): void {
  showFromTop(editor, map, OPEN_MIN_ZOOM * NEARLY_FITS, OPEN_MIN_ZOOM)
}

/** The whole width, upper edge of the map at the top. */
export function fitWidth(editor: Editor, map: Rect): void {
  showFromTop(editor, map, FIT_MIN_ZOOM)
}

/** `otherwise`: the zoom for a map that does not fit even at `minZoom`. */
function showFromTop(editor: Editor, map: Rect, minZoom: number, otherwise = minZoom): void {
  const { w: width } = editor.getViewportScreenBounds()
  const margin = width < NARROW ? SIDE_MARGIN_NARROW : SIDE_MARGIN
  const fitting = (width - 2 * margin) / map.w
  const zoom = Math.min(OPEN_MAX_ZOOM, fitting < minZoom ? otherwise : fitting)
  const left = zoom > fitting ? Math.min(margin, FIT_INSET) : (width - map.w * zoom) / 2
  editor.setCamera({ x: left / zoom - map.x, y: TOP_MARGIN / zoom - map.y, z: zoom }, { immediate: true })
}

/** Everything on the board in view. */
export function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  if (!bounds) return
  // The tools lie over the lower edge of the screen; what is under them is not in view.
  const { w, h } = editor.getViewportScreenBounds()
  const free = { w: w - 2 * FIT_INSET, h: h - FIT_INSET - TOOLS_HEIGHT - TOP_MARGIN }
  const [minZoom = FIT_MIN_ZOOM] = editor.getCameraOptions().zoomSteps
  const z = Math.max(minZoom, Math.min(OPEN_MAX_ZOOM, free.w / bounds.w, free.h / bounds.h))
  const left = FIT_INSET + (free.w - bounds.w * z) / 2
  const top = FIT_INSET + (free.h - bounds.h * z) / 2
  editor.setCamera({ x: left / z - bounds.x, y: top / z - bounds.y, z }, glide(editor))
}

/** Moves the camera only as far as needed to see a rectangle: what the keyboard goes to, what is written in. */
export function reveal(editor: Editor, rect: Rect): void {
  const view = editor.getViewportPageBounds().clone()
  // The tools lie over the lower edge.
  view.h -= TOOLS_HEIGHT / editor.getZoomLevel()
  const inset = 24 / editor.getZoomLevel()
  const box = new Box(rect.x - inset, rect.y - inset, rect.w + 2 * inset, rect.h + 2 * inset)
  if (view.contains(box)) return
  const { x, y, z } = editor.getCamera()
  const dx = shift(view.x, view.w, box.x, box.w)
  const dy = shift(view.y, view.h, box.y, box.h)
  editor.setCamera({ x: x - dx, y: y - dy, z }, glide(editor))
}

/** How far a view has to move to hold a span; its start counts more than its end. */
function shift(view: number, viewSize: number, span: number, spanSize: number): number {
  if (span < view || spanSize > viewSize) return span - view
  return Math.max(0, span + spanSize - view - viewSize)
}

/** How the camera moves when asked to; at once for who wants less motion. */
export function glide(editor: Editor): { animation?: { duration: number } } {
  return editor.user.getAnimationSpeed() === 0 ? {} : { animation: { duration: GLIDE_MS } }
}
