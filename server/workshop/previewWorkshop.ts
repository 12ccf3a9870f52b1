// What somebody sees of a workshop before joining it, with a key that is good.
import * as Y from 'yjs'
import { compareOrder } from '../../shared/journey/order.ts'
import { journeysOf } from '../../shared/journey/readBoardParts.ts'
import { readCard, readJourney, readStage } from '../../shared/journey/readRecords.ts'
import type { WorkshopPreview } from '../../shared/protocol/entry.ts'
import { isLinkGood } from './isLinkGood.ts'
import type { Room } from '../rooms/Room.ts'

/** Names shown on the join page. */
const SHOWN_PEOPLE = 5
/** Stages the page has room for. */
const SHOWN_STAGES = 12

interface Thought {
  readonly id: string
  readonly order: string
  readonly text: string
}

/** Null if the key opens nothing. */
export function previewWorkshop(room: Room, key: string, nowMs: number): WorkshopPreview | null {
  const { workshop, roster } = room
  const link = workshop.links.byKey(key)
  // Who has used a personal link comes back by their token and needs no preview.
  if (!link || !isLinkGood(link, null, nowMs)) return null
  const people = workshop.activeParticipants().filter(({ name }) => name !== '')
  return {
    title: workshop.info.title,
    role: link.role,
    isPersonal: link.oneUse,
    invitedBy: people.find(({ role }) => role === 'facilitator')?.name ?? null,
    participants: {
      online: roster.onlineCount,
      total: people.length,
      some: people
        .toSorted((a, b) => Number(roster.isOnline(b.id)) - Number(roster.isOnline(a.id)))
        .slice(0, SHOWN_PEOPLE)
        .map(({ name, department }) => ({ name, department })),
    },
    departments: [...workshop.info.departments],
    journey: previewJourney(room.board.doc),
  }
}

function previewJourney(doc: Y.Doc): WorkshopPreview['journey'] {
  const journeys = [...doc.getMap('journeys').entries()].flatMap(([id, record]) => {
    const journey = readJourney(id, record)
    return journey.ok ? [journey.value] : []
  })
  const [journey] = journeysOf({ journeys: new Map(journeys.map((one) => [one.id, one])) })
  if (!journey) return null
  const stages = [...doc.getMap('stages').entries()].flatMap(([id, record]) => {
    const stage = readStage(id, record)
    return stage.ok && stage.value.journeyId === journey.id ? [stage.value] : []
  })
  const questions = firstThoughts(doc, journey.id)
  const persona = journey.persona === null ? null : readCard(journey.persona, doc.getMap('cards').get(journey.persona))
  return {
    title: journey.title,
    persona: persona?.ok && persona.value.kind === 'persona' ? persona.value.fields.name : '',
    objective: journey.objective,
    stages: stages
      .toSorted(compareOrder)
      .slice(0, SHOWN_STAGES)
      .map(({ id, name, period }) => ({ name, period, question: questions.get(id) ?? '' })),
  }
}

/** Per stage the first thing that goes through people's minds: the text of its first thought card. */
function firstThoughts(doc: Y.Doc, journeyId: string): ReadonlyMap<string, string> {
  const first = new Map<string, Thought>()
  for (const [id, record] of doc.getMap('cards').entries()) {
    const card = readCard(id, record)
    if (!card.ok || card.value.kind !== 'thought') continue
    const { place, fields } = card.value
    if (!('stageId' in place) || place.journeyId !== journeyId || fields.text === '') continue
    const thought = { id, order: place.order, text: fields.text }
    const before = first.get(place.stageId)
    if (!before || compareOrder(thought, before) < 0) first.set(place.stageId, thought)
  }
  return new Map([...first].map(([stageId, { text }]) => [stageId, text]))
}
