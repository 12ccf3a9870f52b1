// Fingers, wheel and keys on the map: pinch and pan, without scrolling the page below.
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type At, fitView, type MapView, openView, panBy, pinch, type Size, zoomAt } from './mapView.ts'

/** One press of a key or a button. */
export const ZOOM_STEP = 1.3
const PAN_STEP_PX = 80
/** Wheel units until the map is e times as large. */
const WHEEL_PER_E = 400

export interface MapGestures {
  readonly view: MapView
  readonly zoom: (factor: number) => void
  readonly fit: () => void
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: (event: PointerEvent) => void
    readonly onPointerCancel: (event: PointerEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

/** `picture` null: nothing is drawn yet. */
export function useMapGestures(frame: RefObject<HTMLElement | null>, picture: Size | null): MapGestures {
  const [moved, setMoved] = useState<MapView | null>(null)
  const fingers = useRef(new Map<number, At>())
  const size = useSize(frame)
  const shown = picture ?? { width: 1, height: 1 }
  // Until somebody moves it, the map stands as it opens, also when the phone is turned.
  const view = moved ?? openView(shown, size)
  const change = (next: (view: MapView) => MapView) => setMoved((now) => next(now ?? view))

  const zoom = (factor: number, at: At = { x: size.width / 2, y: size.height / 2 }) =>
    change((now) => zoomAt(now, factor, at, shown, size))

  useWheel(frame, (event) => {
    const { left, top } = frameBox(frame)
    const at = { x: event.clientX - left, y: event.clientY - top }
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / (WHEEL_PER_E / 4)), at)
    else change((now) => panBy(now, { x: -event.deltaX, y: -event.deltaY }, shown, size))
  })

  const place = (event: PointerEvent): At => {
    const { left, top } = frameBox(frame)
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const lift = (event: PointerEvent) => void fingers.current.delete(event.pointerId)
  return {
    view,
    zoom: (factor) => zoom(factor),
    fit: () => setMoved(fitView(shown, size)),
    handlers: {
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        fingers.current.set(event.pointerId, place(event))
      },
      onPointerMove: (event) => {
        const before = fingers.current.get(event.pointerId)
        if (!before) return
        const after = place(event)
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
        fingers.current.set(event.pointerId, after)
        if (other) change((now) => pinch(now, [before, other], [after, other], shown, size))
        else change((now) => panBy(now, { x: after.x - before.x, y: after.y - before.y }, shown, size))
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      onKeyDown: (event) => {
        const by = arrows[event.key]
        if (by) change((now) => panBy(now, { x: by.x * PAN_STEP_PX, y: by.y * PAN_STEP_PX }, shown, size))
        else if (event.key === '+' || event.key === '=') zoom(ZOOM_STEP)
        else if (event.key === '-' || event.key === '−') zoom(1 / ZOOM_STEP)
        else if (event.key === '0') setMoved(fitView(shown, size))
        else return
        event.preventDefault()
      },
    },
  }
}

/** An arrow goes where the eye goes: the picture moves the other way. */
const arrows: Readonly<Record<string, At>> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

function frameBox(frame: RefObject<HTMLElement | null>): { readonly left: number; readonly top: number } {
  return frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
}

function useSize(frame: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 360, height: 480 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    // Tells the size once at the start, too.
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [frame])
  return size
}

/** React's own wheel listeners are passive: the page would scroll. */
function useWheel(frame: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void): void {
  const latest = useRef(onWheel)
  useEffect(() => {
    latest.current = onWheel
  })
  useEffect(() => {
    const element = frame.current
    const listen = (event: WheelEvent) => {
      event.preventDefault()
      latest.current(event)
    }
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [frame])
}
