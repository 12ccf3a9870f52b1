// What is asked before a move, and which command does it.
import { describe, expect, test } from 'vitest'
import {
  answeredCommand,
  moveCommand,
  phaseAfter,
  questionBefore,
} from '../../../../client/workshop/agenda/phaseMoves.ts'
import { type Agenda, noAgenda } from '../../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'
import type { Activity } from '../../../../shared/workshop/workshopActivity.ts'

const phases = readyAgenda(60)
const pains = phases.findIndex(({ name }) => name === 'Pains')
const at = (currentIndex: number | null, more: Partial<Agenda> = {}): Agenda => ({
  ...noAgenda,
  phases,
  currentIndex,
  ...more,
})
const hidden = (notes: number): Activity => ({
  done: 0,
  of: 3,
  round: null,
  drafts: { notes, writers: 1, cells: null },
})
const idOf = (index: number) => phases[index]?.id ?? ''

describe('questions', () => {
  test('leaving a private phase forwards with hidden notes', () => {
    for (const move of [{ to: 'next' }, { to: 'stop' }, { to: 'phase', phaseId: idOf(pains + 2) }] as const)
      expect(questionBefore(move, at(pains), hidden(14))).toMatchObject({ asks: 'reveal', notes: 14 })
  })

  test('not when there are none, when they are revealed, or when going back', () => {
    expect(questionBefore({ to: 'next' }, at(pains), hidden(0))).toBeNull()
    expect(questionBefore({ to: 'next' }, at(pains), null)).toBeNull()
    expect(questionBefore({ to: 'next' }, at(pains, { revealedPhaseIds: [idOf(pains)] }), hidden(2))).toBeNull()
    expect(questionBefore({ to: 'back' }, at(pains), hidden(14))).toBeNull()
    expect(questionBefore({ to: 'phase', phaseId: idOf(0) }, at(pains), hidden(14))).toBeNull()
    expect(questionBefore({ to: 'next' }, at(pains + 1), hidden(14))).toBeNull()
  })

  test('the end is always asked for', () => {
    expect(questionBefore({ to: 'stop' }, at(5), hidden(0))).toEqual({ asks: 'end' })
  })
})

describe('commands', () => {
  test('say which phase was seen', () => {
    expect(moveCommand({ to: 'next' }, at(null), null)).toEqual({ type: 'phase.next', from: null })
    expect(moveCommand({ to: 'next' }, at(pains), false)).toEqual({
      type: 'phase.next',
      from: idOf(pains),
      reveal: false,
    })
    expect(moveCommand({ to: 'back' }, at(1), null)).toEqual({ type: 'phase.back', from: idOf(1) })
    expect(moveCommand({ to: 'phase', phaseId: 'x' }, at(1), true)).toMatchObject({ phaseId: 'x', from: idOf(1) })
  })

  test('an answer goes with the phase it was asked in, however far the agenda has moved since', () => {
    const question = questionBefore({ to: 'next' }, at(pains), hidden(3))
    if (!question) throw new Error('nothing was asked')
    expect(answeredCommand({ move: { to: 'next' }, question, agenda: at(pains) }, { reveal: false })).toEqual({
      type: 'phase.next',
      from: idOf(pains),
      reveal: false,
    })
    const end = { move: { to: 'stop' }, question: { asks: 'end' }, agenda: at(1) } as const
    expect(answeredCommand(end, { reveal: true })).toEqual({ type: 'phase.stop', from: idOf(1) })
  })

  test('after the last phase there is none', () => {
    expect(phaseAfter(at(null))?.name).toBe('Welcome')
    expect(phaseAfter(at(4))?.name).toBe('Act')
    expect(phaseAfter(at(5))).toBeNull()
  })
})
