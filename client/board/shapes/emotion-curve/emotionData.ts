// What the emotion lane shows, as one signal that changes only if something the curve is made of changed: anybody's
// readings of this journey, its stages, its persona. Typing in a card elsewhere does not draw the curve again.
import { computed, type Signal, unsafe__withoutCapture } from '@tldraw/state'
import { emotionEntriesOf } from '../../../../shared/insight/emotionEntriesOf.ts'
import type { EmotionReading } from '../../../../shared/journey/Board.ts'
import type { CardId, JourneyId, LaneId, ParticipantId } from '../../../../shared/journey/ids.ts'
import {
  type EmotionConsensus,
  emotionConsensus,
  type EmotionTarget,
  touchpointsOf,
} from '../../../../shared/insight/emotionConsensus.ts'
import { stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import type { JourneyLayout } from '../../../../shared/layout/JourneyLayout.ts'
import type { Rect } from '../../../../shared/layout/Rect.ts'
import type { BoardView } from '../../binding/BoardView.ts'
import type { BoardSession } from '../../BoardSession.ts'

export interface EmotionData {
  readonly layout: JourneyLayout
  readonly rect: Rect
  readonly consensus: EmotionConsensus
  readonly own: ReadonlyMap<EmotionTarget, EmotionReading>
  readonly personaId: CardId | null
  /** Names of stages and touchpoints by id, for labels. */
  readonly names: ReadonlyMap<EmotionTarget, string>
  readonly isToBe: boolean
}

interface EmotionPlace {
  readonly journeyId: JourneyId
  readonly laneId: LaneId
}

/** Null while the journey or its lane is not there. */
export function emotionData(
  session: BoardSession,
  view: Signal<BoardView>,
  place: EmotionPlace,
): Signal<EmotionData | null> {
  const parts = computed('parts of the emotion curve', () => partsOf(view.get(), place), { isEqual: isSameList })
  const departments = computed('departments by person', () => departmentsByPerson(session), { isEqual: isSameMap })
  return computed('emotion curve', () => {
    parts.get()
    const now = unsafe__withoutCapture(() => view.get())
    return dataOf(now, place, session.workshop.participantId, departments.get())
  })
}

/** Everything the curve depends on, as objects to compare by identity. */
function partsOf({ board, layout }: BoardView, { journeyId, laneId }: EmotionPlace): unknown[] {
  const journey = layout.journeys.get(journeyId)
  const record = board.journeys.get(journeyId)
  const stages = stagesOf(board, journeyId)
  return [
    record?.persona,
    record?.state,
    ...(journey?.stages ?? []),
    journey?.emotion.find((lane) => lane.laneId === laneId)?.rect,
    ...stages,
    ...stages.flatMap((stage) => touchpointsOf(board, stage)),
    ...[...board.emotions.values()].filter((entry) => entry.journeyId === journeyId),
  ]
}

function dataOf(
  { board, layout }: BoardView,
  { journeyId, laneId }: EmotionPlace,
  me: string,
  departments: ReadonlyMap<ParticipantId, string>,
): EmotionData | null {
  const journey = board.journeys.get(journeyId)
  const journeyLayout = layout.journeys.get(journeyId)
  const rect = journeyLayout?.emotion.find((lane) => lane.laneId === laneId)?.rect
  if (!journey || !journeyLayout || !rect) return null
  // Readings belong to a persona; a deleted one reads as none.
  const personaId = journey.persona !== null && board.cards.has(journey.persona) ? journey.persona : null
  const entry = emotionEntriesOf(board, journeyId, personaId).find(({ participantId }) => participantId === me)
  const names = new Map<EmotionTarget, string>()
  for (const stage of stagesOf(board, journeyId)) {
    names.set(stage.id, stage.name)
    for (const id of touchpointsOf(board, stage)) {
      const card = board.cards.get(id)
      if (card?.kind === 'touchpoint') names.set(id, card.fields.title)
    }
  }
  return {
    layout: journeyLayout,
    rect,
    consensus: emotionConsensus(board, journeyId, personaId, departments),
    own: entry?.readings ?? new Map(),
    personaId,
    names,
    isToBe: journey.state === 'to-be',
  }
}

function departmentsByPerson(session: BoardSession): ReadonlyMap<ParticipantId, string> {
  const people = session.connection.roster.get()
  return new Map([...people.values()].map((person) => [person.id as ParticipantId, person.department]))
}

function isSameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return a.length === b.length && a.every((part, at) => part === b[at])
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
