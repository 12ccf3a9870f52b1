// Role × root × legal and illegal update, straight at the gate.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import type { ClientOwner } from '../../../../server/rooms/gate/checkStructs.ts'
import { checkUpdate } from '../../../../server/rooms/gate/checkUpdate.ts'
import { seedBoard } from '../../../../server/rooms/seedBoard.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import {
  addToGroup,
  groupCards,
  mergeCards,
  removeFromGroups,
  renameGroup,
  takeOutParts,
  ungroup,
} from '../../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { rootNames } from '../../../../shared/journey/schema.ts'
import type { RefusalReason } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'
import { addNote, noteText } from '../../../support/room/TestRoom.ts'

const ANNA = 'anna'
const bounds = { maxBytes: 1024 * 1024, maxStructs: 5_000, maxDeleteRanges: 20_000 }

class Gate {
  readonly server = new Y.Doc()
  readonly client = new Y.Doc()
  role: Role = 'participant'
  rights = { structureLocked: false, closed: false }
  owner: (client: number) => ClientOwner = (client) => (client === this.client.clientID ? 'own' : 'other')

  constructor() {
    Y.applyUpdate(this.server, seedBoard('T', 'service-blueprint', 'epoch'))
    addNote(this.server, 'theirs', 'some words')
    for (const id of ['one', 'two', 'three', 'four']) addNote(this.server, id, id)
    const onServer = { doc: this.server, origin: null }
    groupCards(onServer, { id: 'group' as ClusterId, name: 'Waiting', cardIds: cardIds('one', 'two', 'three') })
    mergeCards(onServer, { id: 'merge' as ClusterId, into: 'one' as CardId, parts: cardIds('four') })
    this.server.getMap('emotions').set(`j1.all.${ANNA}`, new Y.Map())
    this.server.getMap('emotions').set('j1.all.ben', new Y.Map())
    Y.applyUpdate(this.client, Y.encodeStateAsUpdate(this.server))
  }

  check(update: Uint8Array) {
    const before = Y.encodeStateAsUpdate(this.server)
    const roots = new Map<unknown, string>(rootNames.map((name) => [this.server.getMap(name), name]))
    const writer = { participantId: ANNA, role: this.role }
    const result = checkUpdate(
      { doc: this.server, roots, bounds, writer, rights: this.rights, ownerOf: this.owner },
      update,
    )
    expect(Y.encodeStateAsUpdate(this.server)).toEqual(before)
    return result
  }

  /** What the gate says to a change the client makes: null if it passes (and then Yjs takes it whole). */
  try(change: (doc: Y.Doc) => void): RefusalReason | null {
    const before = Y.encodeStateVector(this.client)
    this.client.transact(() => change(this.client))
    const update = Y.encodeStateAsUpdate(this.client, before)
    const result = this.check(update)
    if (!result.ok) return result.reason
    Y.applyUpdate(this.server, update)
    expect(this.server.store.pendingStructs).toBeNull()
    expect(this.server.store.pendingDs).toBeNull()
    return null
  }
}

const record = (doc: Y.Doc, root: string, id: string, values: Record<string, unknown>): void => {
  const map = new Y.Map<unknown>()
  doc.getMap(root).set(id, map)
  for (const [key, value] of Object.entries(values)) map.set(key, value)
}
const entity = (doc: Y.Doc, root: string, id: string): Y.Map<unknown> => doc.getMap(root).get(id) as Y.Map<unknown>
const firstId = (doc: Y.Doc, root: string): string => [...doc.getMap(root).keys()][0] ?? ''

/** A struct of so many units under each of so many client ids, and ranges that are deleted. */
function updateOfClients(count: number, units = 1, deletedRanges = 0): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let client = 1; client <= count; client++) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, units)
  }
  encoding.writeVarUint(encoder, deletedRanges > 0 ? 1 : 0)
  if (deletedRanges > 0) for (const value of [1, deletedRanges]) encoding.writeVarUint(encoder, value)
  for (let at = 0; at < deletedRanges; at++) for (const value of [at * 2, 1]) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

