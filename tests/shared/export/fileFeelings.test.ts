// The lossless file has each person's feelings and tells nobody whose they are.
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { toFileFeelings } from '../../../shared/export/fileFeelings.ts'
import { toJourneyFile } from '../../../shared/export/json.ts'
import type { FileEmotions, JourneyFile } from '../../../shared/export/journeyFile.ts'
import { type DepartmentCurve, emotionConsensus } from '../../../shared/insight/emotionConsensus.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import type { ParticipantId } from '../../../shared/journey/ids.ts'
import { MIN_GROUP_VOTERS } from '../../../shared/workshop/rounds.ts'
import { feltWorkshop, inputOf } from '../../support/feltWorkshop.ts'
import { importJson } from '../../support/importJson.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { Random } from '../../support/Random.ts'

const seeds = Array.from({ length: 60 }, (_, at) => at + 1)
const emotionsIn = ({ journeys }: JourneyFile): readonly FileEmotions[] => journeys.flatMap(({ emotions }) => emotions)

/** Departments as the file tells them, one for each of its people. */
function labelsIn(file: JourneyFile): string[] {
  return [...new Map(emotionsIn(file).map(({ participant, department = '' }) => [participant, department])).values()]
}

function imported(file: JourneyFile): Y.Doc {
  const doc = new Y.Doc()
  const result = importJson({ doc, origin: 'import' }, JSON.stringify(file), 'replace')
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return doc
}

/** Who spoke of nothing but what is gone has no part in a curve. */
function curvesOf(departments: readonly DepartmentCurve[]) {
  return departments.flatMap(({ department, medians }) => (medians.size > 0 ? [{ department, medians }] : []))
}

/** Everybody once, each in another place. */
function shuffled(ids: readonly string[], random: Random): string[] {
  return ids
    .map((id) => ({ id, rank: random.next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id }) => id)
}

it.each(seeds)('(seed %i) the file is the same, whoever of those it does not tell apart gave the feelings', (seed) => {
  const { people, input, journey } = feltWorkshop(new Random(seed))
  const file = toJourneyFile(input)
  const told = new Set(labelsIn(file))
  const speakers = new Set<string>(toFileFeelings(input, journey.id).people)
  const groups = Map.groupBy(people, ({ id, department }) =>
    speakers.has(id) && !told.has(department) ? 'not told' : `${department}.${speakers.has(id)}`,
  )
  const random = new Random(seed + 1_000)
  const givers = new Map<string, string>()
  for (const group of groups.values()) {
    const ids = group.map(({ id }) => id)
    const others = shuffled(ids, random)
    ids.forEach((id, at) => givers.set(id, others[at] ?? id))
  }
  const swapped = feltWorkshop(new Random(seed), (id) => givers.get(id) ?? id)
  expect(toJourneyFile(swapped.input).journeys).toEqual(file.journeys)
})

it.each(seeds)(
  '(seed %i) names of people lead nowhere, and departments are told of three or more, as are the rest',
  (seed) => {
    const { people, input } = feltWorkshop(new Random(seed))
    const file = toJourneyFile(input)
    const ids = new Set(people.map(({ id }) => id))
    expect(emotionsIn(file).filter(({ participant }) => ids.has(participant))).toEqual([])
    const sizes = Map.groupBy(labelsIn(file), (label) => label)
    const told = [...sizes].filter(([label]) => label !== '')
    expect(told.filter(([, some]) => some.length < MIN_GROUP_VOTERS)).toEqual([])
    const rest = sizes.get('')?.length ?? 0
    if (told.length > 0) expect(rest === 0 || rest >= MIN_GROUP_VOTERS, `${rest} others`).toBe(true)
  },
)

it.each(seeds)('(seed %i) in another workshop the room feels the same, and writes the same file', (seed) => {
  const { journey, people, input } = feltWorkshop(new Random(seed))
  const file = toJourneyFile(input)
  const doc = imported(file)
  const told = new Set(labelsIn(file))
  const ofRoom = new Map(people.map(({ id, department }) => [id as ParticipantId, department]))
  for (const personaId of [null, journey.board().journeys.get(journey.id)?.persona ?? null]) {
    const there = emotionConsensus(readBoard(doc), journey.id, personaId)
    const here = emotionConsensus(input.board, journey.id, personaId, ofRoom)
    expect({ ...there, departments: [] }).toEqual({ ...here, departments: [] })
    const toldHere = here.departments.filter(({ department }) => told.has(department))
    expect(curvesOf(there.departments)).toEqual(curvesOf(toldHere))
  }
  // Another room, with a roster of its own.
  expect(toJourneyFile(inputOf({ doc }, [{ id: 'zoe', name: 'Zoe', department: 'Sales' }])).journeys).toEqual(
    file.journeys,
  )
})

it('a department of three has its curve in another workshop, one of two has not', () => {
  const room = ['a Sales', 'b Sales', 'c Sales', 'd Ops', 'e Ops', 'f Law'].map((words) => words.split(' '))
  const people = room.map(([id = '', department = '']) => ({ id, name: id, department }))
  const journey = drawJourney('| One\n emotion | a -2; b -1; c -1; d 1; e 2; f 2')
  const doc = imported(toJourneyFile(inputOf(journey, people)))
  expect(emotionConsensus(readBoard(doc), journey.id, null).departments).toMatchObject([
    { department: 'Sales', people: 3, medians: new Map([[journey.stage('One'), -1]]) },
  ])
})

it('people of another file are not company for those of the room', () => {
  const sales = ['a', 'b', 'c'].map((id) => ({ id, name: id, department: 'Sales' }))
  const journey = drawJourney('| One\n emotion | a -2; b -1; c 0')
  const doc = imported(toJourneyFile(inputOf(journey, sales)))
  const place = { journeyId: journey.id, personaId: null, participantId: 'dov' as ParticipantId }
  setReading({ doc, origin: 'dov' }, { ...place, about: journey.stage('One') }, { value: 2, reason: '' })
  // Whoever has the first file too takes its three away: what is left would be of the one from Sales.
  const file = toJourneyFile(inputOf({ doc }, [{ id: 'dov', name: 'Dov', department: 'Sales' }]))
  expect(emotionsIn(file).find(({ readings }) => readings[0]?.value === 2)?.department).toBeUndefined()
})

it('a file from before, which names people by their ids, comes in as it did, and its departments with it', () => {
  const people = ['a', 'b', 'c'].map((id) => ({ id, name: id, department: 'Sales' }))
  const journey = drawJourney('| One\n emotion | a -2; b -1; c 0')
  const now = toJourneyFile(inputOf(journey, people))
  const [map] = now.journeys
  if (!map) throw new Error('no map')
  const emotions = map.emotions.map(({ department: _none, ...entry }, at) => ({
    ...entry,
    participant: people[at]?.id ?? '',
  }))
  const old = { ...now, journeys: [{ ...map, emotions }] }
  expect(toJourneyFile(inputOf({ doc: imported(old) }, [])).journeys).toEqual(now.journeys)
})

it('a name that a hand-written roster has already is nobody’s number', () => {
  const journey = drawJourney('| One\n emotion | person1 -2; b -1')
  const people = [{ id: 'person1', name: 'P', department: '' }]
  expect(emotionsIn(toJourneyFile(inputOf(journey, people))).map(({ participant }) => participant)).toEqual([
    'person2',
    'person3',
  ])
})
