// The tools offer what the phase is about.
import { expect, test } from 'vitest'
import { cardTools } from '../../../../client/board/tools/cardTools.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'
import { isForSorting } from '../../../../shared/workshop/isForSorting.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { roomOf } from '../../../support/roomOf.ts'

const phases = readyAgenda(60)
const agendaIn = (name: string) => ({
  phases,
  currentIndex: phases.findIndex((phase) => phase.name === name),
  phaseStartedAtMs: 0,
  revealedPhaseIds: [],
})
function toolsIn(name: string, role: 'participant' | 'facilitator' = 'participant') {
  const { doc } = drawJourney('   | One\n pains | A')
  const { room } = roomOf(role, { agenda: agendaIn(name) })
  return cardTools({ rules: new BoardRules(room, doc) })
}

test('while the map is built: what it is built of', () => {
  expect(toolsIn('Build the map')).toEqual(['touchpoint', 'customer-action', 'thought'])
})

test('when it is time to act: what follows from it', () => {
  expect(toolsIn('Act')).toEqual(['opportunity', 'action', 'kpi'])
})

test('nothing to add, no tools for it; who facilitates may build at any time', () => {
  expect(toolsIn('Vote')).toEqual([])
  expect(toolsIn('Act', 'facilitator')).toEqual(['touchpoint', 'customer-action', 'thought'])
})

test('one phase of the ready-made hour is for sorting', () => {
  expect(phases.filter(({ name }) => isForSorting(agendaIn(name))).map(({ name }) => name)).toEqual(['Group'])
})
