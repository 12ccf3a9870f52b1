// Shows what somebody else sees: the camera follows the visible part of the page that they share. Ends with one's own
// pan or zoom, with Escape, or when they leave; not while a facilitator holds everybody: then the own camera is locked.
// Never writes anything but the camera of this browser.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import type { Editor } from 'tldraw'
import type { Presence } from '../../../shared/protocol/messages.ts'
import type { BoardSession } from '../BoardSession.ts'

type View = NonNullable<Presence['view']>

interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Views come twice a second while only the view moves; this makes one movement of them. Time to cover 63 % of the way, ms. */
const EASE_MS = 140
/** Nearer than this on the screen is there, px. */
const THERE = 0.5
/** The longest step a frame may make: after a pause (hidden tab) it goes on gently. ms */
const MAX_FRAME_MS = 50

/** The camera that shows all of `view` in a viewport of that size, centred. Pure. */
export function cameraFor(view: View, viewport: { readonly w: number; readonly h: number }): Camera {
  const z = Math.min(viewport.w / Math.max(view.w, 1), viewport.h / Math.max(view.h, 1))
  return { x: viewport.w / z / 2 - (view.x + view.w / 2), y: viewport.h / z / 2 - (view.y + view.h / 2), z }
}

/** One step of the camera towards where it should be. Pure. */
export function easeCamera(from: Camera, to: Camera, elapsedMs: number): Camera {
  const share = 1 - Math.exp(-elapsedMs / EASE_MS)
  const next = { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share), z: mix(from.z, to.z, share) }
  const isThere = Math.abs(to.x - next.x) * to.z < THERE && Math.abs(to.y - next.y) * to.z < THERE
  return isThere && Math.abs(to.z - next.z) < 0.001 ? to : next
}

/** Returns the way to stop. Sets `session.following` to null when it ends by itself. */
export function followPerson(editor: Editor, session: BoardSession, participantId: string): () => void {
  const { following, connection } = session
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  let target: Camera | null = null
  let lastSet: Camera | null = null
  let frame = 0
  let lastFrameMs = 0
  const isHeld = () => {
    const kept = session.spotlight.get()
    return kept?.isHeld === true && kept.by === participantId
  }
  const end = () => {
    if (following.get() === participantId && !isHeld()) following.set(null)
  }
  const step = (nowMs: number) => {
    frame = 0
    if (!target) return
    const from = editor.getCamera()
    const elapsedMs = lastFrameMs === 0 ? 16 : Math.min(MAX_FRAME_MS, nowMs - lastFrameMs)
    const next = reducedMotion.matches ? target : easeCamera(from, target, elapsedMs)
    lastSet = next
    editor.setCamera(next, { immediate: true, force: true })
    // tldraw may round or clamp what it is given; that is not the person's own movement.
    lastSet = editor.getCamera()
    lastFrameMs = next === target ? 0 : nowMs
    if (next !== target && !isSame(lastSet, from)) frame = requestAnimationFrame(step)
  }
  const stopView = react('view of the followed person', () => {
    const person = connection.roster.get().get(participantId)
    if (!person) {
      end()
      return
    }
    const view = viewOf(person.clientIds, connection.peers.get())
    if (!view) return
    target = cameraFor(view, editor.getViewportScreenBounds())
    frame ||= requestAnimationFrame(step)
  })
  const stopCamera = react('own camera while following', () => {
    const camera = editor.getCamera()
    if (lastSet && !isSame(camera, lastSet)) end()
  })
  const stopHold = react('held camera', () => {
    const isLocked = isHeld()
    unsafe__withoutCapture(() => editor.setCameraOptions({ ...editor.getCameraOptions(), isLocked }))
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => {
    stopView()
    stopCamera()
    stopHold()
    editor.setCameraOptions({ ...editor.getCameraOptions(), isLocked: false })
    window.removeEventListener('keydown', onKey, { capture: true })
    cancelAnimationFrame(frame)
  }
}

/** Of several tabs the one that was opened last. */
function viewOf(clientIds: readonly number[], peers: ReadonlyMap<number, Presence>): View | null {
  const views = clientIds.map((id) => peers.get(id)?.view)
  return views.findLast((view) => view !== undefined && view !== null) ?? null
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function isSame(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01 && Math.abs(a.z - b.z) < 0.0001
}