const on = (doc: Y.Doc) => ({ doc, origin: null })
const cardIds = (...ids: string[]): CardId[] => ids as CardId[]

type Edit = [what: string, change: (doc: Y.Doc) => void]
const structure: Edit[] = [
  [
    'a new journey',
    (doc) => record(doc, 'journeys', 'j9', { title: new Y.Text('T'), place: { x: 0, y: 0 }, state: 'to-be' }),
  ],
  [
    'a new stage',
    (doc) => record(doc, 'stages', 's9', { journeyId: 'j1', order: 'a0', name: new Y.Text('S'), columns: 2 }),
  ],
  [
    'a new lane',
    (doc) => record(doc, 'lanes', 'l9', { journeyId: 'j1', order: 'a0', kind: 'pains', title: new Y.Text('') }),
  ],
  ['a stage moved', (doc) => entity(doc, 'stages', firstId(doc, 'stages')).set('order', 'a5')],
  [
    'a stage renamed by typing',
    (doc) => (entity(doc, 'stages', firstId(doc, 'stages')).get('name') as Y.Text).insert(0, 'x'),
  ],
  ['a stage deleted', (doc) => doc.getMap('stages').delete(firstId(doc, 'stages'))],
  ['a lane deleted', (doc) => doc.getMap('lanes').delete(firstId(doc, 'lanes'))],
]
const content: Edit[] = [
  ['a new note', (doc) => addNote(doc, 'n9', 'words')],
  [
    'a note moved',
    (doc) => entity(doc, 'cards', 'theirs').set('place', { journeyId: 'j', stageId: 's', laneId: 'l', order: 'a0' }),
  ],
  ['typing in a note', (doc) => noteText(doc, 'theirs').insert(4, ' more')],
  ['deleting letters', (doc) => noteText(doc, 'theirs').delete(0, 4)],
  [
    'made and deleted at once',
    (doc) => {
      addNote(doc, 'gone', 'x')
      doc.getMap('cards').delete('gone')
    },
  ],
  ['deleting a note', (doc) => doc.getMap('cards').delete('theirs')],
  ['own feelings', (doc) => entity(doc, 'emotions', `j1.all.${ANNA}`).set('s1', { value: -1.5, reason: 'slow' })],
  [
    'a drawing',
    (doc) =>
      record(doc, 'drawings', 'shape:abc', {
        typeName: 'shape',
        xy: [1, 2],
        'props.color': 'red',
        'props.segments': [{ type: 'free', points: [{ x: 0, y: 0 }] }],
      }),
  ],
  ['a group', (doc) => groupCards(on(doc), { id: 'g9' as ClusterId, name: 'Ü', cardIds: cardIds('one', 'two') })],
  ['a card put into a group', (doc) => addToGroup(on(doc), 'group' as ClusterId, cardIds('theirs'))],
  ['a card taken out of a group', (doc) => removeFromGroups(on(doc), cardIds('one'))],
  ['a group renamed', (doc) => renameGroup(on(doc), 'group' as ClusterId, 'x'.repeat(200))],
  ['a group taken apart', (doc) => ungroup(on(doc), 'group' as ClusterId)],
  ['a merge', (doc) => mergeCards(on(doc), { id: 'm9' as ClusterId, into: 'two' as CardId, parts: cardIds('three') })],
  ['a merge taken apart', (doc) => takeOutParts(on(doc), cardIds('four'))],
  [
    'a KPI with readings',
    (doc) => {
      record(doc, 'cards', 'k9', { kind: 'kpi', place: { x: 0, y: 0 }, readings: new Y.Map([['2026-11-21', 5]]) })
    },
  ],
]

