// Agenda, timer, rights per phase and locks in a room with people, time moved by hand.
import * as Y from 'yjs'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { groupCards, mergeCards } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { SPOTLIGHT_OFFLINE_MS } from '../../../server/workshop/SpotlightWatch.ts'
import { GRACE_MS } from '../../../server/workshop/Facilitation.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import { remainingMs } from '../../../shared/workshop/timer.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import { TestPeer } from '../../support/room/TestPeer.ts'
import { hour, phaseIdOf, TestWorkshop } from '../../support/room/TestWorkshop.ts'

let room: TestWorkshop
let maya: TestPeer
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  room = await TestWorkshop.create({ template: 'service-blueprint' })
  maya = room.person('Maya', 'facilitator')
  anna = room.person('Anna')
  ben = room.person('Ben')
  await room.settle()
  await room.do(maya, { type: 'agenda.set', phases: hour() })
})

/** Into a phase, and past the grace that follows. */
async function goTo(name: string): Promise<void> {
  await room.do(maya, { type: 'phase.goto', phaseId: phaseIdOf(name) })
  await room.test.clock.advance(GRACE_MS)
}

/** What the server said to a change somebody made: null if it was taken. */
async function tries(
  peer: TestPeer,
  change: (doc: Y.Doc) => void,
): Promise<{ reason: string; sentence: string } | null> {
  const before = peer.heard.length
  peer.doc.transact(() => change(peer.doc))
  await room.settle()
  const refused = peer.heard.slice(before).find((message) => message.type === 'refused')
  if (refused) {
    // Goes on as our client does: from the server's state, under a new id.
    const fresh = room.test.peers.indexOf(peer)
    room.test.peers.splice(fresh, 1)
    peer.disconnect()
  }
  return refused ?? null
}

describe('moving through the agenda', () => {
  it('[FA2] everybody is told the phase, and the timer runs on the server’s clock', async () => {
    await room.do(maya, { type: 'phase.next', from: null })
    const told = anna.last('workshop')
    expect(told?.workshop.agenda.currentIndex).toBe(0)
    expect(remainingMs(room.state.timer, room.state.agenda.phaseStartedAtMs ?? 0)).toBe(5 * 60_000)
    await room.do(maya, { type: 'timer.pause' })
    const paused = room.state.timer
    await room.test.clock.advance(90_000)
    await room.do(maya, { type: 'phase.extend', minutes: 1 })
    expect(paused.state === 'paused' && room.state.timer).toMatchObject({
      state: 'paused',
      remainingMs: paused.state === 'paused' ? paused.remainingMs + 60_000 : 0,
    })
    await room.do(maya, { type: 'timer.resume' })
    expect(room.state.timer.state).toBe('running')
  })

  it('two facilitators pressing next at once move one phase', async () => {
    await room.do(maya, { type: 'phase.next', from: null })
    expect(await room.does(maya, { type: 'phase.next', from: null })).toMatchObject({ status: 409, code: 'moved' })
    expect(await room.does(maya, { type: 'phase.stop', from: null })).toMatchObject({ status: 409, code: 'moved' })
    expect(room.state.agenda.currentIndex).toBe(0)
  })

  it('[SN6] takes a snapshot before every change of phase', async () => {
    await room.do(maya, { type: 'phase.next' })
    await room.do(maya, { type: 'phase.next' })
    const labels = (await room.test.snapshots.list()).map(({ label }) => label)
    expect(labels).toEqual(['Before Build the map', 'Before Welcome'])
  })

  it('[FA2] agenda, phase, timer and locks survive a crash', async () => {
    await goTo('Group')
    await room.do(maya, { type: 'lock.set', target: 'board', locked: true })
    const before = room.state
    await room.test.crash()
    expect(room.state).toEqual(before)
  })

  it('[FA2] nobody but a facilitator does any of it', async () => {
    const viewer = room.person('', 'viewer')
    for (const person of [anna, viewer]) {
      const commands: Command[] = [
        { type: 'agenda.set', phases: [] },
        { type: 'phase.next' },
        { type: 'phase.back' },
        { type: 'phase.goto', phaseId: phaseIdOf('Act') },
        { type: 'phase.stop' },
        { type: 'phase.extend', minutes: 1 },
        { type: 'timer.pause' },
        { type: 'timer.resume' },
        { type: 'lock.set', locked: false },
        { type: 'spotlight.start' },
        { type: 'drafts.reveal' },
        { type: 'change.undo' },
      ]
      for (const command of commands)
        expect(await room.does(person, command), command.type).toMatchObject({ status: 403 })
    }
    expect(room.state.agenda.currentIndex).toBeNull()
    expect(await room.test.snapshots.list()).toEqual([])
  })
})

