// Making a card by hand: put it where it belongs, open its text box, and take it back if nothing was written.
import { isCellPlace, type Place, type Point } from '../../../shared/journey/Board.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import { findLanding, journeyAt, laneAt, placeAtEnd, stageAt } from '../../../shared/layout/findLanding.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { cardDefinition, laneTakes, type NoteType, noteTypeForLane } from '../../../shared/journey/cards/cardKinds.ts'
import type { LaneKind } from '../../../shared/journey/lanes.ts'
import { noteTypeOf } from '../../../shared/workshop/boardRule.ts'
import type { JourneyLayout, LaneLayout, StageLayout } from '../../../shared/layout/JourneyLayout.ts'
import { showToast } from '../../ui/toasts.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { reveal } from '../camera.ts'
import type { BoardSession } from '../BoardSession.ts'
import type { Canvas } from '../CanvasContext.ts'
import { entityIdOf, shapeIdOf } from '../shapes/journeyShapes.ts'
import { MAX_SHAPES } from '../tldrawSeam.tsx'
import { addableNoteTypes, addCards, mayAddKind, sayWhyNotAdded, whoTakesNewCards } from './addCards.ts'
import { boardToolsOf } from './BoardTools.ts'
import { type CardChoice, type CardDraft, draftFor, homeDraft } from './cardDraft.ts'
import { cellAtPoint, type FoundCell } from './CellChoice.ts'

/** Makes the card and opens its text box. Call outside of tldraw's own events. Returns false if it may not be. */
export function makeCard({ editor, binding, session }: Canvas, draft: CardDraft, place: Place): boolean {
  if (editor.getCurrentPageShapeIds().size >= MAX_SHAPES) {
    showToast(boardWords.tooManyShapes(MAX_SHAPES), { tone: 'warn' })
    return false
  }
  const id = newId<CardId>()
  if (addCards(session, [{ id, kind: draft.kind, place, fields: draft.fields }]).length === 0) return false
  const step = session.undo.last()
  binding.flush()
  const shapeId = shapeIdOf(id)
  if (!editor.getShape(shapeId)) return false
  editor.setCurrentTool('select')
  editor.select(shapeId)
  editor.setEditingShape(shapeId)
  boardToolsOf(editor)?.fresh.watch(id, step)
  const layout = cardLayoutOf(binding.view.get().layout, id)
  if (layout) reveal(editor, layout)
  return true
}

/** The card that belongs in this cell, at its end. */
export function makeCardInCell(canvas: Canvas, { journey, cell }: FoundCell): boolean {
  const lane = journey.lanes.find(({ id }) => id === cell.laneId)
  const draft = lane && addableDraft(canvas.session, lane.kind)
  if (!lane || !draft) return false
  return makeCard(
    canvas,
    draft,
    placeAtEnd(canvas.binding.view.get().board, journey.journeyId, cell.stageId, cell.laneId),
  )
}

/** At a point: in the cell there, else free with its middle under the point. */
export function makeCardAt(canvas: Canvas, choice: CardChoice, point: Point): boolean {
  const { board, layout, cache } = canvas.binding.view.get()
  const journey = journeyAt(layout, point)
  const lane = journey && laneAt(journey, point.y, choice.kind)
  const draft = draftFor(narrowed(canvas, choice, lane?.kind ?? null), lane?.kind ?? null)
  const card = { id: null, kind: choice.kind, at: { x: point.x - 82, y: point.y - 25 } }
  const [landing] = findLanding({ board, layout, cache, cards: [card], point })
  return landing ? makeCard(canvas, draft, landing.place) : false
}

/** A double click: in a cell the card that belongs there, on the desk an idea. Headers and labels have their own. */
export function makeCardByDoubleClick(canvas: Canvas, point: Point): boolean {
  const view = canvas.binding.view.get()
  const found = cellAtPoint(view, point)
  if (!found)
    return journeyAt(view.layout, point) ? false : makeCardAt(canvas, { kind: 'note', noteType: 'idea' }, point)
  const lane = found.journey.lanes.find(({ id }) => id === found.cell.laneId)
  const draft = lane && addableDraft(canvas.session, lane.kind)
  if (!lane || !draft) {
    const home = lane && homeDraft(lane.kind)
    if (home) sayWhyNotAdded(canvas.session, home)
    return false
  }
  const card = { id: null, kind: draft.kind, at: point }
  const [landing] = findLanding({ ...view, cards: [card], point })
  return landing ? makeCard(canvas, draft, landing.place) : false
}

