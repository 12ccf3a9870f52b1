// What a facilitator chooses, and the rights it becomes.
import { describe, expect, test } from 'vitest'
import {
  chooseCards,
  chosenCards,
  noteSorts,
  rightsLine,
  withPrivacy,
} from '../../../../client/workshop/agenda/phaseChoices.ts'
import { cardSorts } from '../../../../shared/journey/cards/cardSorts.ts'
import { mayAdd, nothingAllowed, type Phase } from '../../../../shared/workshop/agenda.ts'
import { agendaLengths, readyAgenda } from '../../../../shared/workshop/agendas.ts'

const phases = agendaLengths.flatMap((length) => readyAgenda(length))
const named = (name: string) => phases.find((phase) => phase.name === name) as Phase

describe('kinds of card', () => {
  test('chosen again as they are, the rights mean the same', () => {
    for (const { rights } of phases) {
      const again = chooseCards(rights, chosenCards(rights))
      expect(chosenCards(again)).toEqual(chosenCards(rights))
    }
  })

  test('a type of note is a choice of its own', () => {
    const rights = chooseCards(nothingAllowed, new Set(['note:pain', 'kpi']))
    expect(rights).toMatchObject({ add: ['note', 'kpi'], noteTypes: ['pain'] })
    expect(mayAdd(rights, 'note', 'pain')).toBe(true)
    expect(mayAdd(rights, 'note', 'gain')).toBe(false)
    expect(mayAdd(rights, 'kpi', null)).toBe(true)
    expect(chooseCards(nothingAllowed, new Set(['kpi']))).toMatchObject({ add: ['kpi'], noteTypes: null })
    expect(chooseCards(nothingAllowed, new Set(cardSorts))).toMatchObject({ add: 'all', noteTypes: null })
    expect(chooseCards(nothingAllowed, new Set(noteSorts))).toMatchObject({ add: ['note'], noteTypes: null })
  })
})

test('a private phase takes notes only', () => {
  expect([...chosenCards(withPrivacy(named('Build the map'), true).rights)]).toEqual(noteSorts)
  expect([...chosenCards(withPrivacy(named('Pains'), true).rights)]).toEqual(['note:pain'])
  expect([...chosenCards(withPrivacy(named('Vote'), true).rights)]).toEqual(noteSorts)
  expect(withPrivacy(named('Pains'), false).private).toBe(false)
})

test('one line says what people may do', () => {
  expect(rightsLine(named('Build the map'))).toBe('Add all cards, change all cards, change stages and lanes, draw')
  expect(rightsLine(named('Pains'))).toBe('Write pains in private')
  expect(rightsLine(named('Vote'))).toBe('Vote')
  expect(rightsLine(named('Act'))).toBe('Add all notes, KPIs, opportunities, actions, change all cards, draw')
  expect(rightsLine({ ...named('Vote'), rights: nothingAllowed })).toBe('Watch and talk')
  const kpis = chooseCards(nothingAllowed, new Set(['kpi']))
  expect(rightsLine({ ...named('Vote'), rights: kpis })).toBe('Add KPIs')
})
