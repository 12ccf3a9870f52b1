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
  /** What of the selection is still there. */
  readonly selected: SelectedCounts
}

type SelectedCounts = Readonly<Record<keyof typeof roots, number>>

/** Where the document keeps what can be selected. Frames of groups and curves stand for others and are not counted. */
const roots = { cards: 'cards', stages: 'stages', lanes: 'lanes', maps: 'journeys', drawings: 'drawings' } as const

export function useMapChoices(doc: Y.Doc, selection: readonly string[]): MapChoices {
  const [choices, setChoices] = useState(() => readMapChoices(doc, selection))
  useEffect(() => {
    const read = () => setChoices(readMapChoices(doc, selection))
    const journeys = doc.getMap('journeys')
    journeys.observeDeep(read)
    // Coming and going only: what is written on cards does not matter here.
    const watched = Object.values(roots).map((root) => doc.getMap(root))
    for (const map of watched) map.observe(read)
    read()
    return () => {
      journeys.unobserveDeep(read)
      for (const map of watched) map.unobserve(read)
    }
  }, [doc, selection])
  return choices
}

export function readMapChoices(doc: Y.Doc, selection: readonly string[]): MapChoices {
  const read = [...doc.getMap('journeys')].flatMap(([id, raw]): [JourneyId, Journey][] => {
    const journey = readJourney(id, raw)
    return journey.ok ? [[journey.value.id, journey.value]] : []
  })
  const count = (root: string, prefix = ''): number => {
    const map = doc.getMap(root)
    return selection.filter((id) => map.has(prefix + id)).length
  }
  return {
    maps: journeysOf({ journeys: new Map(read) }),
    selected: {
      cards: count(roots.cards),
      stages: count(roots.stages),
      lanes: count(roots.lanes),
      maps: count(roots.maps),
      // The canvas's own names.
      drawings: count(roots.drawings, 'shape:'),
    },
  }
}
