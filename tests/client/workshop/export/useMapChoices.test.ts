import { expect, test } from 'vitest'
import { readMapChoices } from '../../../../client/workshop/export/useMapChoices.ts'
import { exportWords } from '../../../../client/ui/exportWords.ts'
import { deleteCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

test('maps from left to right under the names they have now; of what was selected, the cards that are still there', () => {
  const right = drawJourney('| A\n pains | One; Two', { title: 'Right', place: { x: 900, y: 0 } })
  const left = drawJourney('| B\n gains | Three', { doc: right.doc, title: 'Left' })
  right.doc.getMap('journeys').set('broken', 'no journey')
  const selection = [right.card('One'), left.card('Three'), left.stage('B'), 'drawing']
  const titles = () => readMapChoices(right.doc, selection).maps.map(({ title }) => title)
  expect(titles()).toEqual(['Left', 'Right'])
  const selected = () => exportWords.selection(readMapChoices(right.doc, selection).selected)
  expect(selected()).toBe('Selection (2 cards, 1 stage)')
  setField(left.target, 'journeys', left.id, 'title', 'Renamed')
  deleteCards(right.target, [right.card('One')])
  expect(titles()).toEqual(['Renamed', 'Right'])
  expect(selected()).toBe('Selection (1 card, 1 stage)')
  const gone = readMapChoices(right.doc, ['gone']).selected
  expect(exportWords.selection(gone)).toBe('Selection')
})
