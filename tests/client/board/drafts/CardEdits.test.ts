// What a private phase takes never reaches the board; everything else goes where it is.
import { atom } from '@tldraw/state'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CardEdits } from '../../../../client/board/drafts/CardEdits.ts'
import type { NewCard } from '../../../../shared/journey/edit/editCards.ts'
import { type EditTarget, recordOf } from '../../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'

let board: EditTarget
let drafts: EditTarget
let edits: CardEdits
const place = { x: 0, y: 0 }
const pain: NewCard = { id: 'pain' as CardId, kind: 'note', place, fields: { type: 'pain', text: 'Queues' } }
const gain: NewCard = { id: 'gain' as CardId, kind: 'note', place, fields: { type: 'gain' } }

beforeEach(() => {
  board = { doc: new Y.Doc(), origin: 'test' }
  drafts = { doc: new Y.Doc(), origin: 'test' }
  edits = new CardEdits(board, atom('drafts', drafts), {
    takes: (kind, noteType) => kind === 'note' && noteType === 'pain',
    has: (id) => recordOf(drafts, 'cards', id) !== null,
  })
})
const idsIn = ({ doc }: EditTarget): string[] => [...doc.getMap('cards').keys()]

describe('edits of cards', () => {
  it('make a card of the private phase a draft, and others cards of the board', () => {
    expect(new Set(edits.create([pain, gain]))).toEqual(new Set(['pain', 'gain']))
    expect(idsIn(drafts)).toEqual(['pain'])
    expect(idsIn(board)).toEqual(['gain'])
    expect(edits.targetOf('cards', 'pain')).toBe(drafts)
    expect(edits.targetOf('cards', 'gain')).toBe(board)
    expect(edits.targetOf('journeys', 'pain')).toBe(board)
  })

  it('take a note without a type as what it reads as', () => {
    edits.create([{ id: 'note' as CardId, kind: 'note', place }])
    expect(idsIn(drafts)).toEqual(['note'])
  })

  it('move and delete each where it is', () => {
    edits.create([pain, gain])
    edits.place([pain, gain].map(({ id }) => ({ id, place: { x: 5, y: 6 } })))
    for (const [target, id] of [
      [drafts, 'pain'],
      [board, 'gain'],
    ] as const)
      expect(recordOf(target, 'cards', id)?.get('place')).toEqual({ x: 5, y: 6 })
    edits.delete([pain.id, gain.id])
    expect([idsIn(board), idsIn(drafts)]).toEqual([[], []])
  })

  it('put a draft into a cell of the board, which the drafts know nothing of', () => {
    edits.create([pain])
    const cell = { journeyId: 'j', stageId: 's', laneId: 'l', order: 'a0' } as never
    edits.place([{ id: pain.id, place: cell }])
    expect(recordOf(drafts, 'cards', 'pain')?.get('place')).toEqual(cell)
  })

  it('send one update of each document however many cards there are', () => {
    let updates = 0
    for (const { doc } of [board, drafts]) doc.on('update', () => updates++)
    edits.create([pain, gain, { ...pain, id: 'two' as CardId }, { ...gain, id: 'three' as CardId }])
    expect(updates).toBe(2)
  })
})
