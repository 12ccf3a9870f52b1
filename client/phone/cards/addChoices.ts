// What may be added where: kinds of card by lane, as the phase allows. Pure; the form for new cards shows nothing else.
import type { Board, CellPlace, Lane, Stage } from '../../../shared/journey/Board.ts'
import { cellKey } from '../../../shared/journey/Board.ts'
import {
  cardDefinition,
  type CardKind,
  kindsForLane,
  type NoteType,
  noteTypeForLane,
} from '../../../shared/journey/cards/cardKinds.ts'
import { sortLabel, sortOfCard } from '../../../shared/journey/cards/cardSorts.ts'
import type { JourneyId, LaneId, StageId } from '../../../shared/journey/ids.ts'
import type { LaneKind } from '../../../shared/journey/lanes.ts'
import { orderAt } from '../../../shared/journey/order.ts'
import { lanesOf } from '../../../shared/journey/readBoardParts.ts'
import { mayAdd, noteTypes, type PhaseRights } from '../../../shared/workshop/agenda.ts'

export interface CardChoice {
  readonly kind: CardKind
  /** For notes only. */
  readonly noteType: NoteType | null
}

export interface LaneChoices {
  readonly lane: Lane
  /** What belongs there first; never empty. */
  readonly choices: readonly CardChoice[]
}

/**
 * Lanes for a new card, in the order of the map: those where something that may be added now belongs best. A pain could
 * lie in many lanes; where there is a lane of pains, that is where it is asked for.
 */
export function addChoices(board: Board, journeyId: JourneyId, rights: PhaseRights): LaneChoices[] {
  const lanes = lanesOf(board, journeyId).map((lane) => ({ lane, choices: choicesFor(lane.kind, rights) }))
  const best = new Map<string, number>()
  for (const { lane, choices } of lanes) {
    for (const choice of choices) {
      const name = choiceLabel(choice)
      best.set(name, Math.max(best.get(name) ?? 0, fit(lane.kind, choice)))
    }
  }
  return lanes.filter(({ lane, choices }) =>
    choices.some((choice) => fit(lane.kind, choice) === best.get(choiceLabel(choice))),
  )
}

/** What a map is built of, then what follows from it: the first that may be added is what is most likely wanted. */
const usualKinds = ['touchpoint', 'opportunity'] as const satisfies readonly CardKind[]

export function usualLane(lanes: readonly LaneChoices[]): LaneChoices | undefined {
  const wanted = usualKinds.flatMap((kind) => lanes.filter(({ choices }) => choices[0]?.kind === kind))
  return wanted[0] ?? lanes[0]
}

/** 2: it belongs there, 1: the lane asks for this type of note, 0: it may lie there. */
function fit(lane: LaneKind, { kind, noteType }: CardChoice): number {
  const isAskedFor = noteType === null || noteTypeForLane(lane) === noteType
  if (cardDefinition(kind).homeLanes.includes(lane) && isAskedFor) return 2
  return noteType !== null && isAskedFor ? 1 : 0
}

/** What a lane takes, the kind that belongs there first, notes by their type. */
export function choicesFor(lane: LaneKind, rights: PhaseRights): CardChoice[] {
  const own = noteTypeForLane(lane)
  const types = [own, ...noteTypes.filter((type) => type !== own)]
  return kindsInOrder(lane)
    .flatMap((kind): CardChoice[] =>
      kind === 'note' ? types.map((noteType) => ({ kind, noteType })) : [{ kind, noteType: null }],
    )
    .filter(({ kind, noteType }) => mayAdd(rights, kind, noteType))
}

/** Of an opportunity follows an action: it stands beside it, and all the types of notes behind. */
function kindsInOrder(lane: LaneKind): readonly CardKind[] {
  const kinds = kindsForLane(lane)
  return lane === 'opportunities' ? kinds.toSorted((a, b) => Number(a === 'note') - Number(b === 'note')) : kinds
}

/** "Touchpoint", "Pain" */
export function choiceLabel({ kind, noteType }: CardChoice): string {
  return sortLabel(sortOfCard(kind, { type: noteType }))
}

export function isSameChoice(a: CardChoice, b: CardChoice): boolean {
  return a.kind === b.kind && a.noteType === b.noteType
}

/** Fields of a new card with these words. */
export function newFields({ kind, noteType }: CardChoice, text: string): Record<string, unknown> {
  return { [cardDefinition(kind).title]: text, ...(noteType === null ? {} : { type: noteType }) }
}

/** Behind the last card of the cell. */
export function endOfCell(board: Board, stage: Stage, laneId: LaneId): CellPlace {
  const orders = ordersOf(board, stage.id, laneId)
  return { journeyId: stage.journeyId, stageId: stage.id, laneId, order: orderAt(orders, orders.length) }
}

function ordersOf(board: Board, stageId: StageId, laneId: LaneId): { readonly order: string }[] {
  return (board.cells.get(cellKey(stageId, laneId)) ?? []).flatMap(({ place }) => ('order' in place ? [place] : []))
}
