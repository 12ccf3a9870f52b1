// Editing an agenda: what is a problem, what moves where, what is fixed.
import { describe, expect, test } from 'vitest'
import {
  addPhase,
  draftOf,
  type DraftPhase,
  emptyPhase,
  hasBegun,
  isSound,
  movePhase,
  phasePatterns,
  phasesOf,
  problemsOf,
  readMinutes,
} from '../../../../client/workshop/agenda/agendaDraft.ts'
import { endsAtMs, totalMinutes } from '../../../../client/workshop/agenda/agendaTimes.ts'
import { MAX_PHASES, noAgenda, phaseSchema } from '../../../../shared/workshop/agenda.ts'
import { agendaLengths, readyAgenda } from '../../../../shared/workshop/agendas.ts'
import { startTimer, timerOff } from '../../../../shared/workshop/timer.ts'

const draft = draftOf(readyAgenda(60))
const first = draft[0] as DraftPhase
const names = (phases: readonly { readonly name: string }[]) => phases.map(({ name }) => name)

test('nothing is lost between the agenda and its draft', () => {
  for (const length of agendaLengths) expect(phasesOf(draftOf(readyAgenda(length)))).toEqual(readyAgenda(length))
})

describe('minutes', () => {
  test('are read as people type them', () => {
    expect(['', '0', '10', '2.5', '2,5', ' 600 '].map(readMinutes)).toEqual([0, 0, 10, 2.5, 2.5, 600])
  })
  test('what is none is a problem at the field', () => {
    for (const text of ['ten', '-5', '601', '1e2', '1.25', '5 min']) {
      expect(readMinutes(text)).toBeNull()
      expect(problemsOf({ ...first, minutesText: text }).minutes).toBe('Enter minutes from 0 to 600.')
    }
  })
})

test('a phase needs a name, a private one something to write', () => {
  expect(problemsOf({ ...first, name: ' ' }).name).not.toBeNull()
  expect(problemsOf({ ...first, private: true }).cards).not.toBeNull()
  expect(isSound(first)).toBe(true)
})

test('what is added passes the server’s schema once it has a name', () => {
  const added = addPhase(draft, emptyPhase())
  const phase = phasesOf(added?.draft ?? []).at(-1)
  expect(phaseSchema.safeParse(phase).success).toBe(false)
  expect(phaseSchema.safeParse({ ...phase, name: 'Lunch' }).success).toBe(true)
  for (const pattern of phasePatterns())
    expect(phaseSchema.safeParse(phasesOf(addPhase([], pattern)?.draft ?? [])[0]).success).toBe(true)
})

test('a full agenda takes no more', () => {
  const full = Array.from({ length: MAX_PHASES }, (_, at) => ({ ...first, id: `p${at}` }))
  expect(addPhase(full, emptyPhase())).toBeNull()
})

test('phases move to a place, and not out of the list', () => {
  expect(names(movePhase(draft, 'pains3', 0))[0]).toBe('Pains')
  expect(names(movePhase(draft, 'welcome1', 99)).at(-1)).toBe('Welcome')
  expect(names(movePhase(draft, 'welcome1', 1)).slice(0, 2)).toEqual(['Build the map', 'Welcome'])
  expect(movePhase(draft, 'nobody', 1)).toEqual(draft)
})

test('what has begun is fixed', () => {
  const agenda = { ...noAgenda, phases: readyAgenda(60), currentIndex: 2 }
  expect(hasBegun(agenda, 'pains3')).toBe(true)
  expect(hasBegun(agenda, 'group4')).toBe(false)
  expect(hasBegun(agenda, 'new')).toBe(false)
  expect(hasBegun({ ...agenda, currentIndex: null, revealedPhaseIds: ['pains3'] }, 'pains3')).toBe(true)
})

test('the end is the sum, or what is left of it', () => {
  const agenda = { ...noAgenda, phases: readyAgenda(60) }
  expect(totalMinutes(agenda.phases)).toBe(60)
  expect(endsAtMs(agenda, timerOff, 0)).toBe(60 * 60_000)
  // Two minutes into the second phase: 13 of its 15 and the 40 behind it.
  expect(endsAtMs({ ...agenda, currentIndex: 1 }, startTimer(15, 0), 2 * 60_000)).toBe((2 + 13 + 40) * 60_000)
  // Late: the rest still takes its time.
  expect(endsAtMs({ ...agenda, currentIndex: 4 }, startTimer(6, 0), 20 * 60_000)).toBe((20 + 16) * 60_000)
})
