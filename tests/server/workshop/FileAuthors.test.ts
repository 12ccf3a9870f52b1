// Names of authors that come with a file: shown, and worth nothing else.
import { beforeEach, expect, it } from 'vitest'
import { authorOf } from '../../../server/rooms/authorOf.ts'
import { workshopFacts } from '../../../server/workshop/exportOrder.ts'
import { FileAuthors } from '../../../server/workshop/FileAuthors.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { ImportRoom } from './ImportRoom.ts'

const drawn = drawJourney('| Find\n pains | Slow; Queue')
const workshop = { title: 'From a file', departments: [], participants: [] }
const input = { board: drawn.board(), drawings: [], workshop, nowMs: 0 }
const fileWith = (authors: Record<string, string>) => jsonFormat.render({ ...input, authors }) as string
/** There is a Ben in the room, too. */
const file = fileWith({ Slow: 'Ben', Queue: '  ' })

let room: ImportRoom
beforeEach(async () => {
  room = await ImportRoom.create()
})

const told = () => room.test.room.workshop.origins()
const authors = (): Readonly<Record<string, string>> => workshopFacts(room.test.room.workshop, () => null).authors ?? {}

it('[EX8] are shown as words of a file, to everybody and in files', async () => {
  await room.bringIn(file)
  expect(told()).toEqual({ [room.card('Slow')]: { by: null, late: false, name: 'Ben' } })
  expect(authors()).toEqual({ [room.card('Slow')]: 'Ben (from a file)' })
  expect(room.ben.heard.findLast(({ type }) => type === 'origins')).toMatchObject({ origins: told() })
  await room.test.crash()
  expect(authors()).toEqual({ [room.card('Slow')]: 'Ben (from a file)' })
})

it('[EX8] make the note nobody’s: who has that name may not change it where only one’s own may be changed', async () => {
  await room.bringIn(file)
  const card = room.card('Slow')
  expect(authorOf(room.test.room.board.doc, room.test.room.workshop, card)).toBeNull()
  const [phase] = readyAgenda(60)
  if (!phase) throw new Error('no phase')
  const ownOnly = { ...phase, rights: { ...phase.rights, add: ['note' as const], editOthers: false }, private: false }
  await room.run({ type: 'agenda.set', phases: [ownOnly] })
  await room.run({ type: 'phase.next' })
  // What was under way when the phase began would still be taken.
  await room.test.clock.advance(10_000)
  editText(room.bens, 'cards', card, 'text', 'Never said')
  await room.test.settle()
  expect(room.test.refusals).toContain('phase')
  expect(room.titles).toContain('Slow')
})

it('[EX8] name no card but those of the file', async () => {
  await room.bringIn(file.replace('"card": "Slow"', '"card": "before"'))
  expect(told()).toEqual({})
})

it('[EX8] follow their cards where ids are taken, and go when the import is taken back', async () => {
  await room.bringIn(file)
  const first = room.card('Slow')
  const changeId = await room.brought(file)
  expect(Object.keys(told()).length).toBe(2)
  await room.takeBack(changeId)
  expect(Object.keys(told())).toEqual([first])
})

it('[EX8] say so once, however often they leave and come, and stay as long as files take them', async () => {
  for (const name of ['Ben', 'B'.repeat(80), '👩‍👩‍👧'.repeat(10)]) {
    room = await ImportRoom.create()
    await room.bringIn(fileWith({ Slow: name }), 'replace')
    const [once = ''] = Object.values(authors())
    expect(once.length).toBeLessThanOrEqual(80)
    expect(once.isWellFormed()).toBe(true)
    await room.bringIn(fileWith({ Slow: once }), 'replace')
    expect(Object.values(authors())).toEqual([once])
  }
})

it('[EX8] give way to later ones when there are too many', () => {
  const kept = new FileAuthors(() => undefined)
  const many = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 12_000 }, (_, at) => [`${prefix}${at}`, 'A']))
  kept.put('i1', many('a'))
  kept.put('i2', many('b'))
  expect([...kept.all().keys()].filter((id) => id.startsWith('a'))).toEqual([])
  expect(kept.all().size).toBe(12_000)
})

it('[EX8] leave a note to its author where the room knows them', async () => {
  await room.bringIn(file)
  const card = room.card('Slow')
  const note = { author: room.maya.participant.id, draftId: 'd', named: true, late: false, changeId: 'r1' }
  room.test.room.workshop.reveals.put(card, note)
  expect(authors()).toEqual({ [card]: 'Maya' })
})
