// Raised hands in the order they went up. Pure.
import type { Participant } from '../../../shared/protocol/messages.ts'

/** Of people who are still on the roster; a removed person's hand is nobody's. */
export function raisedHands<Person extends Pick<Participant, 'id'>>(
  hands: readonly string[],
  people: readonly Person[],
): Person[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  return hands.flatMap((id) => byId.get(id) ?? [])
}

/** Whose hands went up since; in their order. */
export function newHands(before: readonly string[], now: readonly string[]): string[] {
  return now.filter((id) => !before.includes(id))
}
