// A checked file → edits of the board, as one transaction: one update on the wire, all or nothing for everybody.
import * as Y from 'yjs'
import { relinkRound } from '../export/fileRounds.ts'
import type { FileCluster, JourneyFile, FileCellCard, FileDrawing, FileJourney } from '../export/journeyFile.ts'
import type { Board, Place } from '../journey/Board.ts'
import { readBoard } from '../journey/BoardModel.ts'
import { cardDefinition, type CardKind } from '../journey/cards/cardKinds.ts'
import { deleteCards, type NewCard, restoreCards } from '../journey/edit/editCards.ts'
import { type DrawingRecord, putDrawings, readDrawings, removeDrawings } from '../journey/edit/editDrawings.ts'
import { setReading } from '../journey/edit/editEmotions.ts'
import { createJourney, createLane, createStage, deleteJourney } from '../journey/edit/editStructure.ts'
import { type EditTarget, transact } from '../journey/edit/EditTarget.ts'
import { memberKey } from '../journey/clusters.ts'
import { type CardId, type JourneyId, newId, type ParticipantId } from '../journey/ids.ts'
import { keepDepartment } from '../journey/importedPeople.ts'
import type { LaneKind } from '../journey/lanes.ts'
import { orderKeys } from '../journey/order.ts'
import type { RoundResult } from '../workshop/results.ts'
import { FileIds } from './FileIds.ts'
import { ADDED_GAP, isOnPage, rightEdge } from './rightEdge.ts'

/** `replace`: the board holds what the file holds and nothing else. `add`: beside what is there. */
export type ImportMode = 'add' | 'replace'

export interface ImportReport {
  readonly journeys: number
  readonly cards: number
  readonly drawings: number
}

export interface AppliedFile {
  readonly report: ImportReport
  /** Votes of the file, about the cards under the ids they have now. */
  readonly rounds: readonly RoundResult[]
  /** What the file says of who wrote its cards, by the ids they have now. Only words: the cards are nobody's. */
  readonly authors: Readonly<Record<string, string>>
}

/** Who of this workshop gave the feelings under this name in the file's journey at this place; null: nobody it knows. */
export type OwnerOf = (journeyAt: number, participant: string) => ParticipantId | null

/**
 * Ids stay as they are in the file unless something on the board has them already; then new ones are drawn and every
 * link follows. Order keys are drawn anew from the order in the file. Feelings go back to those who gave them; those of
 * others come in as of people who are not here, whom nobody can write for.
 */
export function applyJourneyFile(
  target: EditTarget,
  file: JourneyFile,
  mode: ImportMode,
  ownerOf: OwnerOf = () => null,
): AppliedFile {
  return transact(target, () => {
    if (mode === 'replace') clearBoard(target)
    const shift = shiftFor(readBoard(target.doc), readDrawings(target.doc), file)
    const ids = new FileIds(target.doc, file)
    const roster = new Map(file.workshop.participants.map(({ id, department }) => [id, department]))
    file.journeys.forEach((journey, at) => {
      addJourney(target, journey, ids, shift)
      addFeelings(target, journey, ids, { roster, ownerOf: (participant) => ownerOf(at, participant) })
    })
    const free = file.freeCards.map(({ id, kind, place, fields }): NewCard => {
      return { id: ids.card(id), kind, place: { x: place.x + shift, y: place.y }, fields: linked(kind, fields, ids) }
    })
    restoreCards(target, free)
    const drawings = file.drawings
      .filter(({ id }) => !ids.isShared(id))
      .map((drawing) => moved(ids.relink(drawing), shift))
    putDrawings(target, drawings)
    const cards = file.journeys.reduce((sum, journey) => sum + journey.cards.length, file.freeCards.length)
    for (const cluster of file.clusters) addCluster(target, cluster, ids)
    return {
      report: { journeys: file.journeys.length, cards, drawings: file.drawings.length },
      rounds: file.rounds.map((round) => relinkRound(round, (id) => ids.card(id))),
      authors: authorsOf(file, ids),
    }
  })
}

/** Of cards that the file has: others of that id are none of its business. */
function authorsOf({ journeys, freeCards, authors = [] }: JourneyFile, ids: FileIds): Record<string, string> {
  const cards = new Set([...journeys.flatMap((journey) => journey.cards), ...freeCards].map(({ id }) => id))
  const told = authors.filter(({ card, name }) => cards.has(card) && name.trim() !== '')
  return Object.fromEntries(told.map(({ card, name }) => [ids.card(card), name]))
}

