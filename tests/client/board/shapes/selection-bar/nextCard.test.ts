// What the bar of a card offers to make of it, by role and phase.
import { expect, test } from 'vitest'
import { nextKind } from '../../../../../client/board/shapes/selection-bar/nextCard.ts'
import { BoardRules } from '../../../../../client/connection/BoardRules.ts'
import type { Role } from '../../../../../shared/protocol/roles.ts'
import { drawJourney } from '../../../../support/journeyBuilder.ts'
import { during, roomOf } from '../../../../support/roomOf.ts'

function offered(phase: string | null, role: Role = 'participant', hasLane = true): Record<string, string | null> {
  const drawn = drawJourney(`
    | Start
    touchpoints | Shop
    pains | Queue
    gains | Smile
    ${hasLane ? 'opportunities | One list; note/Numbers; action/Buy a machine' : ''}
  `)
  const { room } = roomOf(role, phase === null ? {} : during(phase))
  const model = { board: drawn.board() }
  const session = { rules: new BoardRules(room, drawn.doc), model, connection: { workshop: room.workshop } }
  const names = ['Shop', 'Queue', 'Smile', ...(hasLane ? ['One list', 'Numbers', 'Buy a machine'] : [])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const card = model.board.cards.get(drawn.card(name))
      return card ? [[name, nextKind(session, card)]] : []
    }),
  )
}

const nothing = { Shop: null, Queue: null, Smile: null, 'One list': null, Numbers: null, 'Buy a machine': null }

test('when it is time to act: opportunities of pains, actions of opportunities and ideas', () => {
  for (const role of ['participant', 'facilitator'] as const)
    expect(offered('Act', role), role).toEqual({
      ...nothing,
      Queue: 'opportunity',
      'One list': 'action',
      Numbers: 'action',
    })
})

test('while the map is built, and without a phase: actions only', () => {
  for (const phase of ['Build the map', null])
    expect(offered(phase)).toEqual({ ...nothing, 'One list': 'action', Numbers: 'action' })
})

test('nothing that may not be added, and nothing without a lane for it', () => {
  expect(offered('Vote')).toEqual(nothing)
  expect(offered('Act', 'viewer')).toEqual(nothing)
  expect(offered('Act', 'participant', false)).toEqual({ Shop: null, Queue: null, Smile: null })
})
