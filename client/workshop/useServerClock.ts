// What goes by the server's clock, renewed on the boundaries of its seconds: all screens change at once. One loop per
// place that shows it, and none while it stands still.
import { react } from '@tldraw/state'
import { useSyncExternalStore } from 'react'

/** A timer of the platform may fire a little early: the boundary must have passed. ms */
const AFTER_BOUNDARY_MS = 5

/** Both may read signals. Made once per subject (useMemo). */
export interface ClockFace<Face> {
  /** The same value until something that can be seen has changed. */
  readonly read: () => Face
  /** ms until it shows something else, never 0; null: it stands still. */
  readonly waitMs: () => number | null
}

export function useServerClock<Face>(face: ClockFace<Face>): Face {
  return useSyncExternalStore((onChange) => subscribe(face, onChange), face.read)
}

function subscribe<Face>({ waitMs }: ClockFace<Face>, onChange: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const renew = () => {
    clearTimeout(waiting)
    const ms = waitMs()
    if (ms !== null) waiting = setTimeout(renew, ms + AFTER_BOUNDARY_MS)
    onChange()
  }
  const stop = react('clock', renew)
  // A page in the background is woken rarely: what it shows is made true when somebody looks again.
  document.addEventListener('visibilitychange', renew)
  return () => {
    stop()
    clearTimeout(waiting)
    document.removeEventListener('visibilitychange', renew)
  }
}
