// What has changed between two states of a board, counted the way a person would. Pure; 2,000 cards take a few ms.
import type { Board } from '../../../shared/journey/Board.ts'

export interface BoardDifference {
  readonly addedCards: number
  readonly changedCards: number
  readonly deletedCards: number
  /** Journeys, stages and lanes that were added, changed or deleted. */
  readonly structure: number
  /** People whose readings are not what they were. */
  readonly feelings: number
}

export function compareBoards(then: Board, now: Board): BoardDifference {
  const cards = compare(then.cards, now.cards)
  const parts = [
    compare(then.journeys, now.journeys),
    compare(then.stages, now.stages),
    compare(then.lanes, now.lanes),
  ] as const
  return {
    addedCards: cards.added,
    changedCards: cards.changed,
    deletedCards: cards.deleted,
    structure: parts.reduce((sum, { added, changed, deleted }) => sum + added + changed + deleted, 0),
    feelings: peopleWithOtherReadings(then, now),
  }
}

export function isSame(difference: BoardDifference): boolean {
  return Object.values(difference).every((count) => count === 0)
}

function compare(then: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>) {
  let changed = 0
  let kept = 0
  for (const [id, before] of then) {
    const after = now.get(id)
    if (after === undefined) continue
    kept++
    if (!isEqual(before, after)) changed++
  }
  return { added: now.size - kept, changed, deleted: then.size - kept }
}

function peopleWithOtherReadings(then: Board, now: Board): number {
  const people = new Set<string>()
  for (const id of new Set([...then.emotions.keys(), ...now.emotions.keys()])) {
    const [before, after] = [then.emotions.get(id), now.emotions.get(id)]
    const participantId = (before ?? after)?.participantId
    if (participantId !== undefined && !isEqual(before?.readings, after?.readings)) people.add(participantId)
  }
  return people.size
}

/** Records are read field by field in the order of their declaration: equal ones give equal text. No entry at all equals an empty one. */
function isEqual(a: unknown, b: unknown): boolean {
  return a === b || asText(a) === asText(b)
}

function asText(value: unknown): string {
  return JSON.stringify(value ?? new Map(), (_key, inner: unknown) =>
    inner instanceof Map ? [...inner].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : inner,
  )
}
