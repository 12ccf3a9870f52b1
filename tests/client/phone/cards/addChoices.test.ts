import { describe, expect, test } from 'vitest'
import { addChoices, choiceLabel, choicesFor, endOfCell, usualLane } from '../../../../client/phone/cards/addChoices.ts'
import { laneTakes } from '../../../../shared/journey/cards/cardKinds.ts'
import { laneKinds } from '../../../../shared/journey/lanes.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'
import { everythingAllowed, nothingAllowed, type PhaseRights } from '../../../../shared/workshop/agenda.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const map = drawJourney(`
                  | Preparing  | Separating
  touchpoints     | Class      |
  thoughts        |            |
  emotion         | anna -1    |
  pains           | Too much   | Too late; Too dear
  gains           |            |
`)

function asked(rights: Partial<PhaseRights>): Record<string, string[]> {
  const lanes = addChoices(map.board(), map.id, { ...nothingAllowed, ...rights })
  return Object.fromEntries(lanes.map(({ lane, choices }) => [lane.kind, choices.map(choiceLabel)]))
}

describe('the form asks for what the phase takes, where it belongs best', () => {
  test('pains in the lane of pains', () => {
    expect(asked({ add: ['note'], noteTypes: ['pain'] })).toEqual({ pains: ['Pain'] })
  })

  test('what no lane asks for may lie in every lane that takes it', () => {
    expect(Object.keys(asked({ add: ['note'], noteTypes: ['quote'] }))).toEqual([
      'touchpoints',
      'thoughts',
      'pains',
      'gains',
    ])
  })

  test('everything: each lane with its own kind first, and no lane of feelings', () => {
    const lanes = asked(everythingAllowed)
    expect(Object.entries(lanes).map(([lane, [first]]) => [lane, first])).toEqual([
      ['touchpoints', 'Touchpoint'],
      ['thoughts', 'Thought'],
      ['pains', 'Pain'],
      ['gains', 'Gain'],
    ])
    expect(lanes['pains']).toEqual(['Pain', 'Gain', 'Idea', 'Question', 'Quote'])
  })

  test('nothing where nothing is added', () => {
    expect(asked({})).toEqual({})
  })

  test('every choice of every phase is one that the lane takes', () => {
    for (const { rights } of readyAgenda(240))
      for (const lane of laneKinds)
        for (const { kind } of choicesFor(lane, rights)) expect(laneTakes(lane, kind), `${lane} ${kind}`).toBe(true)
  })
})

describe('where nothing was chosen, the form begins', () => {
  const blueprint = drawJourney(`
                    | One
  customer-actions  |
  touchpoints       |
  pains             |
  opportunities     |
`)
  const usual = (name: string) => {
    const rights = readyAgenda(60).find((phase) => phase.name === name)?.rights ?? nothingAllowed
    return usualLane(addChoices(blueprint.board(), blueprint.id, rights))?.lane.kind
  }

  test('with touchpoints while the map is built, wherever their lane is', () => {
    expect(usual('Build the map')).toBe('touchpoints')
  })

  test('with pains where only they are written', () => {
    expect(usual('Pains')).toBe('pains')
  })

  test('with what follows from the map when it is time to act, and actions beside it', () => {
    expect(usual('Act')).toBe('opportunities')
    const { rights } = readyAgenda(60).find(({ name }) => name === 'Act') ?? { rights: nothingAllowed }
    expect(choicesFor('opportunities', rights).map(choiceLabel).slice(0, 3)).toEqual(['Opportunity', 'Action', 'Idea'])
  })
})

test('a new card comes behind the last one of its cell', () => {
  const board = map.board()
  const stage = board.stages.get(map.stage('Separating'))
  if (!stage) throw new Error('no stage')
  const place = endOfCell(board, stage, map.lane('pains'))
  const [, last] = board.cells.get(`${stage.id}/${map.lane('pains')}`) ?? []
  expect(place).toMatchObject({ stageId: stage.id, laneId: map.lane('pains') })
  expect(last && 'order' in last.place && place.order > last.place.order).toBe(true)
})
