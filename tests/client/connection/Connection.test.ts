// The connection against the real server: what is seen by others, what is saved, what survives.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { react } from '@tldraw/state'
import * as Y from 'yjs'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { LocalCopy } from '../../../client/connection/LocalCopy.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { createJourney, createStage } from '../../../shared/journey/edit/editStructure.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import { recordOf } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId, JourneyId, StageId } from '../../../shared/journey/ids.ts'
import { addsNote, hasCard, isSaved, type Tab, until, untilDocument, WorkshopHarness } from './WorkshopHarness.ts'

let room: WorkshopHarness

beforeEach(async () => {
  room = await WorkshopHarness.start()
})
afterEach(() => room.ends())

const waitingOf = ({ connection }: Tab) => connection.unsavedCount.get()

describe('live', () => {
  it('shares edits with stock y-websocket clients, and says saved when the server has them on disk', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna', 'Support'))
    const stock = room.opensStock(await room.joins('participant', 'Ben'))
    await isSaved(anna)
    addsNote(anna.edit(), 'fromAnna', 'The form is long')
    expect(waitingOf(anna)).toBe(1)
    await untilDocument(stock, hasCard('fromAnna'))
    addsNote({ doc: stock, origin: 'ben' }, 'fromBen', 'Nobody answers')
    await untilDocument(anna.edit().doc, hasCard('fromBen'))
    await isSaved(anna)
    expect(anna.notes()).toEqual(['Nobody answers', 'The form is long'])
  })

  it('knows workshop, role and roster from the welcome, and follows their changes', async () => {
    const facilitator = await room.joins('facilitator', 'Maya', 'Benefits')
    const maya = room.opens(facilitator)
    const ben = room.opens(await room.joins('participant', 'Ben', 'Support'))
    await Promise.all([isSaved(maya), isSaved(ben)])
    await until(maya.connection.roster, (roster) => [...roster.values()].filter((one) => one.online).length === 2)
    expect(ben.connection.room.me.get()).toMatchObject({ name: 'Ben', role: 'participant' })
    expect(ben.connection.room.canShape.get()).toBe(true)
    await room.command(facilitator, { type: 'lock.set', locked: true })
    await until(ben.connection.room.canShape, (can) => !can)
    expect(maya.connection.room.canShape.get()).toBe(true)
    await room.command(facilitator, { type: 'workshop.close' })
    await until(maya.connection.room.canWrite, (can) => !can)
  })

  it('shows presence of others by client id, with the person from the roster', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna'))
    const ben = room.opens(await room.joins('participant', 'Ben'))
    await Promise.all([isSaved(anna), isSaved(ben)])
    anna.connection.setPresence({ cursor: { x: 3.1234, y: -2 } })
    const clientId = anna.edit().doc.clientID
    await until(ben.connection.peers, (peers) => Boolean(peers.get(clientId)?.cursor))
    expect(ben.connection.peers.get().get(clientId)?.cursor).toEqual({ x: 3.1, y: -2 })
    expect(ben.connection.participantOfClient(clientId)?.name).toBe('Anna')
    expect(ben.connection.peers.get().has(ben.edit().doc.clientID)).toBe(false)
    await anna.connection.destroy()
    await until(ben.connection.peers, (peers) => !peers.has(clientId))
  })

  it('splits a bulk edit below the live limits and gets all of it saved', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna'))
    await isSaved(anna)
    const target = anna.edit()
    target.doc.transact(() => {
      for (let at = 0; at < 1500; at++) addsNote(target, `bulk${at}`, `Note ${at}`)
    }, target.origin)
    await isSaved(anna)
    expect(anna.connection.keptAside.get()).toEqual([])
    const ben = room.opens(await room.joins('participant', 'Ben'))
    await isSaved(ben)
    expect(ben.notes()).toHaveLength(1500)
  })
})

