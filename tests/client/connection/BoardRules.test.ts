// What a person may do with which card: the client's answer, the same as the server's gate gives.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardRules } from '../../../client/connection/BoardRules.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { everythingAllowed, type PhaseRights } from '../../../shared/workshop/agenda.ts'
import { during, roomOf } from '../../support/roomOf.ts'

const ANNAS_ID = 17

/** A pain by Anna under an earlier client id, one by Ben, one that the server revealed for Anna. */
function board(role: Role, state: Partial<WorkshopState> = {}) {
  const doc = new Y.Doc()
  const writes = (id: string, clientId: number, type = 'pain') => {
    const writer = new Y.Doc()
    writer.clientID = clientId
    createCards({ doc: writer, origin: null }, [
      { id: id as CardId, kind: 'note', place: { x: 0, y: 0 }, fields: { text: id, type } },
    ])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer))
  }
  writes('annas', ANNAS_ID)
  writes('annasIdea', ANNAS_ID + 1, 'idea')
  writes('bens', 4_711)
  writes('revealed', 99)
  createCards({ doc, origin: null }, [{ id: 'now' as CardId, kind: 'note', place: { x: 0, y: 0 } }])
  const told = roomOf(role, state, { clientIds: [ANNAS_ID, ANNAS_ID + 1], revealed: { draft: 'revealed' } })
  const rules = new BoardRules(told.room, doc)
  const card = (id: string) => {
    const found = readBoard(doc).cards.get(id as CardId)
    if (!found) throw new Error(`no card ${id}`)
    return found
  }
  const mayChange = (...ids: string[]) => ids.filter((id) => rules.mayChange(card(id)))
  return { ...told, rules, card, mayChange }
}
const all = ['annas', 'annasIdea', 'bens', 'revealed', 'now']

/** A phase with just these rights. */
function phase(rights: Partial<PhaseRights>): Pick<WorkshopState, 'agenda'> {
  const nothing: PhaseRights = { ...everythingAllowed, add: [], editOthers: false, structure: false, draw: false }
  const { agenda } = during('Vote')
  const only = { ...agenda.phases[0], rights: { ...nothing, ...rights }, private: false } as (typeof agenda.phases)[0]
  return { agenda: { ...agenda, phases: [only], currentIndex: 0 } }
}

describe('whose card it is', () => {
  it('is known by the client id its record was written under, and told by the server for revealed ones', () => {
    const { rules } = board('participant')
    expect(all.filter((id) => rules.isOwn(id))).toEqual(['annas', 'annasIdea', 'revealed', 'now'])
    expect(rules.isOwn('gone')).toBe(false)
  })
})

describe('cards', () => {
  it('without a phase all may be changed', () => {
    expect(board('participant').mayChange(...all)).toEqual(all)
  })
  it('own ones go with the right to add their kind and type, those of others with editOthers', () => {
    expect(board('participant', phase({ add: ['note'], noteTypes: ['pain'] })).mayChange(...all)).toEqual([
      'annas',
      'revealed',
      'now',
    ])
    expect(board('participant', phase({ add: [] })).mayChange(...all)).toEqual([])
    expect(board('participant', phase({ editOthers: true })).mayChange(...all)).toEqual(all)
  })
  it('in a phase for voting nothing may be added or changed; facilitators may everything, viewers nothing', () => {
    const { rules, mayChange } = board('participant', during('Vote'))
    expect(mayChange(...all)).toEqual([])
    expect(rules.mayAdd({ kind: 'touchpoint', fields: {} })).toBe(false)
    expect([rules.mayDraw, rules.mayShape, rules.mayFeel, rules.mayEditOthers]).toEqual([false, false, false, false])
    expect(board('facilitator', during('Vote')).mayChange(...all)).toEqual(all)
    expect(board('viewer').mayChange(...all)).toEqual([])
  })
  it('feelings are asked for where no phase is on or the phase is about them; facilitators may at any time', () => {
    const { rules, says } = board('facilitator', during('Vote'))
    expect([rules.mayFeel, rules.asksFeelings]).toEqual([true, false])
    says(phase({ emotion: true }))
    expect(rules.asksFeelings).toBe(true)
    says({})
    expect(rules.asksFeelings).toBe(true)
    expect(board('viewer').rules.asksFeelings).toBe(false)
  })
  it('locked ones stay for all but facilitators; a freeze holds everything', () => {
    const locks = { locks: { bens: 'maya' } }
    expect(board('participant', locks).mayChange('annas', 'bens')).toEqual(['annas'])
    expect(board('facilitator', locks).mayChange('annas', 'bens')).toEqual(['annas', 'bens'])
    expect(board('participant', { frozen: true }).mayChange(...all)).toEqual([])
  })
  it('follows what the server says next', () => {
    const { says, mayChange } = board('participant', during('Vote'))
    says(during('Group'))
    expect(mayChange('bens')).toEqual(['bens'])
  })
})

describe('why not', () => {
  it('names the phase and when it is possible again, or who locked or froze', () => {
    const { rules, says } = board('participant', during('Vote'))
    expect(rules.whyNot({ does: 'add', kind: 'touchpoint' })).toBe(
      'This phase is for voting. Touchpoints can be added again when the facilitator opens a phase for it.',
    )
    expect(rules.whyNot({ does: 'edit' }, 'bens')).toBe('This phase is for voting. Cards can be changed again in Act.')
    says({ ...during('Build the map'), locks: { bens: 'maya', annas: 'who left' }, structureLocked: true })
    expect(rules.whyNot({ does: 'edit' }, 'bens')).toBe('Maya locked this card.')
    expect(rules.whyNot({ does: 'edit' }, 'annas')).toBe('The facilitator locked this card.')
    expect(rules.whyNot({ does: 'structure' })).toBe('The facilitator locked stages and lanes.')
    says({ frozen: true })
    expect(rules.whyNot({ does: 'draw' })).toBe('The facilitator froze the board.')
  })
  it('has nothing to say to who looks on', () => {
    expect(board('viewer', during('Vote')).rules.whyNot({ does: 'edit' })).toBeNull()
    expect(board('participant', { closed: true }).rules.whyNot({ does: 'edit' })).toBeNull()
  })
})