describe('[GA1] what each role may do', () => {
  it.each([...structure, ...content])('participants and facilitators: %s', (_, change) => {
    for (const role of ['participant', 'facilitator'] as const) {
      const gate = new Gate()
      gate.role = role
      expect(gate.try(change)).toBeNull()
    }
  })
  it.each([...structure, ...content])('viewers never: %s', (_, change) => {
    const gate = new Gate()
    gate.role = 'viewer'
    expect(gate.try(change)).toBe('viewer')
  })
  it.each([...structure, ...content])('nobody in a closed workshop: %s', (_, change) => {
    const gate = new Gate()
    gate.role = 'facilitator'
    gate.rights = { structureLocked: false, closed: true }
    expect(gate.try(change)).toBe('closed')
  })
  it.each(structure)('with the structure locked only facilitators: %s', (_, change) => {
    const gate = new Gate()
    gate.rights = { structureLocked: true, closed: false }
    expect(gate.try(change)).toBe('structureLocked')
    const facilitator = new Gate()
    facilitator.role = 'facilitator'
    facilitator.rights = { structureLocked: true, closed: false }
    expect(facilitator.try(change)).toBeNull()
  })
  it.each(content)('with the structure locked everybody still: %s', (_, change) => {
    const gate = new Gate()
    gate.rights = { structureLocked: true, closed: false }
    expect(gate.try(change)).toBeNull()
  })
  it('a viewer who has nothing new is not refused', () => {
    const gate = new Gate()
    gate.role = 'viewer'
    expect(gate.check(Y.encodeStateAsUpdate(gate.client))).toMatchObject({ ok: true, value: { changes: false } })
  })
})

describe('[GA2] what belongs to others or to the server', () => {
  const forbidden: Edit[] = [
    ['the version of the board', (doc) => doc.getMap('meta').set('schemaVersion', 99)],
    ['feelings of somebody else', (doc) => entity(doc, 'emotions', 'j1.all.ben').set('s1', { value: 2, reason: '' })],
    ['new feelings in the name of somebody else', (doc) => record(doc, 'emotions', 'j2.all.ben', {})],
    ['deleting feelings of somebody else', (doc) => doc.getMap('emotions').delete('j1.all.ben')],
    ['a root of one’s own', (doc) => doc.getMap('ballots').set('x', 1)],
  ]
  it.each(forbidden)('nobody: %s', (_, change) => {
    for (const role of ['participant', 'facilitator'] as const) {
      const gate = new Gate()
      gate.role = role
      expect(gate.try(change)).toBe('notYours')
    }
  })
})

