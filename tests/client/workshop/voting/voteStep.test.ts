import { expect, test } from 'vitest'
import { voteStep } from '../../../../client/workshop/voting/voteStep.ts'
import type { WorkshopState } from '../../../../shared/protocol/messages.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'

type Input = Parameters<typeof voteStep>[0]
type Round = WorkshopState['rounds'][number]

const STARTED = 1_000
const phases = readyAgenda(60).map((phase, at) => ({ ...phase, id: `p${at}` }))
const round = (state: Round['state'], openedAtMs: number) => ({ state, openedAtMs }) as Round
const inPhase = (name: string, rounds: Round[]): Input => {
  const found = phases.findIndex((phase) => phase.name === name)
  const currentIndex = found === -1 ? null : found
  return { agenda: { phases, currentIndex, phaseStartedAtMs: STARTED } as unknown as Input['agenda'], rounds }
}

test('in a phase for voting: before the first round, during it, after it', () => {
  expect(voteStep(inPhase('Vote', []))).toBe('waits')
  expect(voteStep(inPhase('Vote', [round('open', STARTED + 1)]))).toBe('open')
  expect(voteStep(inPhase('Vote', [round('closed', STARTED + 1)]))).toBe('ended')
})

test('a round of an earlier phase is not this phase’s vote', () => {
  expect(voteStep(inPhase('Vote', [round('closed', STARTED - 1)]))).toBe('waits')
})

test('elsewhere only an open round counts, also without an agenda', () => {
  expect(voteStep(inPhase('Act', [round('closed', STARTED + 1)]))).toBeNull()
  expect(voteStep(inPhase('Act', [round('open', STARTED + 1)]))).toBe('open')
  expect(voteStep(inPhase('no phase', [round('open', STARTED + 1)]))).toBe('open')
  expect(voteStep(inPhase('no phase', []))).toBeNull()
})
