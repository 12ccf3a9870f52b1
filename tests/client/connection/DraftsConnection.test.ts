// Private writing against the real server: who sees what, what survives, what comes late.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JoinedWorkshop } from '../../../client/app/JoinedWorkshop.ts'
import type { Draft } from '../../../client/connection/DraftsConnection.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { Place } from '../../../shared/journey/Board.ts'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { isSaved, type Tab, until, untilDocument, WorkshopHarness } from './WorkshopHarness.ts'

let room: WorkshopHarness
let maya: JoinedWorkshop
let joined: JoinedWorkshop
const agenda = readyAgenda(60)
const painsId = agenda.find((phase) => phase.private)?.id ?? ''

beforeEach(async () => {
  room = await WorkshopHarness.start()
  maya = await room.joins('facilitator', 'Maya')
  joined = await room.joins('participant', 'Anna', 'Support')
})
afterEach(() => room.ends())

async function writesPrivately(change: Partial<Phase> = {}): Promise<void> {
  const phases = agenda.map((phase) => (phase.id === painsId ? { ...phase, ...change } : phase))
  await room.command(maya, { type: 'agenda.set', phases })
  await room.command(maya, { type: 'phase.goto', phaseId: painsId })
}
const reveals = () => room.command(maya, { type: 'drafts.reveal' })

async function inPrivate(tab: Tab): Promise<Tab> {
  await isSaved(tab)
  await until(tab.connection.drafts.phase, (phase) => phase !== null)
  return tab
}

function cellOf(tab: Tab): Place {
  const board = readBoard(tab.edit().doc)
  const [journey] = board.journeys.values()
  if (!journey) throw new Error('no journey')
  const [stage] = stagesOf(board, journey.id)
  const lane = lanesOf(board, journey.id).find(({ kind }) => kind === 'pains')
  if (!stage || !lane) throw new Error('no cell')
  return { journeyId: journey.id, stageId: stage.id, laneId: lane.id, order: 'a0' }
}

const write = (tab: Tab, text: string): CardId | null =>
  tab.connection.drafts.add({ kind: 'note', noteType: 'pain', text, place: cellOf(tab) })
const texts = (drafts: readonly Draft[]) => drafts.map(({ text }) => text)
const notesOf = (tab: Tab) => texts(tab.connection.drafts.notes.get())
const isOnBoard = (tab: Tab, text: string) => untilDocument(tab.edit().doc, () => tab.notes().includes(text))
const draftsSaved = (tab: Tab) => until(tab.connection.drafts.unsaved.waiting, (waiting) => waiting === 0)

describe('a private phase', () => {
  it('takes own notes of its kinds, counts them as unsaved until they are saved, and shows them to nobody', async () => {
    const [anna, ben] = [room.opens(joined), room.opens(await room.joins('participant', 'Ben'))]
    await isSaved(anna)
    expect(write(anna, 'too early')).toBeNull()
    await writesPrivately()
    await Promise.all([inPrivate(anna), inPrivate(ben)])
    expect(write(anna, 'Nobody answers')).not.toBeNull()
    expect(anna.connection.unsavedCount.get()).toBe(1)
    expect(anna.connection.drafts.add({ kind: 'kpi', noteType: null, text: 'NPS', place: cellOf(anna) })).toBeNull()
    await isSaved(anna)
    await until(ben.connection.room.activity, (activity) => activity?.drafts?.notes === 1)
    expect(ben.connection.drafts.notes.get()).toEqual([])
    expect(ben.notes()).toEqual([])
    expect(anna.notes()).toEqual([])
  })

  it('follows edits and deletions, on all devices of their author', async () => {
    const [laptop, phone] = [room.opens(joined), room.opens(joined)]
    await writesPrivately()
    await Promise.all([inPrivate(laptop), inPrivate(phone)])
    const [one, two] = [write(laptop, 'Long forms'), write(laptop, 'Queues')]
    await until(phone.connection.drafts.notes, (notes) => notes.length === 2)
    phone.connection.drafts.edit(one as CardId, 'Long paper forms')
    phone.connection.drafts.delete(two as CardId)
    await until(laptop.connection.drafts.notes, (notes) => texts(notes).join() === 'Long paper forms')
  })

  it('keeps what is written across a reload while offline, and sends it when back', async () => {
    const anna = room.opens(joined)
    await writesPrivately()
    await inPrivate(anna)
    write(anna, 'Before')
    await draftsSaved(anna)
    await room.stops()
    await until(anna.connection.status, (status) => status.kind === 'restarting')
    write(anna, 'Offline')
    expect(anna.connection.status.get()).toEqual({ kind: 'restarting', waiting: 1 })
    await anna.connection.destroy()

    const again = room.opens(joined)
    await until(again.connection.drafts.notes, (notes) => notes.length === 2)
    await until(again.connection.status, (status) => status.kind === 'offline' && status.waiting === 1)
    await room.restarts()
    await isSaved(again)
    const phone = await inPrivate(room.opens(joined))
    await until(phone.connection.drafts.notes, (notes) => texts(notes).toSorted().join() === 'Before,Offline')
  })

  it('keeps the words of a refused note aside, and the others as they are', async () => {
    const anna = room.opens(joined)
    await writesPrivately()
    await inPrivate(anna)
    write(anna, 'Allowed')
    await draftsSaved(anna)
    // As a page that does not know the phase would.
    const { doc } = { doc: anna.connection.drafts.document.get() }
    createCards({ doc, origin: 'test' }, [
      { id: 'kpi1' as CardId, kind: 'kpi', place: { x: 0, y: 0 }, fields: { name: 'NPS' } },
    ])
    await until(anna.connection.keptAside, (records) => records.length === 1)
    expect(anna.connection.keptAside.get()[0]?.text).toBe('NPS')
    expect(notesOf(anna)).toEqual(['Allowed'])
    write(anna, 'And on')
    await draftsSaved(anna)
    anna.connection.removeKeptAside(anna.connection.keptAside.get().map(({ id }) => id))
    expect(anna.connection.keptAside.get()).toEqual([])
  })

  it('says nothing in presence about where somebody writes privately', async () => {
    const [anna, ben] = [room.opens(joined), room.opens(await room.joins('participant', 'Ben'))]
    await writesPrivately()
    await Promise.all([inPrivate(anna), inPrivate(ben)])
    const id = write(anna, 'Mine') ?? ''
    anna.connection.setPresence({
      cursor: { x: 1, y: 2 },
      selection: [id, 'public'],
      drag: [{ id, x: 0, y: 0 }],
      editing: { id, field: 'text' },
    })
    const clientId = anna.edit().doc.clientID
    await until(ben.connection.peers, (peers) => peers.get(clientId)?.cursor !== undefined)
    expect(ben.connection.peers.get().get(clientId)).toEqual({ cursor: { x: 1, y: 2 }, selection: ['public'] })
  })
})

