import { describe, expect, it } from 'vitest'
import { newWorkshopState } from '../../../shared/protocol/messages.ts'
import { everythingAllowed, nothingAllowed } from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { rightsOf } from '../../../shared/workshop/rightsOf.ts'

const open = newWorkshopState('Rights')
const phases = readyAgenda(60)
const during = (name: string) => ({
  ...open,
  agenda: { ...open.agenda, phases, currentIndex: phases.findIndex((phase) => phase.name === name) },
})

describe('rights of a role', () => {
  it('allows everything to those who may write while no phase is on', () => {
    expect(rightsOf('participant', open)).toEqual(everythingAllowed)
    expect(rightsOf('facilitator', open)).toEqual(everythingAllowed)
    expect(rightsOf('viewer', open)).toEqual(nothingAllowed)
  })

  it('holds participants to the phase and facilitators to nothing', () => {
    expect(rightsOf('participant', during('Vote'))).toMatchObject({ add: [], editOthers: false, vote: true })
    expect(rightsOf('facilitator', during('Vote'))).toEqual(everythingAllowed)
    expect(rightsOf('viewer', during('Vote'))).toEqual(nothingAllowed)
  })

  it('adds nothing to the board in a private phase before its reveal', () => {
    const pains = during('Pains')
    expect(rightsOf('participant', pains).add).toEqual([])
    const revealedPhaseIds = [phases[pains.agenda.currentIndex]?.id ?? '']
    expect(rightsOf('participant', { ...pains, agenda: { ...pains.agenda, revealedPhaseIds } }).add).not.toEqual([])
  })

  it('leaves voting on a frozen board, and nothing else', () => {
    expect(rightsOf('participant', { ...during('Vote'), frozen: true })).toEqual({ ...nothingAllowed, vote: true })
    expect(rightsOf('participant', { ...during('Pains'), frozen: true })).toEqual(nothingAllowed)
    expect(rightsOf('facilitator', { ...open, frozen: true })).toEqual(everythingAllowed)
  })

  it('keeps stages and lanes to facilitators while they are locked, and everything to nobody once closed', () => {
    expect(rightsOf('participant', { ...open, structureLocked: true })).toEqual({
      ...everythingAllowed,
      structure: false,
    })
    expect(rightsOf('facilitator', { ...open, closed: true })).toEqual(nothingAllowed)
  })
})
