// The phase changed, somebody locked or froze: what is in the hand at that moment is put back, a tool that no longer
// applies is put down. Writing goes on for a while (see text/writingGrace.ts).
import { react } from '@tldraw/state'
import { rightsWords } from '../../ui/rightsWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { mayTouch } from '../binding/allowedChanges.ts'
import type { Canvas } from '../CanvasContext.ts'
import { isJourneyShapeType } from '../shapes/journeyShapes.ts'
import { WRITING_GRACE_MS } from '../shapes/text/writingGrace.ts'
import { mayAddAny, mayAddKind, whoTakesNewCards } from '../tools/addCards.ts'
import type { BoardTools } from '../tools/BoardTools.ts'
import { drawingTools } from '../tools/drawingTools.ts'
import { actionOn } from './watchAttempts.ts'

/** States of tldraw's select tool in which the hand changes drawings. */
const changingDrawings = ['select.resizing', 'select.rotating', 'select.dragging_handle', 'select.crop'] as const

export function watchLostRights(tools: BoardTools): () => void {
  const { canvas } = tools
  const { editor, session, binding } = canvas
  const { rules } = session
  let isOver = false
  const adapt = (): void => {
    if (isOver) return
    putBackWhatIsHeld(canvas)
    putDownTool(tools)
    spareWriting(canvas)
    const mayDoAnything = mayAddAny(session) || rules.mayEditOthers || rules.mayShape || rules.mayDraw
    editor.updateInstanceState({ isReadonly: !mayDoAnything })
    binding.refreshMarks()
  }
  const stop = react('rights on the canvas', () => {
    rules.watch()
    // Not within the message that brought the news: tldraw may be in the middle of an event.
    queueMicrotask(adapt)
  })
  return () => {
    isOver = true
    stop()
  }
}

function putBackWhatIsHeld({ editor, session: { rules } }: Canvas): void {
  const isDragged = editor.isIn('select.translating')
  if (!isDragged && !editor.isInAny(...changingDrawings)) return
  const held = editor.getSelectedShapes().find((shape) => !mayTouch(shape, rules))
  if (!held) return
  const why = rules.whyNot(actionOn(held), held.id.slice('shape:'.length))
  editor.cancel()
  if (why !== null) showToast(rightsWords.putBack(why), { tone: 'warn' })
}

function putDownTool({ canvas: { editor, session }, placing }: BoardTools): void {
  const tool = editor.getCurrentToolId()
  const choice = placing.choice.get()
  const isLost =
    (drawingTools.has(tool) && !session.rules.mayDraw) ||
    (choice?.kind === 'note' && choice.noteType !== undefined
      ? whoTakesNewCards(session, { kind: 'note', fields: { type: choice.noteType } }) === null
      : choice !== null && !mayAddKind(session, choice.kind))
  if (!isLost) return
  editor.cancel()
  editor.setCurrentTool('select')
}

/** Words in a drawing are tldraw's: they are taken until the server's grace ends, then the text box closes. */
function spareWriting({ editor, session: { rules }, binding }: Canvas): void {
  const shape = editor.getEditingShape()
  if (!shape || isJourneyShapeType(shape.type) || rules.mayDraw || binding.spared.has(shape.id)) return
  binding.spared.add(shape.id)
  editor.timers.setTimeout(() => {
    if (!rules.mayDraw && editor.getEditingShapeId() === shape.id) {
      editor.setEditingShape(null)
      editor.setCurrentTool('select')
    }
    // What was written last is on its way into the document.
    binding.flush()
    binding.spared.delete(shape.id)
  }, WRITING_GRACE_MS)
}