describe('[GA3] values that do not fit', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  const wrong: Edit[] = [
    ['an unknown field', (doc) => entity(doc, 'cards', 'theirs').set('colour', 'red')],
    ['a field of another kind', (doc) => entity(doc, 'cards', 'theirs').set('channel', 'phone')],
    ['an unknown kind', (doc) => record(doc, 'cards', 'x', { kind: 'bomb', place: { x: 0, y: 0 } })],
    ['a number that is text', (doc) => entity(doc, 'cards', 'theirs').set('severity', '3')],
    ['a number out of range', (doc) => entity(doc, 'cards', 'theirs').set('severity', 6)],
    ['plain text where a text is due', (doc) => entity(doc, 'cards', 'theirs').set('text', 'plain')],
    ['a map where a text is due', (doc) => entity(doc, 'cards', 'theirs').set('text', new Y.Map())],
    ['a place that is no place', (doc) => entity(doc, 'cards', 'theirs').set('place', { x: 'left' })],
    [
      'a place at infinity',
      (doc) => entity(doc, 'cards', 'theirs').set('place', { x: Number.POSITIVE_INFINITY, y: 0 }),
    ],
    ['plain data as a record', (doc) => doc.getMap('cards').set('plain', { kind: 'note' })],
    ['an array as a record', (doc) => doc.getMap('cards').set('array', new Y.Array())],
    ['a list in a root', (doc) => entity(doc, 'cards', 'theirs').set('type', new Y.Array())],
    ['an id with a slash', (doc) => addNote(doc, '../up')],
    ['the id __proto__', (doc) => addNote(doc, '__proto__')],
    ['the field __proto__', (doc) => entity(doc, 'cards', 'theirs').set('__proto__', {})],
    ['formatted text', (doc) => noteText(doc, 'theirs').insert(0, 'bold', { bold: true })],
    ['an embed in a text', (doc) => noteText(doc, 'theirs').insertEmbed(0, { image: 'x' })],
    [
      'a feeling beyond the scale',
      (doc) => entity(doc, 'emotions', `j1.all.${ANNA}`).set('s1', { value: 3, reason: '' }),
    ],
    ['a cluster that is neither group nor merge', (doc) => entity(doc, 'clusters', 'group').set('kind', 'bomb')],
    ['a group with a name that is none', (doc) => entity(doc, 'clusters', 'group').set('name', { long: 1 })],
    ['a group with an endless name', (doc) => entity(doc, 'clusters', 'group').set('name', 'x'.repeat(81))],
    ['a merge into what is no card', (doc) => entity(doc, 'clusters', 'merge').set('into', '../up')],
    ['a member that is more than one', (doc) => entity(doc, 'clusters', 'group').set('card.one', { x: 1 })],
    ['a member that is no id', (doc) => entity(doc, 'clusters', 'group').set('card.../up', true)],
    ['an unknown key of a cluster', (doc) => entity(doc, 'clusters', 'group').set('note', 'x'.repeat(10_000))],
    ['words in a cluster', (doc) => entity(doc, 'clusters', 'group').set('name', new Y.Text('x'))],
    ['a cluster with a slash', (doc) => record(doc, 'clusters', 'a/b', { kind: 'group' })],
    ['a drawing nested too deep', (doc) => record(doc, 'drawings', 'shape:x', { a: nested(40) })],
    ['a drawing of a megabyte', (doc) => record(doc, 'drawings', 'shape:x', { a: 'x'.repeat(600_000) })],
    ['a drawing with bytes', (doc) => record(doc, 'drawings', 'shape:x', { a: new Uint8Array(10) })],
    ['a drawing with a document', (doc) => record(doc, 'drawings', 'shape:x', { a: new Y.Doc() })],
    ['a map inside a drawing', (doc) => record(doc, 'drawings', 'shape:x', { a: new Y.Map() })],
    [
      'a reading without a day',
      (doc) => record(doc, 'cards', 'k', { kind: 'kpi', place: { x: 0, y: 0 }, readings: new Y.Map([['today', 1]]) }),
    ],
  ]
  it.each(wrong)('refused: %s', (_, change) => {
    const gate = new Gate()
    expect(gate.try(change)).toMatch(/^(invalidValue|malformed)$/)
  })
  it('a text far beyond its limit is refused, also when it grows in small steps', () => {
    const gate = new Gate()
    expect(gate.try((doc) => noteText(doc, 'theirs').insert(0, 'x'.repeat(20_000)))).toBe('tooLarge')
    const slow = new Gate()
    const answers = Array.from({ length: 30 }, () =>
      slow.try((doc) => noteText(doc, 'theirs').insert(0, 'x'.repeat(200))),
    )
    expect(answers).toContain('tooLarge')
    expect(noteText(slow.server, 'theirs').length).toBeLessThanOrEqual(4_000)
  })
  it('replacing a long text by another one is one change and fits', () => {
    const gate = new Gate()
    const replace = (doc: Y.Doc, letter: string): void => {
      const text = noteText(doc, 'theirs')
      text.delete(0, text.length)
      text.insert(0, letter.repeat(2_000))
    }
    for (const letter of 'abcde') expect(gate.try((doc) => replace(doc, letter))).toBeNull()
  })
})