describe('rights per phase', () => {
  it('[GA6] voting: nothing is added, changed, moved or drawn; the sentence says when it is again', async () => {
    addNote(anna.doc, 'annas', 'words')
    await room.settle()
    await goTo('Vote')
    expect(await tries(anna, (doc) => addNote(doc, 'new'))).toMatchObject({
      reason: 'phase',
      sentence: 'This phase is for voting. Cards can be added again in Act.',
    })
    expect(await tries(ben, (doc) => noteText(doc, 'annas').insert(0, 'x'))).toMatchObject({ reason: 'phase' })
    expect(Object.keys(room.test.room.board.doc.getMap('cards').toJSON())).toContain('annas')
    expect(noteText(room.test.room.board.doc, 'annas').toString()).toBe('words')
  })

  it('[GA6] own cards change with the right to add their kind, those of others with a right of its own', async () => {
    const phases = hour().map((phase) =>
      phase.name === 'Act' ? { ...phase, rights: { ...phase.rights, editOthers: false } } : phase,
    )
    addNote(anna.doc, 'annas', 'words')
    await room.settle()
    await room.do(maya, { type: 'agenda.set', phases })
    await goTo('Act')
    expect(await tries(anna, (doc) => noteText(doc, 'annas').insert(0, 'my '))).toBeNull()
    expect(await tries(ben, (doc) => noteText(doc, 'annas').insert(0, 'not '))).toMatchObject({ reason: 'phase' })
    expect(await tries(anna, (doc) => doc.getMap('cards').delete('annas'))).toBeNull()
  })

  it.each([
    ['stages', 'structure', (doc: Y.Doc) => doc.getMap('stages').clear()],
    ['drawings', 'draw', (doc: Y.Doc) => doc.getMap('drawings').set('shape:a', new Y.Map())],
    ['clusters', 'editOthers', (doc: Y.Doc) => doc.getMap('clusters').set('c1', new Y.Map())],
    ['feelings', 'emotion', (doc: Y.Doc, own: string) => doc.getMap('emotions').set(`j1.all.${own}`, new Y.Map())],
  ] as const)('[GA6] %s need the right %s', async (_root, right, change) => {
    const phases = hour()
    const allowing = phases.map((phase) => ({ ...phase, rights: { ...phase.rights, [right]: true } }))
    await goTo('Vote')
    const by =
      ({ participant: { id } }: TestPeer) =>
      (doc: Y.Doc) =>
        change(doc, id)
    expect(await tries(anna, by(anna))).toMatchObject({ reason: 'phase' })
    await room.do(maya, { type: 'agenda.set', phases: allowing })
    expect(await tries(ben, by(ben))).toBeNull()
  })

  it('[GA6] only the types of note the phase names; a card does not become another kind', async () => {
    const phases = hour().map((phase) =>
      phase.name === 'Act'
        ? { ...phase, rights: { ...phase.rights, add: ['note' as const], noteTypes: ['gain' as const] } }
        : phase,
    )
    addNote(anna.doc, 'annas')
    await room.settle()
    await room.do(maya, { type: 'agenda.set', phases })
    await goTo('Act')
    expect(await tries(anna, (doc) => addNote(doc, 'pain'))).toMatchObject({ reason: 'phase' })
    const asAction = (doc: Y.Doc) => (doc.getMap('cards').get('annas') as Y.Map<unknown>).set('kind', 'action')
    expect(await tries(ben, asAction)).toMatchObject({ reason: 'phase' })
  })

  it('[GA7] edits already under way are taken for 5 seconds, not longer', async () => {
    await room.do(maya, { type: 'phase.goto', phaseId: phaseIdOf('Vote') })
    expect(await tries(anna, (doc) => addNote(doc, 'inTime'))).toBeNull()
    await room.test.clock.advance(GRACE_MS)
    expect(await tries(anna, (doc) => addNote(doc, 'tooLate'))).toMatchObject({ reason: 'phase' })
  })

  it('[GA7] what comes back from offline in these 5 seconds was not under way', async () => {
    anna.disconnect()
    addNote(anna.doc, 'offline')
    await room.do(maya, { type: 'phase.goto', phaseId: phaseIdOf('Vote') })
    anna.connect()
    await room.settle()
    expect(anna.last('refused')).toMatchObject({ reason: 'phase' })
    expect(room.test.room.board.doc.getMap('cards').has('offline')).toBe(false)
  })

  it('[GA6] facilitators may go on writing', async () => {
    await goTo('Vote')
    expect(await tries(maya, (doc) => addNote(doc, 'mayas'))).toBeNull()
  })
})