describe('away and back', () => {
  it('keeps edits while the server is down and sends them after its restart', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna'))
    const ben = room.opens(await room.joins('participant', 'Ben'))
    await Promise.all([isSaved(anna), isSaved(ben)])
    await room.stops()
    await until(anna.connection.status, (status) => status.kind === 'restarting')
    addsNote(anna.edit(), 'one', 'Written offline')
    addsNote(anna.edit(), 'two', 'Another')
    editText(anna.edit(), 'cards', 'two', 'text', 'Another one')
    expect(anna.connection.status.get()).toEqual({ kind: 'restarting', waiting: 2 })
    addsNote(ben.edit(), 'three', 'From Ben')
    await room.restarts()
    await Promise.all([isSaved(anna), isSaved(ben)])
    await Promise.all([untilDocument(ben.edit().doc, hasCard('two')), untilDocument(anna.edit().doc, hasCard('three'))])
    expect(anna.notes()).toEqual(['Another one', 'From Ben', 'Written offline'])
    expect(ben.notes()).toEqual(anna.notes())
  })

  it('hangs up when the browser says it is offline and comes back at once when it is online', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna'), { random: () => 0.999 })
    await isSaved(anna)
    anna.cutsOff()
    expect(anna.connection.status.get()).toEqual({ kind: 'offline', waiting: 0 })
    addsNote(anna.edit(), 'one', 'In the tunnel')
    anna.comesBack()
    await isSaved(anna)
  })

  it('after a reload while offline still has the edits, and still says how many wait', async () => {
    const joined = await room.joins('participant', 'Anna', 'Support')
    const first = room.opens(joined)
    await isSaved(first)
    await room.stops()
    await until(first.connection.status, (status) => status.kind === 'restarting')
    addsNote(first.edit(), 'one', 'Before the reload')
    addsNote(first.edit(), 'two', 'Also before')
    await first.connection.destroy()

    const second = room.opens(joined)
    await until(second.connection.isLoaded, Boolean)
    await until(second.connection.status, (status) => status.kind === 'offline')
    expect(second.connection.status.get()).toEqual({ kind: 'offline', waiting: 2 })
    expect(second.notes()).toEqual(['Also before', 'Before the reload'])
    expect(second.connection.room.me.get()).toMatchObject({ name: 'Anna', department: 'Support' })

    await room.restarts()
    await isSaved(second)
    const stock = room.opensStock(await room.joins('participant', 'Ben'))
    await untilDocument(stock, (doc) => hasCard('one')(doc) && hasCard('two')(doc))
    await second.connection.destroy()

    const third = room.opens(joined)
    await isSaved(third)
    expect(third.notes()).toEqual(['Also before', 'Before the reload'])
  })

  it('ends for good, with a sentence, when the participant is removed', async () => {
    const facilitator = await room.joins('facilitator', 'Maya')
    const joined = await room.joins('participant', 'Anna')
    const anna = room.opens(joined)
    await isSaved(anna)
    await room.command(facilitator, { type: 'participant.remove', participantId: joined.participantId })
    const status = await until(anna.connection.status, ({ kind }) => kind === 'ended')
    expect(status).toMatchObject({ kind: 'ended', sentence: 'This link no longer works. Ask for a new one.' })
  })
})

describe('several tabs and people in one browser', () => {
  it('two tabs of one participant see each other and lose nothing', async () => {
    const joined = await room.joins('participant', 'Anna')
    const left = room.opens(joined)
    const right = room.opens(joined)
    await Promise.all([isSaved(left), isSaved(right)])
    addsNote(left.edit(), 'left', 'From the left')
    addsNote(right.edit(), 'right', 'From the right')
    await Promise.all([
      untilDocument(left.edit().doc, hasCard('right')),
      untilDocument(right.edit().doc, hasCard('left')),
    ])
    await Promise.all([isSaved(left), isSaved(right)])
    await room.stops()
    await Promise.all([left, right].map((tab) => until(tab.connection.status, ({ kind }) => kind === 'restarting')))
    addsNote(left.edit(), 'leftOffline', 'Left, offline')
    addsNote(right.edit(), 'rightOffline', 'Right, offline')
    await Promise.all([left.connection.destroy(), right.connection.destroy()])
    const again = room.opens(joined)
    await until(again.connection.status, ({ kind }) => kind === 'offline')
    expect(again.connection.unsavedCount.get()).toBe(2)
    await room.restarts()
    await isSaved(again)
    expect(again.notes()).toEqual(['From the left', 'From the right', 'Left, offline', 'Right, offline'])
  })

  it('two participants in one browser share nothing', async () => {
    const [anna, ben] = [await room.joins('participant', 'Anna'), await room.joins('participant', 'Ben')]
    const first = room.opens(anna)
    await isSaved(first)
    const second = room.opens(ben)
    await isSaved(second)
    await second.connection.destroy()
    await room.stops()
    await until(first.connection.status, ({ kind }) => kind === 'restarting')
    addsNote(first.edit(), 'secret', 'Only Anna has this')
    await first.connection.destroy()
    const third = room.opens(ben)
    await until(third.connection.status, ({ kind }) => kind === 'offline')
    expect(third.connection.unsavedCount.get()).toBe(0)
    expect(third.notes()).toEqual([])
  })
})