describe('[GA4] forged, broken and oversized updates', () => {
  it('somebody else’s client id', () => {
    const gate = new Gate()
    gate.owner = () => 'other'
    expect(gate.try((doc) => addNote(doc, 'n'))).toBe('notYours')
  })
  it('a gap in the clocks', () => {
    const gate = new Gate()
    addNote(gate.client, 'skipped')
    expect(gate.try((doc) => addNote(doc, 'after'))).toBe('afterRefusal')
  })
  it('more client ids than one person has', () => {
    const gate = new Gate()
    gate.owner = () => 'free'
    const docs = Array.from({ length: 100 }, () => {
      const doc = new Y.Doc()
      doc.getMap('cards').set('x', 1)
      return Y.encodeStateAsUpdate(doc)
    })
    expect(gate.check(Y.mergeUpdates(docs))).toMatchObject({ ok: false, reason: 'tooLarge' })
  })
  it.each([
    [bounds.maxStructs, 'client ids', 65],
    [100_000, 'structs', 0],
  ])('of %i client ids in one message no more are looked at than one person may have', (count, detail, most) => {
    const gate = new Gate()
    let looked = 0
    gate.owner = () => {
      looked++
      return 'free'
    }
    expect(gate.check(updateOfClients(count))).toMatchObject({ ok: false, reason: 'tooLarge', detail })
    expect(looked).toBe(most)
  })
  it('too many structs, too many delete ranges, too many bytes', () => {
    const many = new Gate()
    expect(
      many.try((doc) => {
        for (let at = 0; at < 6_000; at++) noteText(doc, 'theirs').insert(0, 'x')
        for (let at = 0; at < 1_000; at++) addNote(doc, `n${at}`)
      }),
    ).toBe('tooLarge')
    expect(new Gate().check(updateOfClients(0, 1, bounds.maxDeleteRanges + 1))).toMatchObject({
      ok: false,
      reason: 'tooLarge',
      detail: 'delete ranges',
    })
    expect(new Gate().check(new Uint8Array(2 * 1024 * 1024))).toMatchObject({ ok: false, reason: 'tooLarge' })
  })
  it.each([1_000_001, 2 ** 41])('one struct that claims %d units', (units) => {
    const gate = new Gate()
    gate.owner = () => 'own'
    expect(gate.check(updateOfClients(1, units))).toMatchObject({ ok: false, reason: 'malformed' })
  })
  it('a message that leaves a hole in its own clocks', () => {
    const gate = new Gate()
    gate.owner = () => 'own'
    const doc = new Y.Doc()
    const parts: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => parts.push(update))
    for (const id of ['first', 'skipped', 'last']) addNote(doc, id)
    const [first = new Uint8Array(), , last = new Uint8Array()] = parts
    expect(gate.check(Y.mergeUpdates([first, last]))).toMatchObject({ ok: false, reason: 'malformed' })
  })
  it('deleting what is not there', () => {
    const gate = new Gate()
    const ahead = new Y.Doc()
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(gate.server))
    addNote(ahead, 'unseen')
    Y.applyUpdate(gate.client, Y.encodeStateAsUpdate(ahead))
    expect(gate.try((doc) => doc.getMap('cards').delete('unseen'))).toBe('afterRefusal')
  })
  it.each([[[]], [[255]], [[1, 1, 5, 0, 4]], [[0, 1, 1, 1, 0]], [[1, 1, 5, 0, 10, 1, 0]]])('bytes %j', (bytes) => {
    const result = new Gate().check(new Uint8Array(bytes))
    expect(result).toMatchObject({ ok: false })
  })
  it('a struct that refers to itself or to nothing', () => {
    for (const origin of [0, 7]) {
      const encoder = encoding.createEncoder()
      const gate = new Gate()
      const client = gate.client.clientID
      for (const value of [1, 1, client, 0]) encoding.writeVarUint(encoder, value)
      encoding.writeUint8(encoder, 0b1000_0100)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, origin)
      encoding.writeVarString(encoder, 'x')
      encoding.writeVarUint(encoder, 0)
      expect(gate.check(encoding.toUint8Array(encoder))).toMatchObject({ ok: false, reason: 'malformed' })
    }
  })
})
