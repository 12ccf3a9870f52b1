// What was found in each stage, lane by lane, for files that are read: the words of the cards and the few facts people
// ask for. Everything a card holds is in the tables.
import type { Board, Card, Lane, Stage } from '../journey/Board.ts'
import { isCellPlace } from '../journey/Board.ts'
import { noteTypeForLane } from '../journey/cards/cardKinds.ts'
import { note } from '../journey/cards/note.ts'
import { processStep } from '../journey/cards/processStep.ts'
import type { CardId, JourneyId } from '../journey/ids.ts'
import { cardsOfCell, cardTitle, hasCell, lanesOf, laneTitle, stagesOf } from '../journey/readBoardParts.ts'
import { cardFoot, kpiValueLine } from '../layout/cardFoot.ts'
import type { VoteTotal } from '../workshop/voteTotals.ts'

export interface Finding {
  readonly card: Card
  readonly words: string
  /** Channel, owner, value …: short, as people say them. */
  readonly details: readonly string[]
  /** Of the latest round; null if the card was not voted on or got none. */
  readonly votes: number | null
  /** Name of the group the note is in; null if it is in none, or in one without a name. */
  readonly group: string | null
}

interface LaneFindings {
  readonly lane: Lane
  readonly title: string
  readonly cards: readonly Finding[]
}

export interface StageFindings {
  readonly stageId: Stage['id']
  readonly name: string
  readonly period: string
  /** Only lanes that hold something. */
  readonly lanes: readonly LaneFindings[]
}

type Votes = ReadonlyMap<string, VoteTotal> | null

/** Stages in the order of the map; notes merged into others show as those, cards without words not at all. */
export function findingsOf(board: Board, journeyId: string, votes: Votes): StageFindings[] {
  const lanes = lanesOf(board, journeyId as JourneyId)
  return stagesOf(board, journeyId as JourneyId).map((stage) => ({
    stageId: stage.id,
    name: stage.name,
    period: stage.period,
    lanes: lanes
      .map((lane) => ({
        lane,
        title: laneTitle(lane),
        cards: cardsOfCell(board, stage, lane)
          .filter((card) => cardTitle(card).trim() !== '')
          .map((card) => ({ ...findingOf(card, lane, votes), group: groupName(board, card.id) })),
      }))
      .filter(({ cards }) => cards.length > 0),
  }))
}

function groupName({ clusters, groupOf }: Board, id: CardId): string | null {
  const group = groupOf.get(id)
  const name = group === undefined ? '' : (clusters.get(group)?.name.trim() ?? '')
  return name === '' ? null : name
}

/** Cards with words that are in no cell, by place: on the canvas, or left over from a stage that is gone. */
export function looseCards(board: Board, votes: Votes): Finding[] {
  const point = ({ place }: Card) => (isCellPlace(place) ? { x: 0, y: 0 } : place)
  return [...board.cards.values()]
    .filter((card) => !hasCell(board, card) && !board.mergedInto.has(card.id) && cardTitle(card).trim() !== '')
    .toSorted((a, b) => point(a).y - point(b).y || point(a).x - point(b).x || (a.id < b.id ? -1 : 1))
    .map((card) => findingOf(card, null, votes))
}

function findingOf(card: Card, lane: Lane | null, votes: Votes): Finding {
  const total = votes?.get(card.id)?.votes ?? 0
  const details = detailsOf(card, lane).filter((detail) => detail.trim() !== '')
  return { card, words: cardTitle(card), details, votes: total > 0 ? total : null, group: null }
}

function detailsOf(card: Card, lane: Lane | null): string[] {
  switch (card.kind) {
    case 'touchpoint': {
      const { channel, department, momentOfTruth } = card.fields
      return [channel, department ?? '', momentOfTruth ? 'moment of truth' : '']
    }
    case 'note': {
      const { type, severity, department } = card.fields
      const isUsual = lane !== null && noteTypeForLane(lane.kind) === type
      return [isUsual ? '' : noteTypeLabel(type), severity === null ? '' : `severity ${severity}`, department ?? '']
    }
    case 'process-step':
      return stepDetails(card.fields)
    case 'kpi':
      return [kpiValueLine(card.fields)]
    case 'action':
      return [cardFoot(card, null), card.fields.department ?? '']
    case 'opportunity':
    case 'persona':
    case 'customer-action':
    case 'thought':
      return []
  }
}

function stepDetails(fields: Extract<Card, { kind: 'process-step' }>['fields']): string[] {
  const { actor, system, minutes, waitMinutes, flag, department } = fields
  const label = processStep.fields.flag.options.find(({ value }) => value === flag)?.label ?? ''
  return [
    label.toLowerCase(),
    actor,
    system,
    minutes === null ? '' : `${minutes} min of work`,
    waitMinutes === null ? '' : `${waitMinutes} min of waiting`,
    department ?? '',
  ]
}

function noteTypeLabel(type: string): string {
  return note.fields.type.options.find(({ value }) => value === type)?.label.toLowerCase() ?? ''
}
