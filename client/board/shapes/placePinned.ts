// Puts the pinned strips of one map where the camera wants them. Plain DOM: runs on every frame of a pan.
import { HEADER_HEIGHT, LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../../shared/layout/mapMetrics.ts'
import { FAR_BELOW } from './detail/levelOfDetail.ts'
import type { PinnedMap } from './PinnedLabels.tsx'

/** Height of the strip of stage names, width of the strip of lane labels, px on screen. */
const STRIP_HEIGHT = 32
const STRIP_WIDTH = 116
/** A strip shows only while this much of the map is beyond it, px on screen. */
const MIN_MAP = 48
/** Between a name and the edges of its stage or lane. */
const PAD = 12
/** Height of one label with its pad. */
const LABEL_HEIGHT = 28

interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

export function placePinned(
  strips: HTMLElement,
  { map, stages, lanes }: PinnedMap,
  camera: Camera,
  view: { readonly w: number; readonly h: number },
): void {
  const [top, side] = strips.children as unknown as [HTMLElement, HTMLElement]
  const { z } = camera
  const left = (map.x + camera.x) * z
  const upper = (map.y + camera.y) * z
  const right = left + map.props.w * z
  const lower = upper + map.props.h * z
  const isNear = z >= FAR_BELOW
  const namesGone = upper + (HEADER_HEIGHT + STAGE_HEADER_HEIGHT - 12) * z < 0 && lower > MIN_MAP
  const labelsGone = left + (LANE_LABEL_WIDTH - 16) * z < 0 && right > STRIP_WIDTH + MIN_MAP
  const showsTop = isNear && namesGone && right > 0 && left < view.w
  const showsSide = isNear && labelsGone && lower > 0 && upper < view.h
  top.style.display = showsTop ? 'block' : 'none'
  side.style.display = showsSide ? 'block' : 'none'
  if (showsTop) {
    const start = Math.max(0, left)
    placeStrip(top, start, 0, Math.min(view.w, right) - start, STRIP_HEIGHT)
    // Names of stages hidden behind the labels' strip move out from under it.
    const free = showsSide ? STRIP_WIDTH : 0
    stages.forEach((stage, at) => {
      const from = (stage.x + camera.x) * z
      placeSpan(top.children[at], 'x', { from, size: stage.props.w * z, start, free, pad: PAD })
    })
  }
  if (showsSide) {
    const start = Math.max(showsTop ? STRIP_HEIGHT : 0, upper + (HEADER_HEIGHT + STAGE_HEADER_HEIGHT) * z)
    placeStrip(side, 0, start, STRIP_WIDTH, Math.min(view.h, lower) - start)
    lanes.forEach((lane, at) => {
      const from = (lane.y + camera.y) * z
      placeSpan(side.children[at], 'y', { from, size: lane.props.h * z, start, free: start, pad: PAD * Math.min(1, z) })
    })
  }
}

function placeStrip(strip: HTMLElement, x: number, y: number, width: number, height: number): void {
  strip.style.transform = `translate(${x}px, ${y}px)`
  strip.style.width = `${width}px`
  strip.style.height = `${Math.max(0, height)}px`
}

interface Span {
  /** Where the stage or lane begins and how long it is, px on screen. */
  readonly from: number
  readonly size: number
  /** Where the strip begins; positions inside are from here. */
  readonly start: number
  /** Up to here something else lies over it. */
  readonly free: number
  readonly pad: number
}

/** As far at the beginning of its span as it can be seen; hidden when too little of the span is left. */
function placeSpan(element: Element | undefined, axis: 'x' | 'y', { from, size, start, free, pad }: Span): void {
  if (!(element instanceof HTMLElement)) return
  const end = from + size
  const at = Math.max(from, free)
  const room = end - at
  const least = axis === 'x' ? MIN_MAP : LABEL_HEIGHT
  // Pushed out by the next one rather than cut.
  const shown = axis === 'x' ? at : Math.min(at, end - least)
  element.style.visibility = room > (axis === 'x' ? MIN_MAP : 4) ? 'visible' : 'hidden'
  if (axis === 'x') {
    element.style.transform = `translateX(${shown - start + pad}px)`
    element.style.maxWidth = `${Math.max(0, room - 2 * pad)}px`
  } else {
    element.style.transform = `translateY(${shown - start + pad}px)`
  }
}
