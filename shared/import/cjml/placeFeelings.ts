// Feelings of a CJML file → readings of the board, which are given by people: two voices say what the file says, because the
// middle of a single one is never shown. What is no reading is kept as a thought of the customer.
import { type FileCellCard, type FileEmotions, fileLimits } from '../../export/journeyFile.ts'
import { MAX_EMOTION, MAX_REASON_LENGTH, MIN_EMOTION } from '../../journey/schema.ts'
import { showValue } from '../ImportProblem.ts'
import type { ElementReader } from './ElementReader.ts'
import type { CjmlFeeling } from './readMoments.ts'

export interface FeltCard {
  readonly feeling: CjmlFeeling
  readonly card: FileCellCard
  readonly stage: string
}

/** What a rating of the file is on the board, −2 … +2; null: it cannot be told. */
export type RatingScale = (rating: number) => number | null

const asIs: RatingScale = (rating) => (rating >= MIN_EMOTION && rating <= MAX_EMOTION ? rating : null)
/** 1 … 5, 3 in the middle: the other scale in use. */
const fromFive: RatingScale = (rating) => rating - 3

/** The language names no scale. What this program writes runs from −2 to +2; whole numbers up to 5 run from 1. */
export function scaleOf(reader: ElementReader, feelings: readonly CjmlFeeling[]): RatingScale {
  const rated = feelings.filter(({ rating }) => rating !== '')
  const ratings = rated.map(({ rating }) => Number(rating))
  const isFive = ratings.every((rating) => Number.isInteger(rating) && rating >= 1 && rating <= 5)
  const [first] = rated
  if (!isFive || !first || !ratings.some((rating) => rating > MAX_EMOTION)) return asIs
  reader.remark(first.element, 'scale', () => 'Ratings from 1 to 5 become −2 to +2.')
  return fromFive
}

export interface PlacedFeelings {
  readonly emotions: readonly FileEmotions[]
  readonly thoughts: readonly { readonly stage: string; readonly text: string }[]
}

export function placeFeelings(
  reader: ElementReader,
  felt: readonly FeltCard[],
  scale: RatingScale,
  persona: string | null,
): PlacedFeelings {
  const readings = new Map<string, { readonly value: number; readonly reason: string }>()
  const thoughts: { stage: string; text: string }[] = []
  const byTouchpoint = new Set(felt.flatMap(({ card, stage }) => (card.kind === 'touchpoint' ? [stage] : [])))
  for (const { feeling, card, stage } of felt) {
    // A stage is rated as a whole or by its touchpoints, not both: what the customer does speaks for the stage.
    const about = card.kind === 'touchpoint' ? card.id : stage
    const isTaken = readings.has(about) || (about === stage && byTouchpoint.has(stage))
    const value = isTaken ? null : valueOf(reader, feeling, scale)
    if (isTaken) reader.remark(feeling.element, 'second feeling', secondSentence)
    const isShort = feeling.words.length <= MAX_REASON_LENGTH
    if (value !== null) readings.set(about, { value, reason: isShort ? feeling.words : '' })
    if (feeling.words !== '' && (value === null || !isShort)) thoughts.push({ stage, text: feeling.words })
  }
  return { emotions: emotionsOf(readings, persona), thoughts }
}

const secondSentence = (count: number): string =>
  `A stage has one feeling, or one for each touchpoint; ${count === 1 ? 'this one has' : `${count} have`} no place. Words stay as thoughts.`

function valueOf(reader: ElementReader, { element, rating }: CjmlFeeling, scale: RatingScale): number | null {
  if (rating === '') return null
  const number = Number(rating)
  const value = Number.isFinite(number) ? scale(number) : null
  if (value === null)
    reader.remark(
      element,
      'rating',
      (count) =>
        `The rating ${showValue(rating)} is no number from −2 to 2${count === 1 ? '' : ` (${count} times so)`}.`,
    )
  return value
}

/**
 * Readings are kept in tenths: a middle between two of them is a voice on either side. A voice has as many readings as a
 * workshop file takes of one.
 */
function emotionsOf(
  readings: ReadonlyMap<string, { readonly value: number; readonly reason: string }>,
  persona: string | null,
): FileEmotions[] {
  const all = [...readings]
  const pairs = Math.ceil(all.length / fileLimits.readings)
  return Array.from({ length: 2 * pairs }, (_, voice) => {
    const start = Math.floor(voice / 2) * fileLimits.readings
    const round = voice % 2 === 0 ? Math.floor : Math.ceil
    return {
      participant: `cjml${voice + 1}`,
      persona,
      readings: all.slice(start, start + fileLimits.readings).map(([about, { value, reason }]) => {
        return { about, value: round(Math.round(value * 20) / 2) / 10 + 0, reason }
      }),
    }
  })
}
