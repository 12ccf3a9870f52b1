// The line that says what to do now, before, during and after the agenda.
import { expect, test } from 'vitest'
import { agendaInstruction } from '../../../../client/workshop/agenda/agendaInstruction.ts'
import { newWorkshopState, type WorkshopState } from '../../../../shared/protocol/messages.ts'
import { noAgenda } from '../../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'
import { during } from '../../../support/roomOf.ts'

const state = (changes: Partial<WorkshopState>): WorkshopState => ({ ...newWorkshopState('First order'), ...changes })
const planned = state({ agenda: { ...noAgenda, phases: readyAgenda(60) } })

test('without an agenda it has nothing to say', () => {
  expect(agendaInstruction({ workshop: state({}), role: 'facilitator', missing: 'touchpoints' })).toBeNull()
})

test('planned and not started: one starts it, the others wait, who looks on is told nothing', () => {
  const line = (role: 'facilitator' | 'participant' | 'viewer') =>
    agendaInstruction({ workshop: planned, role, missing: 'touchpoints' })
  expect(line('facilitator')).toBe('The agenda is ready. Start when everybody is here.')
  expect(line('participant')).toBe('The facilitator starts the agenda soon. Look around the map.')
  expect(line('viewer')).toBeNull()
})

test('a map without a stage is named first', () => {
  expect(agendaInstruction({ workshop: planned, role: 'facilitator', missing: 'stage' })).toBeNull()
})

test('a phase says its own sentence, its name if it has none, and what the vote asks for', () => {
  const { agenda } = during('Group')
  const line = (workshop: WorkshopState) => agendaInstruction({ workshop, role: 'participant', missing: null })
  expect(line(state({ agenda }))).toMatch(/^Put notes that say the same together/)
  const nameless = { ...agenda, phases: agenda.phases.map((phase) => ({ ...phase, instruction: '' })) }
  expect(line(state({ agenda: nameless }))).toBe('Group')
  expect(line(state(during('Vote')))).toMatch(/^The vote starts soon/)
})

test('run to its end it leads to the recap', () => {
  const run = { ...planned.agenda, revealedPhaseIds: ['pains3'] }
  expect(agendaInstruction({ workshop: state({ agenda: run }), role: 'participant', missing: 'stage' })).toMatch(
    /recap/,
  )
})