describe('refused', () => {
  it('a viewer writes nothing: not to the server, not as unsaved', async () => {
    const viewer = room.opens(await room.joins('viewer', ''))
    const anna = room.opens(await room.joins('participant', 'Anna'))
    await Promise.all([until(viewer.connection.status, ({ kind }) => kind === 'readOnly'), isSaved(anna)])
    expect(viewer.connection.room.canWrite.get()).toBe(false)
    addsNote(viewer.edit(), 'forged', 'Written past the buttons')
    addsNote(anna.edit(), 'real', 'Real')
    await untilDocument(viewer.edit().doc, hasCard('real'))
    expect(viewer.connection.unsavedCount.get()).toBe(0)
    const stock = room.opensStock(await room.joins('participant', 'Ben'))
    await untilDocument(stock, hasCard('real'))
    expect(stock.getMap('cards').has('forged')).toBe(false)
  })

  it('what is not allowed is kept aside with its text, what is allowed is done again', async () => {
    const facilitator = await room.joins('facilitator', 'Maya')
    const maya = room.opens(facilitator)
    const joined = await room.joins('participant', 'Anna')
    const anna = room.opens(joined)
    await Promise.all([isSaved(maya), isSaved(anna)])
    createJourney(maya.edit(), { id: 'journey' as JourneyId, place: { x: 0, y: 0 }, title: 'Leaving' })
    await untilDocument(anna.edit().doc, (doc) => doc.getMap('journeys').has('journey'))
    await isSaved(maya)
    anna.cutsOff()
    // One return message with both: the server refuses it whole.
    createStage(anna.edit(), {
      id: 'stage' as StageId,
      journeyId: 'journey' as JourneyId,
      order: 'a0',
      name: 'Mourning',
    })
    setField(anna.edit(), 'journeys', 'journey', 'objective', 'To be free')
    addsNote(anna.edit(), 'note', 'Still allowed')
    const before = anna.edit().doc
    await room.command(facilitator, { type: 'lock.set', locked: true })
    anna.comesBack()
    await until(anna.connection.document, (doc) => doc !== before)
    await isSaved(anna)
    const aside = anna.connection.keptAside.get()
    expect(aside.map(({ what, text }) => `${what}: ${text}`).toSorted()).toEqual([
      'Leaving, Objective: To be free',
      'New: Stage: Mourning',
    ])
    expect(aside[0]?.sentence).not.toBe('')
    await untilDocument(maya.edit().doc, hasCard('note'))
    expect(recordOf(maya.edit(), 'stages', 'stage')).toBeNull()
    expect(Y.encodeStateVector(anna.edit().doc)).toEqual(Y.encodeStateVector(maya.edit().doc))

    // Survives a reload, until the person removes it.
    await anna.connection.destroy()
    const again = room.opens(joined)
    await isSaved(again)
    expect(again.connection.keptAside.get()).toEqual(aside)
    again.connection.removeKeptAside(aside.map(({ id }) => id))
    expect(again.connection.keptAside.get()).toEqual([])
    addsNote(again.edit(), 'after', 'Work goes on')
    await untilDocument(maya.edit().doc, hasCard('after'))
  })

  it('what the phase forbids is kept aside at once, own notes and what is allowed go on', async () => {
    const facilitator = await room.joins('facilitator', 'Maya')
    const maya = room.opens(facilitator)
    const anna = room.opens(await room.joins('participant', 'Anna'))
    await Promise.all([isSaved(maya), isSaved(anna)])
    addsNote(maya.edit(), 'mayas', 'Maya wrote')
    addsNote(anna.edit(), 'annas', 'Anna wrote')
    await untilDocument(anna.edit().doc, hasCard('mayas'))
    await untilDocument(maya.edit().doc, hasCard('annas'))
    await isSaved(anna)
    anna.cutsOff()
    editText(anna.edit(), 'cards', 'annas', 'text', 'Anna wrote more')
    editText(anna.edit(), 'cards', 'mayas', 'text', 'Anna was here')
    addsNote(anna.edit(), 'pain', 'It takes too long')
    createCards(anna.edit(), [
      { id: 'web' as CardId, kind: 'touchpoint', place: { x: 1, y: 2 }, fields: { title: 'Web' } },
    ])
    const before = anna.edit().doc
    // Pains may be written, for all to see.
    const phases = readyAgenda(60).map((phase) => ({ ...phase, private: false }))
    const pains = phases.find(({ name }) => name === 'Pains')?.id
    await room.command(facilitator, { type: 'agenda.set', phases })
    await room.command(facilitator, { type: 'phase.goto', phaseId: pains })
    let documents = 0
    const stop = react('documents', () => {
      anna.connection.document.get()
      documents++
    })
    anna.comesBack()
    await until(anna.connection.document, (doc) => doc !== before)
    await isSaved(anna)
    stop()
    const aside = anna.connection.keptAside.get()
    expect(aside.map(({ what, text }) => `${what}: ${text}`).toSorted()).toEqual([
      'New: Touchpoint: Web',
      'Note “Maya wrote”, Note: Anna was here',
    ])
    expect(aside[0]?.sentence).toContain('This phase')
    await untilDocument(maya.edit().doc, hasCard('pain'))
    expect(maya.notes()).toEqual(['Anna wrote more', 'It takes too long', 'Maya wrote'])
    // One recovery, not one for each edit the server would have refused.
    expect(documents).toBe(2)
  })

  it('a value the server does not take is kept aside, typing in the same second is not lost', async () => {
    const anna = room.opens(await room.joins('participant', 'Anna'))
    await isSaved(anna)
    addsNote(anna.edit(), 'note', 'Before')
    await isSaved(anna)
    const before = anna.edit().doc
    // As a faulty or modified page would write it.
    before.transact(() => {
      recordOf(anna.edit(), 'cards', 'note')?.set('severity', 'x'.repeat(40))
    }, 'fault')
    editText(anna.edit(), 'cards', 'note', 'text', 'Before and after')
    await until(anna.connection.document, (doc) => doc !== before)
    await isSaved(anna)
    expect(anna.connection.keptAside.get().length).toBeGreaterThan(0)
    expect(JSON.stringify(anna.connection.keptAside.get())).toContain('Before and after')
  })

  it('another epoch: the local copy goes, what was unsaved is kept aside', async () => {
    const joined = await room.joins('participant', 'Anna')
    const old = new Y.Doc()
    const copy = await LocalCopy.open(joined.workshopId, joined.participantId, old)
    if (!copy) throw new Error('no storage')
    old.getMap('meta').set('epoch', 'of another time')
    addsNote({ doc: old, origin: null }, 'saved', 'Saved long ago')
    addsNote({ doc: old, origin: null }, 'unsaved', 'Never sent')
    await copy.write(copy.unsavedKey('tab'), ['cards/unsaved', 'cards/unsaved/text'])
    await copy.destroy()
    const anna = room.opens(joined)
    await until(anna.connection.keptAside, (list) => list.length > 0)
    await isSaved(anna)
    expect(anna.connection.keptAside.get().map(({ text }) => text)).toEqual(['Never sent'])
    expect(anna.notes()).toEqual([])
    await anna.connection.destroy()
    const again = room.opens(joined)
    await isSaved(again)
    expect(again.notes()).toEqual([])
    expect(again.connection.keptAside.get()).toHaveLength(1)
  })
})