describe('locks', () => {
  it('[GA8] a locked card is changed by nobody but a facilitator; others cannot unlock it', async () => {
    addNote(anna.doc, 'annas', 'words')
    await room.settle()
    await room.do(maya, { type: 'lock.set', target: 'cards', cardIds: ['annas', 'gone'], locked: true })
    expect(room.state.locks).toEqual({ annas: maya.participant.id })
    await room.test.clock.advance(GRACE_MS)
    expect(
      await room.does(ben, { type: 'lock.set', target: 'cards', cardIds: ['annas'], locked: false }),
    ).toMatchObject({
      status: 403,
    })
    expect(await tries(maya, (doc) => noteText(doc, 'annas').insert(0, 'more '))).toBeNull()
    expect(await tries(anna, (doc) => doc.getMap('cards').delete('annas'))).toMatchObject({
      reason: 'cardLocked',
      sentence: 'Maya locked this card.',
    })
    await room.do(maya, { type: 'lock.set', target: 'cards', cardIds: ['annas'], locked: false })
    expect(await tries(ben, (doc) => noteText(doc, 'annas').insert(0, 'even '))).toBeNull()
  })

  it('[GA8] a locked card cannot be hidden behind another by merging, nor grouped', async () => {
    for (const id of ['one', 'two', 'three']) addNote(anna.doc, id, id)
    await room.settle()
    await room.do(maya, { type: 'lock.set', target: 'cards', cardIds: ['two'], locked: true })
    await room.test.clock.advance(GRACE_MS)
    const [one, two, three] = ['one', 'two', 'three'] as CardId[] as [CardId, CardId, CardId]
    const merge = (doc: Y.Doc, id: string, parts: CardId[]) =>
      mergeCards({ doc, origin: null }, { id: id as ClusterId, into: one, parts })
    expect(await tries(anna, (doc) => merge(doc, 'm1', [two]))).toMatchObject({
      reason: 'cardLocked',
      sentence: 'Maya locked this card.',
    })
    expect(
      await tries(ben, (doc) => groupCards({ doc, origin: null }, { id: 'g' as ClusterId, cardIds: [two, three] })),
    ).toMatchObject({ reason: 'cardLocked' })
    expect(await tries(maya, (doc) => merge(doc, 'm2', [two, three]))).toBeNull()
  })

  it('[GA8] a frozen board takes nothing from participants', async () => {
    await room.do(maya, { type: 'lock.set', target: 'board', locked: true })
    expect(room.state).toMatchObject({ frozen: true, frozenBy: maya.participant.id })
    await room.test.clock.advance(GRACE_MS)
    expect(await tries(anna, (doc) => addNote(doc, 'cold'))).toMatchObject({ reason: 'frozen' })
    await room.do(maya, { type: 'lock.set', target: 'board', locked: false })
    expect(await tries(ben, (doc) => addNote(doc, 'warm'))).toBeNull()
    expect(room.state.frozenBy).toBeNull()
  })
})