function clearBoard(target: EditTarget): void {
  const { doc } = target
  for (const id of doc.getMap('journeys').keys()) deleteJourney(target, id as JourneyId)
  deleteCards(target, [...doc.getMap('cards').keys()] as CardId[])
  removeDrawings(target, [...doc.getMap('drawings').keys()])
  // What a journey left behind when it was deleted at the moment somebody else added to it.
  for (const root of ['stages', 'lanes', 'emotions', 'clusters'] as const) {
    const records = doc.getMap(root)
    for (const id of records.keys()) records.delete(id)
  }
}

/** How far to the right the file's content goes so that it lies beside what is there; 0 on an empty board. */
function shiftFor(board: Board, drawings: readonly DrawingRecord[], file: JourneyFile): number {
  const right = rightEdge(board, drawings)
  const lefts = [
    ...file.journeys.map(({ place }) => place.x),
    ...file.freeCards.map(({ place }) => place.x),
    ...file.drawings.filter(isOnPage).map(({ x }) => Number(x)),
  ]
  if (right === null || lefts.length === 0) return 0
  return Math.round(right + ADDED_GAP - lefts.reduce(smaller))
}

const smaller = (a: number, b: number): number => Math.min(a, b)

function moved(drawing: FileDrawing, shift: number): DrawingRecord {
  return isOnPage(drawing) && shift !== 0 ? { ...drawing, x: Number(drawing['x']) + shift } : drawing
}

function addJourney(target: EditTarget, journey: FileJourney, ids: FileIds, shift: number): void {
  const { stages, lanes, cards, emotions: _feelings, place, ...fields } = journey
  const id = ids.journey(journey.id)
  const persona = typeof fields['persona'] === 'string' ? ids.card(fields['persona']) : null
  createJourney(target, { ...fields, id, place: { x: place.x + shift, y: place.y }, persona })
  const stageOrders = orderKeys(stages.length)
  stages.forEach((stage, at) =>
    createStage(target, { ...stage, id: ids.stage(stage.id), journeyId: id, order: stageOrders[at] ?? '' }),
  )
  const laneOrders = orderKeys(lanes.length)
  lanes.forEach((lane, at) => {
    const kind = lane['kind'] as LaneKind
    createLane(target, { ...lane, id: ids.lane(lane.id), journeyId: id, order: laneOrders[at] ?? '', kind })
  })
  restoreCards(target, placedCards(id, cards, ids))
}

function placedCards(journeyId: JourneyId, cards: readonly FileCellCard[], ids: FileIds): NewCard[] {
  const cells = Map.groupBy(cards, (card) => `${card.stage ?? ''}/${card.lane ?? ''}`)
  return [...cells.values()].flatMap((cell) => {
    const orders = orderKeys(cell.length)
    return cell.map(({ id, kind, stage, lane, fields }, at) => {
      const place: Place = { journeyId, stageId: ids.stage(stage), laneId: ids.lane(lane), order: orders[at] ?? '' }
      return { id: ids.card(id), kind, place, fields: linked(kind, fields, ids) }
    })
  })
}

/** As the file has it, not as `mergeCards` would make it: what was there is there again. */
function addCluster(target: EditTarget, { id, kind, name, into, cards }: FileCluster, ids: FileIds): void {
  const clusters = target.doc.getMap('clusters')
  const record = new Y.Map<unknown>()
  clusters.set(clusters.has(id) ? newId() : id, record)
  record.set('kind', kind)
  if (kind === 'group') record.set('name', name)
  else if (into !== null) record.set('into', ids.card(into))
  for (const cardId of cards) record.set(memberKey(ids.card(cardId)), true)
}

/** Fields with links to other cards under their new ids. */
function linked(kind: CardKind, fields: Readonly<Record<string, unknown>>, ids: FileIds): Record<string, unknown> {
  const declared = cardDefinition(kind).fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const isLink = declared[name]?.type === 'card' && typeof value === 'string'
      return [name, isLink ? ids.card(value) : value]
    }),
  )
}

interface Givers {
  /** Of the file: departments by id. */
  readonly roster: ReadonlyMap<string, string>
  readonly ownerOf: (participant: string) => ParticipantId | null
}

function addFeelings(target: EditTarget, journey: FileJourney, ids: FileIds, { roster, ownerOf }: Givers): void {
  const journeyId = ids.journey(journey.id)
  const people = new Map<string, ParticipantId>()
  for (const { participant, department = roster.get(participant) ?? '', persona, readings } of journey.emotions) {
    const owner = ownerOf(participant)
    const participantId = owner ?? people.get(participant) ?? newId<ParticipantId>()
    people.set(participant, participantId)
    if (owner === null && department !== '') keepDepartment(target, participantId, department)
    const personaId = persona === null ? null : ids.card(persona)
    for (const { about, value, reason } of readings)
      setReading(target, { journeyId, personaId, participantId, about: ids.about(about) }, { value, reason })
  }
}