describe('the reveal', () => {
  it('puts the notes on the board; the author knows which is which, also after a reload', async () => {
    const [anna, ben] = [room.opens(joined), room.opens(await room.joins('participant', 'Ben'))]
    await writesPrivately()
    await Promise.all([inPrivate(anna), inPrivate(ben)])
    const id = write(anna, 'Nobody answers') ?? ''
    await draftsSaved(anna)
    await reveals()
    await Promise.all([isOnBoard(ben, 'Nobody answers'), isOnBoard(anna, 'Nobody answers')])
    const { drafts } = anna.connection
    await until(drafts.notes, ([note]) => note?.isRevealed === true)
    const cardId = drafts.revealed.get()[id] ?? ''
    expect(anna.edit().doc.getMap('cards').has(cardId)).toBe(true)
    expect(drafts.late.get()).toEqual([])
    expect(drafts.phase.get()).toBeNull()
    await anna.connection.destroy()

    await room.stops()
    const again = room.opens(joined)
    await until(again.connection.drafts.notes, ([note]) => note?.isRevealed === true)
    await room.restarts()
  })

  it('can be taken back: the notes are hidden drafts again', async () => {
    const anna = room.opens(joined)
    await writesPrivately()
    await inPrivate(anna)
    write(anna, 'Nobody answers')
    await draftsSaved(anna)
    await reveals()
    await until(anna.connection.drafts.notes, ([note]) => note?.isRevealed === true)
    await room.command(maya, { type: 'change.undo' })
    await until(anna.connection.drafts.notes, ([note]) => note?.isRevealed === false)
    await untilDocument(anna.edit().doc, () => anna.notes().length === 0)
    expect(write(anna, 'And another')).not.toBeNull()
    await draftsSaved(anna)
  })

  it('takes late what was written offline, and says so to its author', async () => {
    const [anna, ben] = [room.opens(joined), room.opens(await room.joins('participant', 'Ben'))]
    await writesPrivately({ reveal: 'names' })
    await Promise.all([inPrivate(anna), inPrivate(ben)])
    write(anna, 'In time')
    await draftsSaved(anna)
    anna.cutsOff()
    write(anna, 'In the train')
    await room.command(maya, { type: 'phase.next' })
    await isOnBoard(ben, 'In time')
    expect(ben.notes()).toEqual(['In time'])
    anna.comesBack()
    await isOnBoard(ben, 'In the train')
    await until(anna.connection.drafts.late, (late) => late.length === 1)
    const [cardId = ''] = anna.connection.drafts.late.get()
    await until(ben.connection.room.origins, (origins) => origins[cardId]?.late === true)
    expect(anna.connection.keptAside.get()).toEqual([])
  })
})
