// A card or header that this person may not change now does nothing when it is dragged, double-clicked or deleted.
// Notices the attempt, so that it can be said why.
import type { TLShape } from 'tldraw'
import type { PhaseAction } from '../../../shared/workshop/phaseSentence.ts'
import { mayTouch } from '../binding/allowedChanges.ts'
import type { Canvas } from '../CanvasContext.ts'
import type { BoardTools } from '../tools/BoardTools.ts'
import { entityIdOf, isJourneyShapeType } from '../shapes/journeyShapes.ts'

type Happened = Pick<Parameters<Canvas['editor']['dispatch']>[0], 'type' | 'name'> & {
  readonly phase?: string
  readonly key?: string
}

/** Keys that write in or delete what is selected. */
const CHANGING_KEYS: ReadonlySet<string | undefined> = new Set(['Enter', 'Delete', 'Backspace'])
/** Where a press is before and while it drags what is selected; a read-only canvas does not get further than the press. */
const draggingIn = ['select.pointing_shape', 'select.pointing_selection', 'select.translating'] as const

/** `tell` is called with the sentence at each attempt, once per drag. Who only looks on tries nothing. */
export function watchAttempts(
  { canvas: { editor, session }, vote }: Pick<BoardTools, 'canvas' | 'vote'>,
  tell: (why: string) => void,
): () => void {
  let isTold = false
  const onEvent = (info: Happened): void => {
    if (info.name === 'pointer_down') isTold = false
    // The second of two quick clicks on a candidate is a dot.
    const meansChange = (shape: TLShape) => info.name !== 'double_click' || !vote.takesClicks(entityIdOf(shape.id))
    const why = isTold ? null : sentenceFor(session, attempted(editor, info).filter(meansChange))
    if (why === null) return
    isTold = true
    tell(why)
    // A key or a double click is an attempt each time.
    if (info.name !== 'pointer_move') isTold = false
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
  }
}

/** What this event would change. */
function attempted(editor: Canvas['editor'], info: Happened): readonly TLShape[] {
  const isDrag = info.name === 'pointer_move' && editor.inputs.isDragging && editor.isInAny(...draggingIn)
  const isKey = info.name === 'key_down' && CHANGING_KEYS.has(info.key) && editor.isIn('select.idle')
  if (isDrag || isKey) return editor.getSelectedShapes()
  if (info.name !== 'double_click' || info.phase !== 'up') return []
  const { x, y } = editor.inputs.currentPagePoint
  const shape = editor.getShapeAtPoint({ x, y }, { hitInside: true })
  return shape ? [shape] : []
}

function sentenceFor({ rules }: Canvas['session'], shapes: readonly TLShape[]): string | null {
  const held = shapes.find((shape) => !isPlacedByOthers(shape, rules) && !mayTouch(shape, rules))
  return held ? rules.whyNot(actionOn(held), held.type === ('card' as string) ? entityIdOf(held.id) : null) : null
}

/** The curve is nobody's to move; a group's frame neither, but it is named and dissolved. */
function isPlacedByOthers({ type }: { readonly type: string }, rules: Canvas['session']['rules']): boolean {
  return type === 'emotion-curve' || (type === 'cluster' && rules.mayEditOthers)
}

/** What somebody does who moves, edits or deletes it. */
export function actionOn({ type }: { readonly type: string }): PhaseAction {
  if (type === 'card' || type === 'cluster') return { does: 'edit' }
  return { does: isJourneyShapeType(type) ? 'structure' : 'draw' }
}
