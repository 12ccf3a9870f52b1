// Feelings in the lossless file: each person's readings together, under a name that exists in this file and journey only.
// Nothing of it may follow from who somebody is (their id, their place on the roster, when they came): whoever holds the
// file could lay it beside the roster. So people are numbered by what they said, and two who said the same are alike.
import type { Board, Card, EmotionEntry, Journey, Stage } from '../journey/Board.ts'
import type { JourneyId, ParticipantId } from '../journey/ids.ts'
import { largeGroups } from '../workshop/voterGroups.ts'
import type { ExportInput } from './formats.ts'
import type { FileEmotions, FileJourney } from './journeyFile.ts'

export interface FileFeelings {
  readonly emotions: readonly FileEmotions[]
  /** Whose they are, in the order of their numbers. Not for the file. */
  readonly people: readonly ParticipantId[]
}

/** What one person said, before they have a number. */
interface Voice {
  readonly participantId: ParticipantId
  /** '' where telling it would tell too much. */
  readonly department: string
  readonly said: readonly Pick<FileEmotions, 'persona' | 'readings'>[]
}

export function toFileFeelings(
  { board, workshop, departmentOf }: Pick<ExportInput, 'board' | 'workshop' | 'departmentOf'>,
  journeyId: JourneyId,
): FileFeelings {
  const roster = workshop.participants
  const taken = new Set(roster.map(({ id }) => id))
  const ofRoom = new Map(
    Object.entries(departmentOf ?? Object.fromEntries(roster.map((one) => [one.id, one.department]))),
  )
  const voices = withDepartments(board, voicesOf(board, journeyId), ofRoom)
    .map((voice) => ({ ...voice, order: JSON.stringify([voice.said, voice.department]) }))
    // Of equals either may come first: the file is the same. Who is whom must be too.
    .toSorted((a, b) => compare(a.order, b.order) || compare(a.participantId, b.participantId))
  let number = 0
  return {
    people: voices.map(({ participantId }) => participantId),
    emotions: voices.flatMap(({ department, said }) => {
      // An importer takes a name that is on the file's roster for that person.
      do number++
      while (taken.has(nameOf(number)))
      const participant = nameOf(number)
      return said.map(({ persona, readings }) => {
        return { participant, persona, ...(department === '' ? {} : { department }), readings }
      })
    }),
  }
}

const nameOf = (number: number): string => `person${number}`
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The feelings of a file in one spelling, however it is laid out: what a seal is bound to. */
export function feelingsText(journeys: readonly Pick<FileJourney, 'id' | 'emotions'>[]): string {
  return JSON.stringify(
    journeys.map(({ id, emotions }) => [
      id,
      emotions.map(({ participant, persona, department = '', readings }) => {
        return [participant, persona, department, readings.map(({ about, value, reason }) => [about, value, reason])]
      }),
    ]),
  )
}

function voicesOf(board: Board, journeyId: JourneyId): Omit<Voice, 'department'>[] {
  const entries = [...board.emotions.values()].filter(
    (entry) => entry.journeyId === journeyId && hasPersona(board, entry),
  )
  return [...Map.groupBy(entries, ({ participantId }) => participantId)].flatMap(([participantId, own]) => {
    const said = own
      .map((entry) => ({ persona: entry.personaId, readings: readingsOf(board, entry) }))
      .filter(({ readings }) => readings.length > 0)
      .toSorted((a, b) => compare(a.persona ?? '', b.persona ?? ''))
    return said.length === 0 ? [] : [{ participantId, said }]
  })
}

/**
 * Twice: among the people of the room, whom its roster names, and then among all. Who takes the people of an earlier file
 * off this one has those of the room left, and what has been written must be written again when it was imported.
 */
function withDepartments(
  board: Board,
  voices: readonly Omit<Voice, 'department'>[],
  ofRoom: ReadonlyMap<string, string>,
): Voice[] {
  const told = voices.map((voice) => {
    const department = ofRoom.get(voice.participantId)
    return { ...voice, isOfRoom: department !== undefined, department: department ?? importedOf(board, voice) }
  })
  const room = largeGroups(told.flatMap(({ isOfRoom, department }) => (isOfRoom ? [department] : []))).shown
  const first = told.map((voice) => {
    return { ...voice, department: voice.isOfRoom && !room.has(voice.department) ? '' : voice.department }
  })
  const all = largeGroups(first.map(({ department }) => department)).shown
  return first.map(({ participantId, said, department }) => {
    return { participantId, said, department: all.has(department) ? department : '' }
  })
}

function importedOf(board: Board, { participantId }: Pick<Voice, 'participantId'>): string {
  return board.importedDepartments.get(participantId) ?? ''
}

function hasPersona(board: Board, { personaId }: EmotionEntry): boolean {
  return personaId === null || board.cards.get(personaId)?.kind === 'persona'
}

/** Of what is still there. */
function readingsOf(board: Board, entry: EmotionEntry): FileEmotions['readings'] {
  const isThere = (id: string): boolean => {
    const stage = (board.stages as ReadonlyMap<string, Stage>).get(id)
    const journeys: ReadonlyMap<string, Journey> = board.journeys
    return stage ? journeys.has(stage.journeyId) : (board.cards as ReadonlyMap<string, Card>).has(id)
  }
  return [...entry.readings]
    .filter(([about]) => isThere(about))
    .map(([about, { value, reason }]) => ({ about, value, reason }))
    .toSorted((a, b) => compare(a.about, b.about))
}
