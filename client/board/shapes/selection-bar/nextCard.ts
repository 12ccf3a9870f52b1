// What follows from a card: of an opportunity or an idea the action; of a pain the opportunity, when it is time to act. It
// comes into the lane of opportunities of the same stage.
import { type Board, type Card, isCellPlace, type Lane, type Place } from '../../../../shared/journey/Board.ts'
import { type CardId, newId } from '../../../../shared/journey/ids.ts'
import { cardTitle, lanesOf } from '../../../../shared/journey/readBoardParts.ts'
import { cardLayoutOf } from '../../../../shared/layout/JourneyLayout.ts'
import { placeAtEnd } from '../../../../shared/layout/findLanding.ts'
import { type Agenda, mayAdd, rightsNow } from '../../../../shared/workshop/agenda.ts'
import { asQuestion } from '../../../workshop/results/planOpportunities.ts'
import { reveal } from '../../camera.ts'
import type { BoardSession } from '../../BoardSession.ts'
import type { Canvas } from '../../CanvasContext.ts'
import { addCards, mayAddKind } from '../../tools/addCards.ts'
import { makeCard } from '../../tools/makeCard.ts'
import { shapeIdOf } from '../journeyShapes.ts'

export type NextKind = 'opportunity' | 'action'

type ActingSession = Pick<BoardSession, 'rules'> & {
  readonly model: { readonly board: Board }
  readonly connection: Pick<BoardSession['connection'], 'workshop'>
}

/** Reactive in the rights. Null: nothing, or there is no place for it. */
export function nextKind(session: ActingSession, card: Card): NextKind | null {
  const kind = followerOf(card, isTimeToAct(session.connection.workshop.get().agenda))
  if (kind === null || !mayAddKind(session, kind)) return null
  return laneFor(session.model.board, card) === null ? null : kind
}

function followerOf(card: Card, isToAct: boolean): NextKind | null {
  if (card.kind === 'opportunity') return 'action'
  if (card.kind !== 'note') return null
  if (card.fields.type === 'idea') return 'action'
  return isToAct && card.fields.type === 'pain' && cardTitle(card).trim() !== '' ? 'opportunity' : null
}

/** The same for everybody, also for facilitators, who may add anything at any time: the map is done, what follows is not. */
function isTimeToAct(agenda: Agenda): boolean {
  const rights = rightsNow(agenda)
  return mayAdd(rights, 'opportunity', null) && !mayAdd(rights, 'touchpoint', null)
}

function laneFor(board: Board, { place }: Card): Lane | null {
  if (!isCellPlace(place)) return null
  return lanesOf(board, place.journeyId).find(({ kind }) => kind === 'opportunities') ?? null
}

/** An action is ready to be written, an opportunity already asks what would end the pain. Call outside of tldraw's own events. */
export function addNext(canvas: Canvas, card: Card, kind: NextKind): void {
  const { board } = canvas.binding.view.get()
  const lane = laneFor(board, card)
  if (!lane || !isCellPlace(card.place)) return
  const { journeyId, stageId } = card.place
  const place = placeAtEnd(board, journeyId, stageId, lane.id)
  // What an opportunity is measured by, its action is measured by.
  const kpi = card.kind === 'opportunity' ? card.fields.kpi : null
  if (kind === 'action') makeCard(canvas, { kind, fields: kpi === null ? {} : { kpi } }, place)
  else putOpportunity(canvas, asQuestion(cardTitle(card)), place)
}

function putOpportunity({ editor, session, binding }: Canvas, text: string, place: Place): void {
  const id = newId<CardId>()
  if (addCards(session, [{ id, kind: 'opportunity', place, fields: { text } }]).length === 0) return
  binding.flush()
  if (!editor.getShape(shapeIdOf(id))) return
  editor.select(shapeIdOf(id))
  const layout = cardLayoutOf(binding.view.get().layout, id)
  if (layout) reveal(editor, layout)
}
