import { cardDefinition, cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { createCards, deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import type { AnyFieldValue, Field } from '../../../shared/journey/fields.ts'
import type { Random } from '../../support/Random.ts'
import { type Actor, anyPlace, anyWords, type Operation } from './Operation.ts'

const makes: Operation = (actor) => {
  const kind = actor.random.pick(cardKindNames) ?? 'note'
  const id = actor.newId<never>()
  const fields = { [cardDefinition(kind).title]: anyWords(actor.random) }
  createCards(actor.peer.target, [{ id, kind, place: anyPlace(actor, kind), fields }])
  return `makes ${kind} ${id as string}`
}

const moves: Operation = (actor) => {
  const { board, random, peer } = actor
  const cards = [...board.cards.values()].filter(() => random.chance(0.4)).slice(0, 3)
  if (cards.length === 0) return null
  placeCards(
    peer.target,
    cards.map(({ id, kind }) => ({ id, place: anyPlace(actor, kind) })),
  )
  return `moves ${cards.map(({ id }) => id).join(' ')}`
}

const deletes: Operation = ({ board, random, peer }) => {
  const card = random.pick([...board.cards.values()])
  if (!card) return null
  deleteCards(peer.target, [card.id])
  return `deletes ${card.id}`
}

/** Types at a random place of a random text, or takes some of it away. */
const types: Operation = ({ board, random, peer }) => {
  const card = random.pick([...board.cards.values()])
  const texts = card ? Object.entries(card.fields).filter(([, value]) => typeof value === 'string') : []
  const [name, before] = random.pick(texts) ?? []
  if (!card || name === undefined || typeof before !== 'string') return null
  const [start, end] = [random.below(before.length + 1), random.below(before.length + 1)].toSorted((a, b) => a - b)
  const insert = random.chance(0.7) ? anyWords(random) : ''
  const after = before.slice(0, start) + insert + before.slice(random.chance(0.5) ? start : end)
  editText(peer.target, 'cards', card.id, name, after, (start ?? 0) + insert.length)
  return `types into ${card.id} ${name}: ${JSON.stringify(after)}`
}

const sets: Operation = ({ board, random, peer }) => {
  const card = random.pick([...board.cards.values()])
  const [name, field] = (card && random.pick(Object.entries(cardDefinition(card.kind).fields))) ?? []
  if (!card || name === undefined || !field) return null
  const value = anyValue(random, field, [...board.cards.keys()])
  setField(peer.target, 'cards', card.id, name, value)
  return `sets ${card.id} ${name} to ${JSON.stringify(value)}`
}

function anyValue(random: Random, field: Field, cardIds: readonly string[]): AnyFieldValue {
  switch (field.type) {
    case 'text':
      return anyWords(random)
    case 'choice':
      return random.pick(field.options)?.value ?? null
    case 'number':
      return field.integer ? field.min + random.below(field.max - field.min + 1) : random.below(100) / 8
    case 'flag':
      return random.chance(0.5)
    case 'date':
      return random.chance(0.2) ? null : '2026-11-21'
    case 'department':
      return random.pick(['Labor', 'Health', null]) ?? null
    case 'card':
      return random.pick(cardIds) ?? null
    case 'picture':
      return null
    case 'readings':
      return [1, 2, 3]
        .filter(() => random.chance(0.5))
        .map((day) => ({ date: `2026-11-0${day}`, value: random.below(100) }))
  }
}

export const cardOperations: readonly ((actor: Actor) => string | null)[] = [
  makes,
  makes,
  moves,
  moves,
  deletes,
  types,
  types,
  types,
  sets,
]