/**
 * A quick key: in the cell of the selected card, the chosen cell, the cell under the pointer, the stage in view, in this
 * order; there in the nearest lane that takes the kind. Without a map in view, free in the middle of the screen.
 */
export function makeCardByKey(canvas: Canvas, choice: CardChoice): boolean {
  if (!mayAddKind(canvas.session, choice.kind)) {
    sayWhyNotAdded(canvas.session, { kind: choice.kind, fields: {} })
    return false
  }
  const spot = whereWorkIs(canvas)
  const view = canvas.binding.view.get()
  if (!spot) {
    const { x, y } = canvas.editor.getViewportPageBounds().center
    return makeCardAt(canvas, choice, { x, y })
  }
  const { journey, stage, y } = spot
  const types = addableNoteTypes(canvas.session)
  const lane = laneFor(journey, y, choice, types)
  if (!lane) return makeCardAt(canvas, choice, { x: journey.x + journey.w + 120, y: Math.max(journey.y + 60, y) })
  const draft = draftFor(narrowed(canvas, choice, lane.kind), lane.kind)
  return makeCard(canvas, draft, placeAtEnd(view.board, journey.journeyId, stage.id, lane.id))
}

/** The lane meant: the one there if it takes the kind, else the kind's own lane, else the nearest that takes it. */
function laneFor(
  journey: JourneyLayout,
  y: number,
  { kind, noteType }: CardChoice,
  types: readonly NoteType[],
): LaneLayout | null {
  // A phase for pains: in the lane of gains the key means the lane of pains.
  const fits = (lane: LaneLayout): boolean =>
    kind !== 'note' || noteType !== undefined || types.includes(noteTypeForLane(lane.kind))
  const here = laneAt(journey, y, null)
  if (here && laneTakes(here.kind, kind) && fits(here)) return here
  const home = journey.lanes.find((lane) => cardDefinition(kind).homeLanes.includes(lane.kind) && fits(lane))
  return home ?? laneAt(journey, y, kind)
}

/** A note whose type the lane would choose, in a phase that does not take that type: the first type it takes. */
function narrowed({ session }: Canvas, choice: CardChoice, lane: LaneKind | null): CardChoice {
  if (choice.kind !== 'note' || choice.noteType !== undefined) return choice
  const types = addableNoteTypes(session)
  const wanted = noteTypeOf(draftFor(choice, lane))
  const [first] = types
  return first === undefined || (wanted !== null && types.includes(wanted)) ? choice : { kind: 'note', noteType: first }
}

/** The card that belongs in a lane, if it may be added now. Reactive. */
export function addableDraft(session: Pick<BoardSession, 'rules'>, lane: LaneKind): CardDraft | null {
  const home = homeDraft(lane)
  return home && whoTakesNewCards(session, home) !== null ? home : null
}

function whereWorkIs(canvas: Canvas): { journey: JourneyLayout; stage: StageLayout; y: number } | null {
  const { editor, binding } = canvas
  const view = binding.view.get()
  const tools = boardToolsOf(editor)
  const found = cellOfSelection(canvas) ?? tools?.cells.current() ?? tools?.cells.underPointer() ?? null
  if (found) {
    const stage = found.journey.stages.find(({ id }) => id === found.cell.stageId)
    if (stage) return { journey: found.journey, stage, y: found.cell.rect.y + found.cell.rect.h / 2 }
  }
  const { x, y } = editor.getViewportPageBounds().center
  const journey = journeyAt(view.layout, { x, y })
  const stage = journey && stageAt(journey, x)
  return journey && stage ? { journey, stage, y } : null
}

/** The cell of the only selected card. */
export function cellOfSelection({ editor, binding }: Canvas): FoundCell | null {
  const only = editor.getOnlySelectedShape()
  if (!only || only.type !== 'card') return null
  const view = binding.view.get()
  const card = view.board.cards.get(entityIdOf(only.id) as CardId)
  if (!card || !isCellPlace(card.place)) return null
  const journey = view.layout.journeys.get(card.place.journeyId)
  const cell = journey?.cells.get(`${card.place.stageId}/${card.place.laneId}`)
  return journey && cell ? { journey, cell } : null
}
