// A workshop file brought back to where it was made: everybody has their own feelings again, once.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSeal, ownersIn, sealWith } from '../../../server/auth/feelingSeal.ts'
import { feelingsText, toFileFeelings } from '../../../shared/export/fileFeelings.ts'
import { toJourneyFile } from '../../../shared/export/json.ts'
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { applyJourneyFile } from '../../../shared/import/applyJourneyFile.ts'
import type { Board } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { clearReading, setReading } from '../../../shared/journey/edit/editEmotions.ts'
import type { JourneyId, ParticipantId } from '../../../shared/journey/ids.ts'
import { feltWorkshop, type FeltWorkshop, inputOf } from '../../support/feltWorkshop.ts'
import { Random } from '../../support/Random.ts'

const KEY = 'the key of the workshop'
const seeds = Array.from({ length: 40 }, (_, at) => at + 1)
const workshop = (sealKey: string, isWelcome = (_id: string) => true) => ({ info: { sealKey }, isWelcome })

const fileOf = ({ input }: Pick<FeltWorkshop, 'input'>): JourneyFile => toJourneyFile({ ...input, seal: sealWith(KEY) })

function broughtInto(
  file: JourneyFile,
  sealKey: string,
  isWelcome?: (id: string) => boolean,
  now = readBoard(new Y.Doc()),
): Board {
  const doc = new Y.Doc()
  applyJourneyFile({ doc, origin: 'import' }, file, 'replace', ownersIn(file, workshop(sealKey, isWelcome), now))
  return readBoard(doc)
}

const giversOn = (board: Board): string[] => [...board.emotions.values()].map(({ participantId }) => participantId)

/** As the file has them: without what is about something that is gone. */
function told(board: Board): Record<string, object> {
  const isThere = (about: string) => [...board.stages.keys(), ...board.cards.keys()].some((id) => id === about)
  return Object.fromEntries(
    [...board.emotions.values()].flatMap(({ id, personaId, readings }) => {
      const live = [...readings].filter(([about]) => isThere(about)).toSorted(([a], [b]) => (a < b ? -1 : 1))
      const isPersonaThere = personaId === null || board.cards.has(personaId)
      return live.length > 0 && isPersonaThere ? [[id, live]] : []
    }),
  )
}

it.each(seeds)('(seed %i) at home all feelings are back with those who gave them', (seed) => {
  const felt = feltWorkshop(new Random(seed))
  const file = fileOf(felt)
  const board = broughtInto(file, KEY)
  expect(told(board)).toEqual(told(felt.input.board))
  expect(fileOf({ input: { ...felt.input, board } })).toEqual(file)
})

/** What each person says in a map, as often as they say it: whoever counted twice would stand here twice. */
function voicesIn(board: Board, journeyId: JourneyId): Record<string, string[]> {
  const entries = [...board.emotions.values()].filter((entry) => entry.journeyId === journeyId)
  const voices: Record<string, string[]> = {}
  for (const { participantId, personaId, readings } of entries)
    for (const [, { value, reason }] of readings)
      (voices[participantId] ??= []).push(`${personaId === null ? 'all' : 'persona'} ${value} ${reason}`)
  return Object.fromEntries(Object.entries(voices).map(([id, said]) => [id, said.toSorted()]))
}

it.each(seeds)(
  '(seed %i) so are they on a board where people have changed their minds, in its place or beside it',
  (seed) => {
    const random = new Random(seed)
    const felt = feltWorkshop(random)
    const { journey, people } = felt
    const file = fileOf(felt)
    const then = voicesIn(broughtInto(file, KEY), journey.id)
    for (let count = random.integer(1, 12); count > 0; count--) {
      const participantId = (random.pick(people)?.id ?? '') as ParticipantId
      const place = { journeyId: journey.id, personaId: null, participantId, about: journey.stage('Two') }
      if (random.chance(0.7)) setReading(journey.target, place, { value: random.integer(-2, 2), reason: 'since' })
      else clearReading(journey.target, place)
    }
    const now = voicesIn(journey.board(), journey.id)
    const mode = random.chance(0.5) ? 'replace' : 'add'
    applyJourneyFile(journey.target, file, mode, ownersIn(file, workshop(KEY), journey.board()))
    const board = journey.board()
    const came = mode === 'replace' ? journey.id : [...board.journeys.keys()].find((id) => id !== journey.id)
    expect(voicesIn(board, came ?? journey.id), mode).toEqual(then)
    if (mode === 'add') expect(voicesIn(board, journey.id)).toEqual(now)
  },
)

