// Gate and page decide by one rule: what a page offers is taken, what it does not offer is refused, in every phase of
// every ready-made agenda, under every lock, for every role and every kind of change.
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardRules } from '../../client/connection/BoardRules.ts'
import { boardRights } from '../../server/rooms/boardRights.ts'
import { refusalFor } from '../../server/rooms/gate/rights.ts'
import { Workshop } from '../../server/workshop/Workshop.ts'
import { cardKindNames } from '../../shared/journey/cards/cardKinds.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import { type Agenda, noAgenda, noteTypes } from '../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import type { AnyCard, BoardTouch } from '../../shared/workshop/boardRule.ts'
import { roomOf } from '../support/roomOf.ts'

const ANNAS_CLIENT = 17
const roles = ['facilitator', 'participant', 'viewer'] as const
const cards: readonly AnyCard[] = [
  ...noteTypes.map((type) => ({ kind: 'note' as const, fields: { type } })),
  ...cardKindNames.map((kind) => ({ kind, fields: {} })),
]

/** Every phase of the agendas, private ones before and after their reveal, and none. */
function agendas(): Agenda[] {
  const all = ([60, 90, 120, 240] as const).flatMap((minutes) => {
    const phases = readyAgenda(minutes)
    return phases.flatMap(({ id }, currentIndex) =>
      [[], [id]].map((revealedPhaseIds) => ({ phases, currentIndex, phaseStartedAtMs: 0, revealedPhaseIds })),
    )
  })
  return [noAgenda, ...all]
}

/** One card under Anna's client id, one under somebody else's. */
function board(): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, clientId] of [
    ['annas', ANNAS_CLIENT],
    ['bens', 4_711],
  ] as const) {
    const writer = new Y.Doc()
    writer.clientID = clientId
    writer.getMap('cards').set(id, new Y.Map([['kind', 'note']]))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer))
  }
  return doc
}

const doc = board()

/** The gate's answers and the page's, one after the other, by what is done. */
function answers(role: Role, agenda: Agenda, set: { structureLocked: boolean; frozen: boolean; closed: boolean }) {
  const workshop = Workshop.create('w', 'Rights', 'epoch', 0)
  workshop.bindClient(ANNAS_CLIENT, 'anna')
  workshop.facilitation.change({ agenda, frozen: set.frozen, locks: { locked: 'maya' } })
  workshop.change({ structureLocked: set.structureLocked, closed: set.closed })
  const rights = boardRights(workshop, doc, false)
  const { room } = roomOf(role, workshop.state(), { clientIds: [ANNAS_CLIENT] })
  const rules = new BoardRules(room, doc)
  const takes = (root: string, entityId: string, card: AnyCard = { kind: 'note', fields: {} }, isNew = false) => {
    const noteType = card.kind === 'note' ? ((card.fields as { type?: 'pain' }).type ?? 'pain') : null
    const touch: Omit<BoardTouch, 'isOwn'> = {
      root,
      entityId,
      card: () => ({ isNew, kind: card.kind, noteType, changesKind: false }),
    }
    return refusalFor({ participantId: 'anna', role }, rights, touch) === null
  }
  return {
    gate: {
      structure: ['journeys', 'stages', 'lanes'].map((root) => takes(root, 'x')),
      drawings: takes('drawings', 'shape:x'),
      feelings: takes('emotions', 'j.all.anna'),
      clusters: takes('clusters', 'x'),
      added: cards.map((card) => takes('cards', 'new', card, true)),
      changed: cards.flatMap((card) => ['annas', 'bens', 'locked'].map((id) => takes('cards', id, card))),
    },
    page: {
      structure: Array(3).fill(rules.mayShape),
      drawings: rules.mayDraw,
      feelings: rules.mayFeel,
      clusters: rules.mayEditOthers,
      added: cards.map((card) => rules.mayAdd(card)),
      changed: cards.flatMap((card) => ['annas', 'bens', 'locked'].map((id) => rules.mayChange({ id, ...card }))),
    },
  }
}

it.each(roles)('[GA11] %s: the page offers what the gate takes', (role) => {
  const flags = [false, true]
  for (const agenda of agendas())
    for (const structureLocked of flags)
      for (const frozen of flags)
        for (const closed of flags) {
          const { gate, page } = answers(role, agenda, { structureLocked, frozen, closed })
          const where = `${agenda.phases[agenda.currentIndex ?? -1]?.name ?? 'no phase'} ${JSON.stringify({ structureLocked, frozen, closed })}`
          expect(page, where).toEqual(gate)
        }
})
