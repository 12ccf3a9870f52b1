// Cards beside the maps: which are laid out, and that nothing is shown twice.
import { expect, test } from 'vitest'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

test('a persona lies on the desk until a journey has it in its header', () => {
  const journey = drawJourney('| One\n pains | Waits')
  const persona = 'persona' as CardId
  createCards(journey.target, [{ id: persona, kind: 'persona', place: { x: 0, y: -90 } }])
  const free = () => [...layoutBoard(journey.board(), new LayoutCache({ widthOf: () => 0.5 })).free.keys()]
  expect(free()).toEqual([persona])
  setField(journey.target, 'journeys', journey.id, 'persona', persona)
  expect(free()).toEqual([])
})
