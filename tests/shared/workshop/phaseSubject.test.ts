import { describe, expect, it } from 'vitest'
import { phaseSubject } from '../../../shared/workshop/phaseSubject.ts'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { noAgenda } from '../../../shared/workshop/agenda.ts'

const phases = readyAgenda(90)
const during = (name: string, rounds: readonly Partial<Round>[] = []) => ({
  agenda: { ...noAgenda, phases, currentIndex: phases.findIndex((one) => one.name === name), phaseStartedAtMs: 100 },
  rounds: rounds as Round[],
})
const round = (state: Round['state'], openedAtMs: number) => ({ state, openedAtMs, candidateIds: ['a', 'b'] })

describe('what a phase is about', () => {
  it('everything without a phase, while the map is built or sorted, and where one only listens', () => {
    expect(phaseSubject({ agenda: noAgenda, rounds: [] })).toEqual({ is: 'everything' })
    for (const name of ['Welcome', 'Build the map', 'Group'])
      expect(phaseSubject(during(name))).toEqual({ is: 'everything' })
  })
  it('the kinds that are written, before the reveal too; the curve alone while feelings are set', () => {
    expect(phaseSubject(during('Pains'))).toEqual({ is: 'kinds', kinds: ['note'], noteTypes: ['pain'] })
    expect(phaseSubject(during('Feelings'))).toEqual({ is: 'kinds', kinds: [], noteTypes: null })
  })
  it('in a vote its candidates; notes before there is a round', () => {
    expect(phaseSubject(during('Vote'))).toEqual({ is: 'kinds', kinds: ['note'], noteTypes: null })
    expect(phaseSubject(during('Vote', [round('open', 200)]))).toEqual({ is: 'cards', cardIds: ['a', 'b'] })
    expect(phaseSubject(during('Vote', [round('closed', 200)]))).toEqual({ is: 'cards', cardIds: ['a', 'b'] })
    expect(phaseSubject(during('Vote', [round('closed', 50)]))).toEqual({
      is: 'kinds',
      kinds: ['note'],
      noteTypes: null,
    })
  })
  it('the candidates of an open round, whatever the phase', () => {
    expect(phaseSubject({ agenda: noAgenda, rounds: [round('open', 1)] as Round[] }).is).toBe('cards')
  })
})
