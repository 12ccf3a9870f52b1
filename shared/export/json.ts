// The lossless file (see journeyFile.ts). The same board gives the same bytes: no time, no order keys, lists sorted by
// what people see. What nobody can see any more is not in it: order among the deleted, readings about what is gone,
// records that could not be read.
import { toBase64, toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { type Board, type Card, isCellPlace, type Journey, type Lane, type Stage } from '../journey/Board.ts'
import { cardDefinition, laneTakes } from '../journey/cards/cardKinds.ts'
import { emptyValue, type Field } from '../journey/fields.ts'
import type { CardId, LaneId, ParticipantId } from '../journey/ids.ts'
import { compareOrder } from '../journey/order.ts'
import { journeysOf, lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { journeyFields, laneFields, stageFields } from '../journey/schema.ts'
import { feelingsText, toFileFeelings } from './fileFeelings.ts'
import type { ExportFormat, ExportInput } from './formats.ts'
import { toFileRounds } from './fileRounds.ts'
import {
  drawingSchema,
  FILE_FORMAT,
  FILE_VERSION,
  type FileCellCard,
  type FileCluster,
  type FileDrawing,
  type FileFreeCard,
  type FileJourney,
  type FilePicture,
  type JourneyFile,
  MAX_SEAL_LENGTH,
} from './journeyFile.ts'

export const jsonFormat: ExportFormat = {
  name: 'json',
  render: (input) => `${JSON.stringify(withSummary(input), null, 2)}\n`,
}

export function toJourneyFile(input: ExportInput): JourneyFile {
  const { board, drawings, workshop, rounds = [], pictures = [] } = input
  const felt = journeysOf(board).map((journey) => {
    const { people, emotions } = toFileFeelings(input, journey.id)
    return { people, journey: toFileJourney(board, journey, emotions) }
  })
  const content = {
    journeys: felt.map(({ journey }) => journey),
    freeCards: toFreeCards(board),
    // A record that no canvas could show would make the file unreadable as a whole.
    drawings: drawings
      .filter((drawing) => drawingSchema.safeParse(drawing).success)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((drawing) => sortKeys(drawing) as FileDrawing),
  }
  const used = new Set(JSON.stringify(content).match(/[0-9a-f]{64}/g))
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    workshop: {
      title: workshop.title,
      departments: [...workshop.departments],
      participants: workshop.participants.map(({ id, name, department }) => ({ id, name, department })),
      ...(workshop.reviewDate ? { reviewDate: workshop.reviewDate } : {}),
      ...(workshop.agenda && workshop.agenda.length > 0 ? { agenda: [...workshop.agenda] } : {}),
      ...sealed(
        input,
        felt.map(({ people }) => people),
        content.journeys,
      ),
    },
    ...content,
    clusters: toFileClusters(board),
    rounds: toFileRounds(rounds),
    pictures: pictures.filter(({ sha256 }) => used.has(sha256)).map(toFilePicture),
  }
}

/** Whose the feelings are, for the workshop itself and nobody else; left out where there is nothing to say. */
function sealed(
  { seal }: ExportInput,
  people: readonly (readonly ParticipantId[])[],
  journeys: readonly FileJourney[],
) {
  if (!seal || people.every((own) => own.length === 0)) return {}
  const closed = seal(people, feelingsText(journeys))
  return closed.length > MAX_SEAL_LENGTH ? {} : { seal: closed }
}

/** For whoever reads the file without importing it: who wrote what, who took part, and whether two files hold the same workshop. */
function withSummary(input: ExportInput) {
  const file = toJourneyFile(input)
  const { facilitators = [] } = input.workshop
  const authors = Object.entries(input.authors ?? {})
    .filter(([card]) => input.board.cards.has(card as CardId))
    .map(([card, name]) => ({ card, name }))
  const told = {
    ...file,
    ...(facilitators.length > 0 ? { facilitators } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    participation: participationOf(file.workshop.participants),
  }
  return { ...told, sha256: toHexString(digest(encodeUtf8(JSON.stringify(told)))) }
}

function participationOf(participants: JourneyFile['workshop']['participants']) {
  const groups = Map.groupBy(participants, ({ department }) => department)
  return [...groups]
    .map(([department, people]) => ({ department, people: people.length }))
    .toSorted((a, b) => (a.department < b.department ? -1 : 1))
}

/** Members that are gone say nothing; neither does a cluster without any, or a merge whose note is gone. */
function toFileClusters(board: Board): FileCluster[] {
  return [...board.clusters.values()]
    .map(({ id, kind, name, into, cardIds }) => {
      return { id, kind, name, into, cards: cardIds.filter((cardId) => board.cards.has(cardId)) }
    })
    .filter(({ into, cards }) => cards.length > 0 && (into === null || board.cards.has(into)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function toFilePicture({ sha256, contentType, bytes }: NonNullable<ExportInput['pictures']>[number]): FilePicture {
  return { sha256, contentType, data: toBase64(bytes) }
}

function toFileJourney(board: Board, journey: Journey, emotions: FileJourney['emotions']): FileJourney {
  const stages = stagesOf(board, journey.id)
  const lanes = lanesOf(board, journey.id)
  return {
    id: journey.id,
    ...filledFields(board, journeyFields, journey),
    place: journey.place,
    stages: stages.map((stage) => ({ id: stage.id, ...filledFields(board, stageFields, stage) })),
    lanes: lanes.map((lane) => ({ id: lane.id, ...filledFields(board, laneFields, lane) })),
    cards: toCellCards(board, journey, stages, lanes),
    emotions,
  }
}

/** The fields that say something; a link to a card that is gone says nothing. */
function filledFields(board: Board, fields: Readonly<Record<string, Field>>, entity: object): Record<string, unknown> {
  const values = entity as Readonly<Record<string, unknown>>
  const filled: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    const isDead = field.type === 'card' && typeof value === 'string' && !isLive(board, value, field.kind)
    const isEmpty = JSON.stringify(value) === JSON.stringify(emptyValue(field))
    if (!isDead && !isEmpty) filled[name] = value
  }
  return filled
}

function isLive(board: Board, cardId: string, kind: string): boolean {
  return (board.cards as ReadonlyMap<string, Card>).get(cardId)?.kind === kind
}

/**
 * Stage by stage, lane by lane, in the order of the cell; cards whose stage or lane is gone come last. So do cards whose
 * lane became one of another kind at the moment they were put there: a file with them could not be read.
 */
function toCellCards(board: Board, journey: Journey, stages: readonly Stage[], lanes: readonly Lane[]): FileCellCard[] {
  const stageRanks = new Map(stages.map(({ id }, at) => [id, at]))
  const laneRanks = new Map(lanes.map(({ id }, at) => [id, at]))
  const laneRank = (card: Card, id: LaneId) => {
    const at = laneRanks.get(id)
    const lane = at === undefined ? undefined : lanes[at]
    return at !== undefined && lane && laneTakes(lane.kind, card.kind) ? at : lanes.length
  }
  const cards = [...board.cards.values()].flatMap((card) =>
    isCellPlace(card.place) && card.place.journeyId === journey.id
      ? [
          {
            card,
            place: card.place,
            stage: stageRanks.get(card.place.stageId) ?? stages.length,
            lane: laneRank(card, card.place.laneId),
          },
        ]
      : [],
  )
  return cards
    .toSorted(
      (a, b) =>
        a.stage - b.stage ||
        a.lane - b.lane ||
        compareOrder({ order: a.place.order, id: a.card.id }, { order: b.place.order, id: b.card.id }),
    )
    .map(({ card, stage, lane }) => ({
      id: card.id,
      kind: card.kind,
      stage: stages[stage]?.id ?? null,
      lane: lanes[lane]?.id ?? null,
      fields: filledFields(board, cardDefinition(card.kind).fields, card.fields),
    }))
}

/** Cards on the canvas, and those whose whole journey is gone: at the origin, so that nobody's words are lost. */
function toFreeCards(board: Board): FileFreeCard[] {
  return [...board.cards.values()]
    .flatMap((card) => {
      const isLost = isCellPlace(card.place) && !board.journeys.has(card.place.journeyId)
      if (isCellPlace(card.place) && !isLost) return []
      const place = isCellPlace(card.place) ? { x: 0, y: 0 } : card.place
      return [
        {
          id: card.id,
          kind: card.kind,
          place,
          fields: filledFields(board, cardDefinition(card.kind).fields, card.fields),
        },
      ]
    })
    .toSorted((a, b) => a.place.x - b.place.x || a.place.y - b.place.y || (a.id < b.id ? -1 : 1))
}

/** Drawings come with their keys in the order they were written, which differs between clients. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]))
}
