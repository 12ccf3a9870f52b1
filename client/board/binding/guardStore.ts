// Watches what the person does to tldraw's store and keeps them from leaving journey shapes in a state the document
// does not know: such a shape may be dragged and deleted, and nothing else about it can change here.
import {
  type Editor,
  getIndexBetween,
  type IndexKey,
  type TLInstancePageState,
  type TLRecord,
  type TLShape,
} from 'tldraw'
import { isJourneyShapeType } from '../shapes/journeyShapes.ts'
import { isTranslating } from '../tldrawSeam.tsx'
import { isDrawing, PAGE_ID } from './boardRecords.ts'
import { HIGHEST_SHEET_INDEX } from './zIndex.ts'

interface GuardedBinding {
  /** True while the document's state is carried into the store: what tldraw changes in its wake is nobody's doing. */
  isProjecting(): boolean
  isProjected(id: string): boolean
  /** Whether the person may move, change or delete what this shape shows. */
  mayTouch(shape: TLShape): boolean
  /** Whether the shape lies where the document puts it. */
  isInPlace(shape: TLShape): boolean
  noteTouched(id: string, isNew: boolean): void
}

/** Returns the way to stop watching. */
export function guardStore(editor: Editor, binding: GuardedBinding): () => void {
  const isUsers = (source: string): boolean => source === 'user' && !binding.isProjecting()
  const note = (record: TLRecord, source: string, isNew: boolean): void => {
    if (isUsers(source) && isKept(record)) binding.noteTouched(record.id, isNew)
  }
  const { sideEffects } = editor
  const stops = (['shape', 'binding', 'asset'] as const).flatMap((type) => [
    sideEffects.registerAfterCreateHandler(type, (record, source) => note(record, source, true)),
    sideEffects.registerAfterChangeHandler(type, (_before, record, source) => note(record, source, false)),
    sideEffects.registerAfterDeleteHandler(type, (record, source) => note(record, source, false)),
  ])
  stops.push(
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (!isUsers(source)) return after
      if (!isJourneyShapeType(before.type))
        return binding.isProjected(before.id) && !binding.mayTouch(before) ? before : keepAboveSheets(editor, after)
      return binding.isProjected(before.id) ? keepProjected(before, after, editor, binding) : after
    }),
    // Nothing vanishes from under an eraser and comes back a moment later.
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      isUsers(source) && binding.isProjected(shape.id) && !binding.mayTouch(shape) ? false : undefined,
    ),
    // A new frame is paper for what is put on it: cards cannot be its children, so it has to lie below them.
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      isUsers(source) && shape.type === 'frame' && shape.parentId === PAGE_ID
        ? putRightAboveSheets(editor, shape)
        : shape,
    ),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) =>
      before.selectedShapeIds === after.selectedShapeIds ? after : separateSelection(editor, after),
    ),
  )
  return () => stops.forEach((stop) => stop())
}

function isKept(record: TLRecord): boolean {
  return (record.typeName === 'shape' && isJourneyShapeType(record.type)) || isDrawing({ ...record })
}

function keepProjected(before: TLShape, after: TLShape, editor: Editor, binding: GuardedBinding): TLShape {
  const isMoved = before.x !== after.x || before.y !== after.y
  // A drag that is given up goes back, whatever has become of the right to it.
  const isAllowed = binding.mayTouch(before) || binding.isInPlace(after)
  if (!isMoved || !isTranslating(editor) || !isAllowed) return before
  return { ...before, x: after.x, y: after.y }
}

/** "Send to back" puts a drawing under the cards, but never under the sheets, where nobody could reach it again. */
function keepAboveSheets(editor: Editor, shape: TLShape): TLShape {
  return shape.parentId !== PAGE_ID || shape.index > HIGHEST_SHEET_INDEX ? shape : putRightAboveSheets(editor, shape)
}

function putRightAboveSheets(editor: Editor, shape: TLShape): TLShape {
  const lowest = editor
    .getSortedChildIdsForParent(shape.parentId)
    .map((id) => editor.getShape(id))
    .find((other) => other && other.id !== shape.id && other.index > HIGHEST_SHEET_INDEX)
  return { ...shape, index: getIndexBetween(HIGHEST_SHEET_INDEX as IndexKey, lowest?.index ?? null) }
}

/** A brush around half the map picks its cards and drawings; headers and labels are picked one at a time, by hand. */
function separateSelection(editor: Editor, state: TLInstancePageState): TLInstancePageState {
  if (state.selectedShapeIds.length < 2) return state
  const isThing = (id: TLShape['id']): boolean => {
    const type: string | undefined = editor.getShape(id)?.type
    return type !== undefined && (type === 'card' || !isJourneyShapeType(type))
  }
  const things = state.selectedShapeIds.filter(isThing)
  if (things.length === state.selectedShapeIds.length) return state
  return { ...state, selectedShapeIds: things.length > 0 ? things : state.selectedShapeIds.slice(-1) }
}
