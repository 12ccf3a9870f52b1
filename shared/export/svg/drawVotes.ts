// Votes on a drawn map: a pill on the corner of each card that was voted on, as on the canvas, and one line below the
// map that says which vote it was.
import type { CardLayout } from '../../layout/JourneyLayout.ts'
import type { Rect } from '../../layout/Rect.ts'
import type { RoundResult } from '../../workshop/results.ts'
import { type HeatLevel, type VoteTotal, voteTotals, writeVotes } from '../../workshop/voteTotals.ts'
import type { Pen, TextLook } from './Pen.ts'

const HEIGHT = 24
const PAD = 8
/** Beyond the card's upper right corner. */
const OVER_RIGHT = 8
const OVER_TOP = 11
const LEGEND_GAP = 16

const number = { weight: 700, italic: false, size: 13, line: HEIGHT, anchor: 'middle' } as const
const legend: TextLook = { weight: 400, italic: false, size: 13, line: 20, color: 'ink-2' }
/** Words on a pill of that heat. */
const inks = ['ink', 'ink', 'ink', 'heat-3-on', 'heat-4-on'] as const satisfies readonly TextLook['color'][]

/** Empty for cards without votes: a pill says that somebody cares. */
export function drawVotePills(pen: Pen, result: RoundResult, places: readonly CardLayout[]): string[] {
  const totals = voteTotals(result)
  return places.flatMap((place) => {
    const total = totals.get(place.id)
    return total && total.votes > 0 ? [drawPill(pen, total, place)] : []
  })
}

function drawPill(pen: Pen, { votes, heat }: VoteTotal, card: Rect): string {
  const look: TextLook = { ...number, color: inks[heat satisfies HeatLevel] }
  const words = writeVotes(votes)
  const w = Math.max(HEIGHT, pen.widthOf(words, look) + 2 * PAD)
  const box = { x: card.x + card.w + OVER_RIGHT - w, y: card.y - OVER_TOP, w, h: HEIGHT }
  return (
    pen.rect(box, { fill: `heat-${heat}`, stroke: 'primary', corner: HEIGHT / 2 }) +
    pen.line(words, box.x + w / 2, box.y, look)
  )
}

/** The line below what is drawn, and the room it takes. */
export function drawVoteLegend(pen: Pen, { round, tally }: RoundResult, content: Rect): { svg: string; box: Rect } {
  const secret = round.secret ? 'secret' : 'named'
  const words = `Numbers on cards: votes of round ${round.number}, ${secret}. “${round.question}” ${tally.voted} of ${round.eligible + tally.proxies} voted, ${tally.dots} dots.`
  const box = {
    x: content.x,
    y: content.y + content.h + LEGEND_GAP,
    w: pen.widthOf(words, legend),
    h: legend.line,
  }
  return { svg: pen.line(words, box.x, box.y, legend), box }
}
