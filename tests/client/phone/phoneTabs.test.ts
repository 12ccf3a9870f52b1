import { expect, test } from 'vitest'
import { phoneTabs, suggestedTab, type TabFacts } from '../../../client/phone/phoneTabs.ts'
import { noAgenda } from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import type { Round } from '../../../shared/workshop/rounds.ts'

const phases = readyAgenda(120)

function inPhase(name: string | null, more: Partial<TabFacts> = {}, isRevealed = false): TabFacts {
  const at = phases.findIndex((phase) => phase.name === name)
  const agenda = {
    ...noAgenda,
    phases,
    currentIndex: at < 0 ? null : at,
    revealedPhaseIds: isRevealed ? phases.map(({ id }) => id) : [],
  }
  return { role: 'participant', workshop: { agenda, rounds: [], closed: false }, hasEmotionLane: true, ...more }
}

test.each([
  [null, 'cards'],
  ['Build the map', 'cards'],
  ['Feelings', 'feelings'],
  ['Pains', 'write'],
  ['Group', 'cards'],
  ['Vote', 'vote'],
  ['Discuss', 'cards'],
])('in phase %s the list of %s opens', (name, tab) => {
  expect(suggestedTab(inPhase(name))).toBe(tab)
})

test('after the reveal the notes are among the cards', () => {
  expect(phoneTabs(inPhase('Pains', {}, true))).not.toContain('write')
  expect(suggestedTab(inPhase('Pains', {}, true))).toBe('cards')
})

test('viewers write nothing', () => {
  expect(phoneTabs(inPhase('Pains', { role: 'viewer' }))).toEqual(['cards', 'feelings'])
})

test('without a lane of feelings there is no list of them', () => {
  expect(suggestedTab(inPhase('Feelings', { hasEmotionLane: false }))).toBe('cards')
})

test('an open round comes first, whatever the phase', () => {
  const facts = inPhase(null)
  const rounds = [{ state: 'open' } as Round]
  expect(suggestedTab({ ...facts, workshop: { ...facts.workshop, rounds } })).toBe('vote')
})

test('a vote that has just ended is shown, one of an earlier phase is not', () => {
  const facts = inPhase('Vote')
  const agenda = { ...facts.workshop.agenda, phaseStartedAtMs: 1_000 }
  const ended = (closedAtMs: number) => [{ state: 'closed', closedAtMs } as Round]
  expect(suggestedTab({ ...facts, workshop: { ...facts.workshop, agenda, rounds: ended(2_000) } })).toBe('results')
  expect(suggestedTab({ ...facts, workshop: { ...facts.workshop, agenda, rounds: ended(500) } })).toBe('vote')
  expect(phoneTabs({ ...facts, workshop: { ...facts.workshop, agenda, rounds: ended(500) } })).toContain('results')
})
