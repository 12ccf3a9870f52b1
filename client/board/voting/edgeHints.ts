// What the hints at the edges say, and where they lead. The camera moves 60 times a second: candidates are read from the
// board once per change of it, and a frame only compares their rectangles with what can be seen.
import { computed, type Signal } from '@tldraw/state'
import { sortOfCard } from '../../../shared/journey/cards/cardSorts.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { countCandidates } from '../../workshop/voting/countCandidates.ts'
import type { Canvas } from '../CanvasContext.ts'
import { FAR_BELOW } from '../shapes/detail/levelOfDetail.ts'
import { type CardShape, shapeIdOf } from '../shapes/journeyShapes.ts'
import { type Beyond, candidatesBeyond, type PlacedCandidate, shiftTo, type Side } from './candidatesBeyond.ts'

/** Panel with its margin, and the tools over the lower edge, px on screen. */
const PANEL_WIDTH = 344 + 16
const TOOLS_HEIGHT = 72
/** Kept around the cards that come into view, px on screen. */
const INSET = 24

export interface EdgeHint {
  readonly side: Side
  readonly text: string
}

export interface EdgeHintsState {
  /** As one string: it stays the same through most frames, and then nothing is drawn. */
  readonly hints: Signal<string>
  /** Where the view must stand to show what lies beyond that side; null: nothing does any more. */
  readonly viewOf: (side: Side) => Rect | null
}

export function watchEdgeHints(canvas: Canvas): EdgeHintsState {
  const { editor, session } = canvas
  const { ballot } = session.voting
  const placed = computed('candidates on the canvas', () => placedCandidates(canvas))
  const isShown = computed('hints apply', () => ballot.canVote.get() && editor.getZoomLevel() >= FAR_BELOW)
  const hints = computed('hints at the edges', () =>
    JSON.stringify(isShown.get() ? candidatesBeyond(placed.get(), freeView(canvas)).map(hintOf) : []),
  )
  const viewOf = (side: Side): Rect | null => {
    const view = freeView(canvas)
    const beyond = candidatesBeyond(placed.get(), view).find((one) => one.side === side)
    return beyond ? shiftTo(beyond.cards, side, view, INSET / editor.getZoomLevel()) : null
  }
  return { hints, viewOf }
}

function hintOf({ side, cards }: Beyond): EdgeHint {
  const [first] = cards
  const isOneStage = first !== undefined && cards.every(({ stage }) => stage === first.stage)
  const count = countCandidates(cards.map(({ sort }) => sort))
  return { side, text: votingWords.canvas.beyond(count, side, isOneStage ? first.stage : '') }
}

function placedCandidates({ editor, binding, session }: Canvas): PlacedCandidate[] {
  const { board } = binding.view.get()
  return (session.voting.ballot.round.get()?.candidateIds ?? []).flatMap((cardId) => {
    const shape = editor.getShape(shapeIdOf(cardId)) as unknown as CardShape | undefined
    if (shape?.type !== 'card') return []
    const { x, y, props } = shape
    const place = board.cards.get(cardId as never)?.place
    const stage = place && 'stageId' in place ? (board.stages.get(place.stageId)?.name ?? '') : ''
    return [{ rect: { x, y, w: props.w, h: props.h }, stage, sort: sortOfCard(props.kind, props.fields) }]
  })
}

/** What can be seen of the page: panel and tools lie over the rest. */
function freeView({ editor, session }: Canvas): Rect {
  const { x, y, w, h } = editor.getViewportPageBounds()
  const zoom = editor.getZoomLevel()
  const panel = session.voting.view.get() === null ? 0 : PANEL_WIDTH
  return { x, y, w: w - panel / zoom, h: h - TOOLS_HEIGHT / zoom }
}
