import { describe, expect, it } from 'vitest'
import { drawJourney, straightened } from './journeyBuilder.ts'

const drawing = `
                    | Preparing (6 months before) | Separating
  touchpoints       | Transition class; Website   | Final exam
  pains (What hurts)| Too much to read            | note/Paper
  opportunities     | note/One list; action/Call  |
  emotion           | anna -1 overloaded; ben 0.5 | anna -2
`

describe('drawJourney', () => {
  it('reads back as it was drawn', () => {
    const journey = drawJourney(drawing)
    const words = drawing.replace('note/Paper', 'Paper').replace('note/One', 'One').replace('action/Call', 'Call')
    expect(journey.show()).toBe(straightened(words))
    expect(journey.board().quarantined.size).toBe(0)
  })

  it('finds things by their words', () => {
    const journey = drawJourney(drawing)
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Transition class', 'Website'])
    expect(journey.board().cards.get(journey.card('Call'))?.kind).toBe('action')
    expect(journey.lane('What hurts')).toBe(journey.lane('pains'))
    expect(() => journey.card('Nothing')).toThrow('there is no "Nothing"')
  })

  it('gives the same document twice', () => {
    expect([...drawJourney(drawing).board().cards.keys()]).toEqual([...drawJourney(drawing).board().cards.keys()])
  })
})
