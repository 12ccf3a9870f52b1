import { describe, expect, it } from 'vitest'
import {
  agendaSchema,
  currentPhase,
  mayAdd,
  noAgenda,
  phaseSchema,
  rightsNow,
} from '../../../shared/workshop/agenda.ts'
import { agendaLengths, readyAgenda } from '../../../shared/workshop/agendas.ts'
import {
  goToPhase,
  type Move,
  nextPhase,
  previousPhase,
  setPhases,
  stopPhases,
} from '../../../shared/workshop/phases.ts'
import { phaseSentence } from '../../../shared/workshop/phaseSentence.ts'

const hour = { ...noAgenda, phases: readyAgenda(60) }
const at = (name: string) => {
  const currentIndex = hour.phases.findIndex((phase) => phase.name === name)
  return { ...hour, currentIndex }
}
function agendaOf(move: Move) {
  if (!move.ok) throw new Error(move.message)
  return move.agenda
}

describe('ready-made agendas', () => {
  it.each(agendaLengths)('%i minutes: valid, adds up, ids differ', (length) => {
    const phases = readyAgenda(length)
    expect(phases.map((phase) => phaseSchema.safeParse(phase).success)).not.toContain(false)
    expect(phases.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length)
    expect(new Set(phases.map(({ id }) => id)).size).toBe(phases.length)
  })

  it('the hour is the one of the drawings', () => {
    expect(hour.phases.map(({ name, minutes }) => `${name} ${minutes}`)).toEqual([
      'Welcome 5',
      'Build the map 15',
      'Pains 10',
      'Group 8',
      'Vote 6',
      'Act 16',
    ])
  })
})

describe('moving', () => {
  it('goes forward from nothing to the last, back to the first, and anywhere', () => {
    let agenda = agendaOf(nextPhase(hour, 5))
    expect(currentPhase(agenda)?.name).toBe('Welcome')
    expect(agenda.phaseStartedAtMs).toBe(5)
    for (let step = 0; step < 5; step++) agenda = agendaOf(nextPhase(agenda, 6))
    expect(currentPhase(agenda)?.name).toBe('Act')
    expect(nextPhase(agenda, 7)).toMatchObject({ ok: false, code: 'lastPhase' })
    expect(currentPhase(agendaOf(previousPhase(agenda, 7)))?.name).toBe('Vote')
    expect(currentPhase(agendaOf(goToPhase(agenda, hour.phases[1]?.id ?? '', 7)))?.name).toBe('Build the map')
    expect(goToPhase(agenda, 'nowhere', 7)).toMatchObject({ ok: false, code: 'unknownPhase' })
    expect(currentPhase(stopPhases(agenda))).toBeNull()
    expect(agendaSchema.safeParse(agenda).success).toBe(true)
  })

  it('says why it does not go', () => {
    expect(nextPhase(noAgenda, 0)).toMatchObject({ ok: false, code: 'noAgenda' })
    expect(previousPhase(hour, 0)).toMatchObject({ ok: false, code: 'firstPhase' })
    expect(previousPhase(at('Welcome'), 0)).toMatchObject({ ok: false, code: 'firstPhase' })
  })
})

describe('editing the agenda', () => {
  it('keeps the phase that is on, wherever it moves to', () => {
    const reversed = hour.phases.toReversed()
    const agenda = agendaOf(setPhases(at('Vote'), reversed, {}))
    expect(currentPhase(agenda)?.name).toBe('Vote')
    expect(agenda.currentIndex).toBe(1)
  })

  it('does not lose the phase that is on, nor take two of one id', () => {
    const withoutVote = hour.phases.filter(({ name }) => name !== 'Vote')
    expect(setPhases(at('Vote'), withoutVote, {})).toMatchObject({ ok: false, code: 'currentPhase' })
    expect(setPhases(hour, [...hour.phases, ...hour.phases], {})).toMatchObject({ ok: false, code: 'duplicatePhase' })
  })

  it('what a private phase promised when it began stays', () => {
    const pains = hour.phases.find(({ name }) => name === 'Pains')
    if (!pains) throw new Error('no Pains')
    const promises = { [pains.id]: { reveal: 'anonymous' as const, placeholders: false } }
    const opened = hour.phases.map((phase) => ({ ...phase, private: false, reveal: 'names' as const }))
    const kept = agendaOf(setPhases(at('Pains'), opened, promises)).phases.find(({ id }) => id === pains.id)
    expect(kept).toMatchObject({ private: true, reveal: 'anonymous', placeholders: false })
  })
})

describe('rights', () => {
  it('without a phase everything is allowed; in a private one nothing is added to the board', () => {
    expect(rightsNow(hour)).toMatchObject({ add: 'all', editOthers: true, structure: true, vote: true })
    expect(rightsNow(at('Pains')).add).toEqual([])
    const revealed = { ...at('Pains'), revealedPhaseIds: [currentPhase(at('Pains'))?.id ?? ''] }
    expect(rightsNow(revealed).add).toEqual(['note'])
  })

  it('names kinds and types of notes', () => {
    const { rights } = currentPhase(at('Pains')) ?? { rights: rightsNow(hour) }
    expect(mayAdd(rights, 'note', 'pain')).toBe(true)
    expect(mayAdd(rights, 'note', 'gain')).toBe(false)
    expect(mayAdd(rights, 'touchpoint', null)).toBe(false)
  })
})

describe('sentences', () => {
  it('says what the phase is for and when it is possible again', () => {
    expect(phaseSentence(at('Vote'), { does: 'add', kind: 'note' })).toBe(
      'This phase is for voting. Cards can be added again in Act.',
    )
    expect(phaseSentence(at('Pains'), { does: 'add', kind: 'note' })).toBe(
      'This phase is for private writing. Cards can be added again in Act.',
    )
    expect(phaseSentence(at('Act'), { does: 'structure' })).toBe(
      'This phase, Act, does not take that. Stages and lanes can be changed again when the facilitator opens a phase for it.',
    )
    expect(phaseSentence(at('Group'), { does: 'vote' })).toBe(
      'This phase is for sorting. Voting is possible again in Vote.',
    )
  })
})
