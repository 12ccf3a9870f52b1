// The maps of the board by name, and how much of what was selected is still there; both follow what others do meanwhile.
// Reads the document itself: the board model belongs to the canvas.
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { Journey } from '../../../shared/journey/Board.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { journeysOf } from '../../../shared/journey/readBoardParts.ts'
import { readJourney } from '../../../shared/journey/readRecords.ts'

export interface MapChoices {
  readonly maps: readonly { readonly id: JourneyId; readonly title: string }[]
  /** Cards among what was selected. */
  readonly cards: number
}

export function useMapChoices(doc: Y.Doc, selection: readonly string[]): MapChoices {
  const [choices, setChoices] = useState(() => readMapChoices(doc, selection))
  useEffect(() => {
    const read = () => setChoices(readMapChoices(doc, selection))
    const [journeys, cards] = [doc.getMap('journeys'), doc.getMap('cards')]
    journeys.observeDeep(read)
    // Coming and going only: what is written on cards does not matter here.
    cards.observe(read)
    read()
    return () => {
      journeys.unobserveDeep(read)
      cards.unobserve(read)
    }
  }, [doc, selection])
  return choices
}

export function readMapChoices(doc: Y.Doc, selection: readonly string[]): MapChoices {
  const read = [...doc.getMap('journeys')].flatMap(([id, raw]): [JourneyId, Journey][] => {
    const journey = readJourney(id, raw)
    return journey.ok ? [[journey.value.id, journey.value]] : []
  })
  const cards = doc.getMap('cards')
  return { maps: journeysOf({ journeys: new Map(read) }), cards: selection.filter((id) => cards.has(id)).length }
}
