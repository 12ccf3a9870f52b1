// After a refusal: which edits are found, done again, or kept aside, and that nothing a person wrote is lost.
import { assert, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardEdits, editName } from '../../../client/connection/boardEdits.ts'
import { describeEdit } from '../../../client/connection/keptAsideRecords.ts'
import { planReplay, unsavedEdits } from '../../../client/connection/planReplay.ts'
import { Replay } from '../../../client/connection/Replay.ts'
import { type EditRights, replayEdit } from '../../../client/connection/replayEdit.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards, deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { putDrawings, removeDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { groupCards, mergeCards, renameGroup } from '../../../shared/journey/edit/editClusters.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { createStage, deleteStage, reorder } from '../../../shared/journey/edit/editStructure.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import { type EditTarget, recordOf } from '../../../shared/journey/edit/EditTarget.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import type { CardId, ParticipantId, StageId } from '../../../shared/journey/ids.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const journey = drawJourney(`
             | Preparing | Separating
  touchpoints| Class     | Exam; Files; Letter
  pains      | Too much  |
`)
const everything: EditRights = {
  canWrite: true,
  canShape: true,
  mayDraw: true,
  mayFeel: true,
  mayEditOthers: true,
  participantId: 'anna',
  mayAdd: () => true,
  mayChange: () => true,
}
const [classCard, exam] = [journey.card('Class'), journey.card('Exam')]
groupCards(journey.target, {
  id: 'known' as ClusterId,
  name: 'Known',
  cardIds: [classCard, journey.card('Letter'), journey.card('Too much')],
})

/** The server's document and a browser's, with the same past. */
function apart(): { server: Y.Doc; local: EditTarget } {
  const [server, local] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [server, local]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(journey.doc))
  return { server, local: { doc: local, origin: 'anna' } }
}

function replayAll(server: Y.Doc, local: Y.Doc, rights = everything) {
  const plan = planReplay(server, local, rights, new Set())
  const failed = plan.replay.filter((edit) => !replayEdit({ doc: server, origin: 'replay' }, edit))
  return { ...plan, failed }
}

const words = (edits: readonly Parameters<typeof describeEdit>[0][]) =>
  edits.map(describeEdit).map(({ what, text }) => `${what}: ${text}`)

/** The board as people see it: a flag that was never set and one that is off are the same. */
function seen(doc: Y.Doc) {
  const { journeys, stages, lanes, cards, emotions, clusters } = readBoard(doc)
  const readings = [...emotions.values()].map((entry) => [entry.id, Object.fromEntries(entry.readings)])
  const records = [journeys, stages, lanes, cards, clusters].map((map) => Object.fromEntries<unknown>(map))
  return { records, readings: Object.fromEntries(readings), drawings: doc.getMap('drawings').toJSON() }
}

/** Everything a person can do, one of each. */
const edits: ((local: EditTarget) => unknown)[] = [
  (local) => editText(local, 'cards', classCard, 'title', 'Transition class'),
  (local) => setField(local, 'cards', classCard, 'channel', 'web'),
  (local) => setField(local, 'cards', exam, 'momentOfTruth', true),
  (local) => placeCards(local, [{ id: exam, place: journey.place('Preparing', 'touchpoints') }]),
  (local) => placeCards(local, [{ id: journey.card('Files'), place: { x: 5, y: 6 } }]),
  (local) => deleteCards(local, [journey.card('Too much')]),
  (local) =>
    createCards(local, [
      {
        id: 'fresh' as CardId,
        kind: 'touchpoint',
        place: journey.place('Separating', 'touchpoints'),
        fields: { title: 'New' },
      },
    ]),
  (local) =>
    createStage(local, { id: 'third' as StageId, journeyId: journey.id, order: 'a8', name: 'Settling', columns: 3 }),
  (local) =>
    createCards(local, [
      {
        id: 'inThird' as CardId,
        kind: 'touchpoint',
        place: { journeyId: journey.id, stageId: 'third' as StageId, laneId: journey.lane('touchpoints'), order: 'a0' },
        fields: { title: 'In the new stage' },
      },
    ]),
  (local) => setField(local, 'stages', journey.stage('Preparing'), 'columns', 4),
  (local) => editText(local, 'stages', journey.stage('Preparing'), 'name', 'Getting ready'),
  (local) => reorder(local, 'stages', journey.stage('Separating'), 'Zz'),
  (local) =>
    setReading(
      local,
      {
        journeyId: journey.id,
        personaId: null,
        participantId: 'anna' as ParticipantId,
        about: journey.stage('Preparing'),
      },
      { value: -1.5, reason: 'overloaded' },
    ),
  (local) => groupCards(local, { id: 'group1' as ClusterId, name: 'Exams', cardIds: [exam, journey.card('Files')] }),
  (local) => renameGroup(local, 'known' as ClusterId, 'Renamed'),
  (local) => mergeCards(local, { id: 'merge1' as ClusterId, into: classCard, parts: [journey.card('Letter')] }),
  (local) =>
    putDrawings(local, [
      { id: 'shape:a', typeName: 'shape', x: 1, y: 2, index: 'a1', parentId: 'page:page', props: { text: 'hi' } },
    ]),
]

describe('edits that can be done again', () => {
  it('give the server the same board, whichever were made (100 runs)', () => {
    assert(
      property(subarray(edits), (made) => {
        const { server, local } = apart()
        for (const edit of made) edit(local)
        const { failed, aside } = replayAll(server, local.doc)
        expect([...failed, ...aside]).toEqual([])
        expect(seen(server)).toEqual(seen(local.doc))
      }),
      { seed: 4_071_776, numRuns: 100 },
    )
  })

  it('keep what others wrote meanwhile in the same text', () => {
    const { server, local } = apart()
    editText(local, 'cards', classCard, 'title', 'Class for all')
    editText({ doc: server, origin: 'ben' }, 'cards', classCard, 'title', 'First class')
    replayAll(server, local.doc)
    const title = String(recordOf({ doc: server, origin: null }, 'cards', classCard)?.get('title'))
    expect(title).toContain('First')
    expect(title).toContain('for all')
  })

  it('do not delete a stage in which others have put a card meanwhile', () => {
    const { server, local } = apart()
    deleteStage(local, journey.stage('Separating'))
    createCards({ doc: server, origin: 'ben' }, [
      {
        id: 'bens' as CardId,
        kind: 'touchpoint',
        place: journey.place('Separating', 'touchpoints'),
        fields: { title: 'Ben' },
      },
    ])
    const { failed } = replayAll(server, local.doc)
    expect(words(failed)).toEqual(['Deleted: Stage: Separating'])
    expect(readBoard(server).cards.has('bens' as CardId)).toBe(true)
  })

  it('are nothing when the server has it all', () => {
    const { server, local } = apart()
    for (const edit of edits) edit(local)
    Y.applyUpdate(server, Y.encodeStateAsUpdate(local.doc))
    removeDrawings({ doc: server, origin: 'ben' }, ['shape:a'])
    expect(replayAll(server, local.doc)).toMatchObject({ replay: [], aside: [], unreadable: [] })
  })
})

describe('edits that are not allowed', () => {
  it('with the structure locked: structure aside with its text, cards done', () => {
    const { server, local } = apart()
    for (const edit of edits) edit(local)
    const { aside, failed } = replayAll(server, local.doc, { ...everything, canShape: false })
    expect(words(aside).toSorted()).toEqual([
      'Moved: Stage: Separating',
      'New: Stage: Settling',
      'Preparing, Columns: 4',
      'Preparing, Stage: Getting ready',
    ])
    // Its stage does not exist, so the card in it waits as well.
    expect(words(failed)).toEqual(['New: Touchpoint: In the new stage'])
    expect(readBoard(server).cards.has('fresh' as CardId)).toBe(true)
  })

  it('in a phase that takes pains and own cards only: the rest aside at once, none of it tried', () => {
    const { server, local } = apart()
    for (const edit of edits) edit(local)
    const { aside, failed } = replayAll(server, local.doc, {
      ...everything,
      canShape: false,
      mayDraw: false,
      mayFeel: false,
      mayEditOthers: false,
      mayAdd: ({ kind }) => kind === 'note',
      mayChange: ({ id }) => id === classCard,
    })
    expect(failed).toEqual([])
    expect(words(aside).toSorted()).toEqual(
      [
        'Deleted: Note: Too much',
        'Drawing: hi',
        'Group of notes: Renamed',
        'New: Group of notes: Exams',
        'New: Merged notes: ',
        'Emotion reading: -1.5 overloaded',
        'Moved: Stage: Separating',
        'Moved: Touchpoint: Exam',
        'Moved: Touchpoint: Files',
        'New: Stage: Settling',
        'New: Touchpoint: In the new stage',
        'New: Touchpoint: New',
        'Preparing, Columns: 4',
        'Preparing, Stage: Getting ready',
        'Touchpoint “Exam”, Moment of truth: true',
      ].toSorted(),
    )
    expect(readBoard(server).cards.get(classCard)?.fields).toMatchObject({ title: 'Transition class', channel: 'web' })
  })

  it('without the right to write: everything aside, the server untouched', () => {
    const { server, local } = apart()
    const before = seen(server)
    for (const edit of edits) edit(local)
    const { replay, aside } = replayAll(server, local.doc, { ...everything, canWrite: false })
    expect(replay).toEqual([])
    expect(aside.length).toBeGreaterThanOrEqual(edits.length)
    expect(seen(server)).toEqual(before)
  })

  it('readings under somebody else’s name', () => {
    const { server, local } = apart()
    const place = { journeyId: journey.id, personaId: null, about: journey.stage('Preparing') }
    setReading(local, { ...place, participantId: 'ben' as ParticipantId }, { value: 2, reason: 'forged' })
    const { aside } = replayAll(server, local.doc)
    expect(words(aside)).toEqual(['Emotion reading: 2 forged'])
  })

  it('a record nobody can read any more is kept as it is', () => {
    const { server, local } = apart()
    recordOf(local, 'cards', classCard)?.set('place', 'nowhere')
    const { unreadable } = replayAll(server, local.doc)
    expect(unreadable).toHaveLength(1)
    expect(unreadable[0]?.content).toContain('nowhere')
  })

  it('what was unsaved before another epoch, by its labels only', () => {
    const labels = new Set([`cards/${classCard}/title`, `stages/${journey.stage('Separating')}`])
    expect(words(unsavedEdits(journey.doc, labels))).toEqual(['New: Stage: Separating', 'New: Touchpoint: Class'])
  })
})

describe('Replay', () => {
  /** One recovery on a server that has `server`. */
  function recover(
    last: Replay | null,
    server: Y.Doc,
    local: Y.Doc,
    cause: 'invalidValue' | 'viewer' = 'invalidValue',
  ) {
    const replay = new Replay('Not allowed.', cause, last)
    Y.applyUpdate(replay.fresh, Y.encodeStateAsUpdate(server))
    let sent = 0
    replay.fresh.on('update', () => sent++)
    const facts = { local, unsavedLabels: new Set<string>(), rights: everything, nowMs: 1, sentMessages: () => sent }
    return { replay, aside: replay.run(facts) }
  }

  it('puts aside what is refused again, and only that', () => {
    const { server, local } = apart()
    for (const edit of edits.slice(0, 3)) edit(local)
    const first = recover(null, server, local.doc)
    expect(first.aside).toEqual([])
    first.replay.noteRefused(2)
    const second = recover(first.replay, server, first.replay.fresh)
    expect(second.aside).toHaveLength(1)
    expect(second.aside[0]).toMatchObject({ sentence: 'Not allowed.', atMs: 1 })
    const made = boardEdits(
      { board: readBoard(server), doc: server },
      { board: readBoard(second.replay.fresh), doc: second.replay.fresh },
    )
    expect(new Set(made.map(editName)).size).toBe(2)
  })

  it('ends: after a few rounds nothing is tried again', () => {
    const { server, local } = apart()
    for (const edit of edits) edit(local)
    let last: Replay | null = null
    let aside: unknown[] = []
    for (let round = 0; round < 6 && aside.length === 0; round++) {
      const result: ReturnType<typeof recover> = recover(last, server, last?.fresh ?? local.doc)
      last = result.replay
      aside = result.aside
    }
    expect(aside.length).toBeGreaterThanOrEqual(edits.length)
    expect(seen(last?.fresh ?? local.doc)).toEqual(seen(server))
  })

  it('tries nothing for somebody who looks on', () => {
    const { server, local } = apart()
    edits[0]?.(local)
    const { aside, replay } = recover(null, server, local.doc, 'viewer')
    expect(aside).toHaveLength(1)
    expect(seen(replay.fresh)).toEqual(seen(server))
  })
})