describe('hands, spotlight, done', () => {
  it('[FA3] hands stand in the order they went up; only a facilitator lowers others', async () => {
    await room.do(ben, { type: 'hand.raise' })
    await room.do(anna, { type: 'hand.raise' })
    await room.do(ben, { type: 'hand.raise' })
    expect(room.state.hands).toEqual([ben.participant.id, anna.participant.id])
    expect(await room.does(anna, { type: 'hand.lower', participantId: ben.participant.id })).toMatchObject({
      status: 403,
    })
    await room.do(maya, { type: 'hand.lower', participantId: ben.participant.id })
    await room.do(anna, { type: 'hand.lower' })
    expect(room.state.hands).toEqual([])
  })

  it('[FA3] "done" is a count for everybody and a flag for its owner; it falls with the phase', async () => {
    await room.do(anna, { type: 'done.set', done: true })
    expect(ben.last('activity')?.activity).toMatchObject({ done: 1, of: 2 })
    expect(anna.last('own')?.own.done).toBe(true)
    expect(ben.last('own')?.own.done).toBe(false)
    expect(JSON.stringify([...ben.heard, ...maya.heard].filter(({ type }) => type === 'activity'))).not.toContain(
      anna.participant.id,
    )
    await room.do(maya, { type: 'phase.next' })
    expect(ben.last('activity')?.activity.done).toBe(0)
    expect(anna.last('own')?.own.done).toBe(false)
    await room.do(maya, { type: 'phase.stop' })
    addNote(ben.doc, 'pain')
    await room.do(anna, { type: 'done.set', done: true })
    expect(anna.last('own')?.own.done).toBe(true)
    await room.do(maya, { type: 'round.open', question: 'Which?', kind: 'note' })
    expect(anna.last('own')?.own.done).toBe(false)
  })

  it('a spotlight is one facilitator’s and has a new id each time', async () => {
    await room.do(maya, { type: 'spotlight.start', mode: 'keep', hold: true, view: { x: 0, y: 0, w: 10, h: 10 } })
    const first = anna.last('workshop')?.workshop.spotlight
    expect(first).toMatchObject({ by: maya.participant.id, mode: 'keep', hold: true })
    await room.do(maya, { type: 'spotlight.start' })
    expect(anna.last('workshop')?.workshop.spotlight).toMatchObject({ mode: 'once', hold: false })
    expect(anna.last('workshop')?.workshop.spotlight?.id).not.toBe(first?.id)
    await room.do(maya, { type: 'spotlight.stop' })
    expect(anna.last('workshop')?.workshop.spotlight).toBeNull()
  })

  describe('[FA1] a spotlight without its facilitator', () => {
    const spotlight = () => anna.last('workshop')?.workshop.spotlight ?? null
    const passes = async (ms: number) => {
      await room.test.clock.advance(ms)
      await room.settle()
    }

    it('ends when they have been offline for a while', async () => {
      await room.do(maya, { type: 'spotlight.start', mode: 'keep', hold: true })
      await passes(10 * SPOTLIGHT_OFFLINE_MS)
      expect(spotlight()).not.toBeNull()
      maya.disconnect()
      await passes(SPOTLIGHT_OFFLINE_MS - 6_000)
      expect(spotlight()).not.toBeNull()
      await passes(12_000)
      expect(spotlight()).toBeNull()
    })

    it('stays over a page that is loaded again', async () => {
      await room.do(maya, { type: 'spotlight.start', mode: 'keep' })
      maya.disconnect()
      await passes(SPOTLIGHT_OFFLINE_MS / 2)
      maya.connect()
      await passes(2 * SPOTLIGHT_OFFLINE_MS)
      expect(spotlight()).toMatchObject({ by: maya.participant.id })
    })

    it('ends with the role', async () => {
      const tom = room.person('Tom', 'facilitator')
      await room.do(maya, { type: 'spotlight.start', mode: 'keep' })
      await room.do(tom, { type: 'participant.promote', participantId: maya.participant.id, role: 'participant' })
      expect(spotlight()).toBeNull()
    })

    it('that a restart brought back ends too', async () => {
      await room.do(maya, { type: 'spotlight.start', mode: 'keep', hold: true })
      await room.test.crash()
      const late = room.person('Late')
      await room.settle()
      expect(late.last('welcome')?.workshop.spotlight).toMatchObject({ hold: true })
      await passes(SPOTLIGHT_OFFLINE_MS + 6_000)
      expect(late.last('workshop')?.workshop.spotlight).toBeNull()
    })
  })
})

describe('whose cards they are', () => {
  it('[GA10] everybody is told their own client ids, all of them and in every tab, and nobody those of others', async () => {
    const told = () => anna.last('own')?.own.clientIds
    expect(told()).toEqual([anna.doc.clientID])
    const { clock, limits, peers } = room.test
    const tab = new TestPeer(room.test.room, anna.participant, clock, limits).connect()
    peers.push(tab)
    await room.settle()
    expect(told()).toEqual([anna.doc.clientID, tab.doc.clientID])
    expect(tab.last('own')?.own.clientIds).toEqual([anna.doc.clientID, tab.doc.clientID])
    expect(ben.last('own')?.own.clientIds).toEqual([ben.doc.clientID])
  })

  it('[GA10] a newcomer hears it once', () => {
    expect(anna.heard.filter(({ type }) => type === 'own')).toHaveLength(1)
  })
})
