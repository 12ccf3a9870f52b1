// Notes that say nearly the same, by their words alone: computed where the board is, nothing is sent anywhere. A hint for
// people, who decide; it may miss, and it may be wrong. Deterministic: the same notes give the same groups everywhere.
import type { CardId } from '../journey/ids.ts'
import { type TextFeatures, textFeatures } from './textFeatures.ts'

export interface WordedNote {
  readonly id: CardId
  readonly text: string
}

export interface SimilarNotes {
  /** At least two, sorted. */
  readonly cardIds: readonly CardId[]
  /** Mean over their pairs, 0 to 1. */
  readonly score: number
}

/** From this score on two notes are suggested together. Found by trying it on notes of real workshops. */
export const SIMILAR_FROM = 0.6
/** A group takes in a note, or another group, if they are on average at least this similar: no long chains of likeness. */
const JOINED_FROM = 0.55
/** Notes compared with each other: half a million pairs, about half a second. More than any wall has. */
const MAX_COMPARED = 1_000
/** One says it, the other denies it. */
const DENIED = 0.55
/** How much whole words count against letters. */
const WORD_SHARE = 0.65
/** How much a word loses with the number of notes it stands on: twins make their own words common. */
const RARITY = 0.5
/** Letters alone (a typing error, "log in" and "login") are a weaker sign than words. */
const LETTER_TRUST = 0.9

/** 0 (nothing in common) to 1 (the same words). Symmetric. */
export function similarity(a: string, b: string): number {
  return compare(textFeatures(a), textFeatures(b), () => 1)
}

/**
 * Groups of notes that say nearly the same, the most similar first. `mayPair`: false for two that are never suggested
 * together, because their kinds differ or somebody has said that they are not the same.
 */
export function findSimilarNotes(
  notes: readonly WordedNote[],
  mayPair: (a: CardId, b: CardId) => boolean = () => true,
): SimilarNotes[] {
  const compared = notes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, MAX_COMPARED)
    .map(({ id, text }) => ({ id, features: textFeatures(text) }))
    .filter(({ features }) => features.letters.length > 0)
  const weightOf = rarity(compared.map(({ features }) => features))
  const scores = new PairScores()
  compared.forEach((one, at) => {
    for (const other of compared.slice(at + 1)) {
      if (!mayPair(one.id, other.id)) continue
      const score = compare(one.features, other.features, weightOf)
      if (score >= JOINED_FROM) scores.set(one.id, other.id, score)
    }
  })
  return groupsOf(scores)
}

function compare(a: TextFeatures, b: TextFeatures, weightOf: (stem: string) => number): number {
  const letters = LETTER_TRUST * diceOfSorted(a.letters, b.letters)
  // Two notes without a single letter in common need no look at their words.
  if (letters === 0) return 0
  const words = WORD_SHARE * diceOfWords(a.stems, b.stems, weightOf) + ((1 - WORD_SHARE) * letters) / LETTER_TRUST
  return Math.max(words, letters) * (a.denies === b.denies ? 1 : DENIED)
}

/** Words that stand on many notes say little about two of them. */
function rarity(all: readonly TextFeatures[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { stems } of all) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => 1 / (1 + RARITY * Math.log(counts.get(stem) ?? 1))
}

function diceOfWords(a: ReadonlySet<string>, b: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let shared = 0
  let all = 0
  for (const stem of a) {
    const weight = weightOf(stem)
    all += weight
    if (b.has(stem)) shared += weight
  }
  for (const stem of b) all += weightOf(stem)
  return all === 0 ? 0 : (2 * shared) / all
}

/** Sorted lists with repetitions: a letter group that stands twice counts twice. */
function diceOfSorted(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let left = 0, right = 0; left < a.length && right < b.length;) {
    const [one, other] = [a[left] ?? 0, b[right] ?? 0]
    if (one === other) shared++
    if (one <= other) left++
    if (other <= one) right++
  }
  return (2 * shared) / (a.length + b.length)
}

class PairScores {
  readonly #scores = new Map<string, number>()
  readonly pairs: { readonly a: CardId; readonly b: CardId; readonly score: number }[] = []

  set(a: CardId, b: CardId, score: number): void {
    this.#scores.set(`${a}/${b}`, score)
    this.pairs.push({ a, b, score })
  }

  /** 0 for pairs that are hardly similar, or must not be paired. */
  get(a: CardId, b: CardId): number {
    return this.#scores.get(a < b ? `${a}/${b}` : `${b}/${a}`) ?? 0
  }

  mean(one: readonly CardId[], other: readonly CardId[]): number {
    let sum = 0
    for (const a of one) for (const b of other) sum += this.get(a, b)
    return sum / (one.length * other.length)
  }
}

/** The most similar pairs first; two groups become one if they are similar on the whole. */
function groupsOf(scores: PairScores): SimilarNotes[] {
  const groupOf = new Map<CardId, readonly CardId[]>()
  const strong = scores.pairs.filter(({ score }) => score >= SIMILAR_FROM)
  // Equal scores in the order of the ids, which is the order they were found in.
  for (const { a, b } of strong.toSorted((one, other) => other.score - one.score)) {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]]
    if (one.includes(b) || scores.mean(one, other) < JOINED_FROM) continue
    const joined = [...one, ...other]
    for (const id of joined) groupOf.set(id, joined)
  }
  return [...new Set(groupOf.values())]
    .map((cardIds): SimilarNotes => ({ cardIds: cardIds.toSorted(), score: meanWithin(cardIds, scores) }))
    .toSorted((a, b) => b.score - a.score || ((a.cardIds[0] ?? '') < (b.cardIds[0] ?? '') ? -1 : 1))
}

function meanWithin(cardIds: readonly CardId[], scores: PairScores): number {
  let sum = 0
  let pairs = 0
  cardIds.forEach((a, at) => {
    for (const b of cardIds.slice(at + 1)) {
      sum += scores.get(a, b)
      pairs++
    }
  })
  return sum / pairs
}