it.each(seeds)('(seed %i) elsewhere, and without its key, they are nobody’s', (seed) => {
  const felt = feltWorkshop(new Random(seed))
  const ids = new Set(felt.people.map(({ id }) => id))
  for (const key of ['another key', ''])
    expect(giversOn(broughtInto(fileOf(felt), key)).filter((id) => ids.has(id))).toEqual([])
})

describe('a seal', () => {
  const felt = feltWorkshop(new Random(17))
  const file = fileOf(felt)
  const { seal = '' } = file.workshop

  it('tells nothing in clear', () => {
    const clear = Buffer.from(seal, 'base64url').toString('latin1') + JSON.stringify(file.journeys)
    for (const { id } of felt.people) expect(clear).not.toContain(`"${id}"`)
  })

  it('is the same for the same, and another for other feelings, people or keys', () => {
    expect(fileOf(felt).workshop.seal).toBe(seal)
    const people = [['a', 'b']] as never
    const seals = [sealWith(KEY)(people, 'x'), sealWith(KEY)(people, 'y'), sealWith('k')(people, 'x')]
    seals.push(sealWith(KEY)([['b', 'a']] as never, 'x'))
    expect(new Set(seals.map((one) => one.slice(0, 16))).size).toBe(4)
  })

  it('is good for these feelings only: nobody gets into the mouth what they did not say', () => {
    const [map] = file.journeys
    const [first, ...rest] = map?.emotions ?? []
    if (!map || !first) throw new Error('no feelings')
    const readings = first.readings.map((one) => ({ ...one, value: one.value === 2 ? -2 : 2 }))
    const forged = { ...file, journeys: [{ ...map, emotions: [{ ...first, readings }, ...rest] }] }
    const ids = new Set(felt.people.map(({ id }) => id))
    expect(giversOn(broughtInto(forged, KEY)).filter((id) => ids.has(id))).toEqual([])
  })

  it.each([
    ['cut off', seal.slice(0, -4)],
    ['empty', ''],
    ['short', 'AAAA'],
    ['another letter', `${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`],
  ])('%s: opens nothing', (_, broken) => {
    expect(openSeal(KEY, broken, feelingsText(file.journeys))).toBeNull()
  })

  it('gives nothing to somebody who was let out', () => {
    const [gone] = giversOn(broughtInto(file, KEY))
    expect(giversOn(broughtInto(file, KEY, (id) => id !== gone))).not.toContain(gone)
  })
})

describe('a file from before there were seals, which names people by their ids', () => {
  const felt = feltWorkshop(new Random(17))
  const now = toJourneyFile(felt.input)
  const [map] = now.journeys
  if (!map) throw new Error('no map')
  const { people } = toFileFeelings(felt.input, felt.journey.id)
  const participantOf = (name: string) => people[Number(name.slice('person'.length)) - 1] ?? ''
  const emotions = map.emotions.map((entry) => ({ ...entry, participant: participantOf(entry.participant) }))
  const [first] = emotions
  const old = { ...now, journeys: [{ ...map, emotions }] }
  const ofRoom = (board: Board) => giversOn(board).filter((id) => people.some((one) => one === id))

  it('knows them where they say the same now', () => {
    expect(told(broughtInto(old, KEY, undefined, felt.input.board))).toEqual(told(felt.input.board))
  })

  it('and nowhere else', () => {
    expect(ofRoom(broughtInto(old, KEY))).toEqual([])
    expect(ofRoom(broughtInto(old, KEY, () => false, felt.input.board))).toEqual([])
  })

  it('puts into nobody’s mouth what they do not say', () => {
    const forged = emotions.map((entry) => ({
      ...entry,
      readings: entry.readings.map((one) => (entry === first ? { ...one, reason: 'never said' } : one)),
    }))
    const board = broughtInto({ ...old, journeys: [{ ...map, emotions: forged }] }, KEY, undefined, felt.input.board)
    expect(ofRoom(board)).not.toContain(first?.participant)
    expect(ofRoom(board).length).toBeGreaterThan(0)
  })
})

it('a workshop without feelings has no seal', () => {
  const { journey } = feltWorkshop(new Random(17))
  for (const id of journey.doc.getMap('emotions').keys()) journey.doc.getMap('emotions').delete(id)
  expect(toJourneyFile({ ...inputOf(journey, []), seal: sealWith(KEY) }).workshop.seal).toBeUndefined()
})
