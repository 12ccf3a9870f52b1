// A board as sorted plain lists, so that two boards that say the same are equal whatever order they were built in.
import type { Board } from '../../shared/journey/Board.ts'

export interface PlainBoard {
  readonly [part: string]: readonly unknown[]
}

export function plainBoard(board: Board): PlainBoard {
  return {
    journeys: sorted(board.journeys),
    stages: sorted(board.stages),
    lanes: sorted(board.lanes),
    cards: sorted(board.cards),
    emotions: sorted(board.emotions).map((entry) => ({
      ...entry,
      readings: Object.fromEntries(sortedEntries(entry.readings)),
    })),
    cells: sortedEntries(board.cells).map(([key, cards]) => [key, cards.map((card) => card.id)]),
    clusters: sorted(board.clusters),
    mergedInto: sortedEntries(board.mergedInto),
    partsOf: sortedEntries(board.partsOf),
    groupOf: sortedEntries(board.groupOf),
    quarantined: sorted(board.quarantined),
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): T[] {
  return sortedEntries(map).map(([, value]) => value)
}

function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
