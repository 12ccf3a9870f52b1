// When tldraw's editor is there: binding, tools, rights, camera, clipboard. One place, so that everything that is
// started is stopped.
import { react } from '@tldraw/state'
import { showToast } from '../ui/toasts.ts'
import { firstJourney, openAt, showAll } from './camera.ts'
import type { Canvas } from './CanvasContext.ts'
import { putTldrFile } from './clipboard/putTldrFile.ts'
import { registerContentHandlers } from './clipboard/registerContentHandlers.ts'
import { DragTracker } from './drag/DragTracker.ts'
import { watchStageEdges } from './drag/watchStageEdges.ts'
import { watchReveal } from './drafts/watchReveal.ts'
import { createGlide } from './glide.ts'
import { skipDropTargetsOfCards } from './tldrawSeam.tsx'
import { type BoardTools, setBoardTools } from './tools/BoardTools.ts'
import { CellChoice } from './tools/CellChoice.ts'
import { FreshCards } from './tools/FreshCards.ts'
import { makeCardByDoubleClick } from './tools/makeCard.ts'
import { Placing } from './tools/Placing.ts'
import { CanvasVote } from './voting/CanvasVote.ts'
import { watchSelection } from './watchSelection.ts'
import { watchAttempts } from './rights/watchAttempts.ts'
import { watchLostRights } from './rights/watchLostRights.ts'

export function mountBoard(canvas: Canvas): { tools: BoardTools; stop: () => void } {
  const { editor, binding } = canvas
  const tools: BoardTools = {
    canvas,
    drag: new DragTracker(canvas),
    placing: new Placing(canvas),
    cells: new CellChoice(editor, binding),
    fresh: new FreshCards(canvas),
    vote: new CanvasVote(canvas),
  }
  setBoardTools(editor, tools)
  skipDropTargetsOfCards(editor)
  const glide = createGlide(editor)
  const reveal = watchReveal(canvas)
  const say = (why: string | null): void => {
    if (why !== null) showToast(why, { tone: 'warn' })
  }
  binding.listener = { onBeforeMove: glide.start, onBeforeAppear: reveal.onBeforeAppear, onForbidden: say }
  registerContentHandlers(canvas)
  const stops = [
    binding.attach(editor),
    tools.drag.start(),
    tools.cells.start(),
    tools.fresh.start(),
    tools.vote.start(),
    glide.stop,
    reveal.stop,
    keepSteady(canvas),
    watchLostRights(tools),
    openOnce(canvas),
    refitWhenAsked(canvas),
    takeDrawingFiles(canvas),
    watchDoubleClicks(canvas),
    watchStageEdges(canvas),
    watchAttempts(tools, say),
    watchSelection(canvas),
  ]
  editor.user.updateUserPreferences({ isPasteAtCursorMode: false })
  return { tools, stop: () => stops.forEach((stop) => stop()) }
}

/** The camera is set when the first map is there, and never again by itself. After a refusal it stays where it was. */
function openOnce({ editor, binding, session }: Canvas): () => void {
  const before = session.lastCamera.current
  let isOpen = false
  return react('first map', () => {
    const map = firstJourney(binding.view.get().layout)
    if (isOpen || !map) return
    isOpen = true
    queueMicrotask(() => {
      if (before) editor.setCamera(before, { immediate: true })
      else openAt(editor, map)
    })
  })
}

/**
 * A strip above the canvas moves it: what is on it stays where the eye is, unless that would put the head of a map below
 * the strip. Then the map moves down with the canvas, and back when the strip goes.
 */
function keepSteady({ editor, binding, session }: Canvas): () => void {
  const move = (downPx: number): void => {
    const { x, y, z } = editor.getCamera()
    editor.setCamera({ x, y: y - downPx / z, z }, { immediate: true })
  }
  session.keepSteady.below = (heightPx) => {
    const { y: cameraY, z } = editor.getCamera()
    const tops = [...binding.view.get().layout.journeys.values()].map(({ y }) => (y + cameraY) * z)
    if (tops.some((top) => top >= 0 && top < heightPx)) return () => undefined
    move(heightPx)
    return () => move(-heightPx)
  }
  return () => {
    session.keepSteady.below = null
  }
}

/** Chosen in the import dialog, which knows nothing of the canvas. */
function takeDrawingFiles(canvas: Canvas): () => void {
  const { drawingFile } = canvas.session
  return react('drawing file', () => {
    const file = drawingFile.get()
    if (!file) return
    drawingFile.set(null)
    queueMicrotask(() => void putTldrFile(canvas, file))
  })
}

/** How long the document may take to say what the server has already answered, ms. */
const REFIT_WITHIN_MS = 3000

/** Everything in view: at once, and again when the journeys and stages are those of the file. */
function refitWhenAsked({ editor, binding, session }: Canvas): () => void {
  let asked = session.refit.get()
  let until = 0
  let columns = ''
  return react('refit', () => {
    // The board stays the same object: what is compared are its maps and their stages, by id.
    const maps = [...binding.view.get().layout.journeys].flatMap(([id, { stages }]) => [
      id,
      ...stages.map((stage) => stage.id),
    ])
    const now = maps.join()
    if (session.refit.get() !== asked) {
      asked = session.refit.get()
      until = performance.now() + REFIT_WITHIN_MS
    } else if (now === columns || performance.now() > until) return
    else until = 0
    columns = now
    queueMicrotask(() => showAll(editor))
  })
}

/** A double click beside every shape makes a card. tldraw has had its turn before: what it opened stays open. */
function watchDoubleClicks(canvas: Canvas): () => void {
  const { editor } = canvas
  const onEvent = (info: { readonly type: string; readonly name: string; readonly phase?: string }): void => {
    if (info.name !== 'double_click' || info.phase !== 'up') return
    if (!editor.isIn('select.idle') || editor.getEditingShapeId() !== null) return
    const { x, y } = editor.inputs.currentPagePoint
    const margin = editor.options.hitTestMargin / editor.getZoomLevel()
    const hit = editor.getShapeAtPoint({ x, y }, { margin, hitInside: false })
    if (hit && hit.type !== 'journey-map') return
    queueMicrotask(() => makeCardByDoubleClick(canvas, { x, y }))
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
  }
}
