// "3 pains in Thriving": candidates that are out of sight, at the edge they lie beyond. Pressed, the map moves there.
import './edge-hints.css'
import { type Editor, useValue } from 'tldraw'
import { sortOfCard } from '../../../shared/journey/cards/cardSorts.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { countCandidates } from '../../workshop/voting/countCandidates.ts'
import { glide } from '../camera.ts'
import type { Canvas } from '../CanvasContext.ts'
import { BackIcon } from '../../ui/icons.tsx'
import { FAR_BELOW } from '../shapes/detail/levelOfDetail.ts'
import { type CardShape, shapeIdOf } from '../shapes/journeyShapes.ts'
import { useCanvas } from '../useCanvas.ts'
import { candidatesBeyond, type PlacedCandidate, shiftTo, type Side } from './candidatesBeyond.ts'

/** Panel with its margin, and the tools over the lower edge, px on screen. */
const PANEL_WIDTH = 344 + 16
const TOOLS_HEIGHT = 72
/** Kept around the cards that come into view, px on screen. */
const INSET = 24

export function EdgeHints() {
  const canvas = useCanvas()
  // As one string: the camera moves 60 times a second, the hints change now and then.
  const hints = useValue('candidates out of sight', () => JSON.stringify(hintsOf(canvas)), [canvas])
  const hasPanel = useValue('voting panel is open', () => canvas.session.voting.view.get() !== null, [canvas])
  return (
    <div className="edge-hints" data-panel={hasPanel || undefined}>
      {(JSON.parse(hints) as Hint[]).map(({ side, text }) => (
        <button
          key={side}
          type="button"
          className={`edge-hint edge-hint--${side}`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => goThere(canvas, side)}
        >
          {text}
          <BackIcon size={14} />
        </button>
      ))}
    </div>
  )
}

interface Hint {
  readonly side: Side
  readonly text: string
}

function hintsOf(canvas: Canvas): Hint[] {
  const { editor, session } = canvas
  const { ballot } = session.voting
  if (!ballot.canVote.get() || editor.getZoomLevel() < FAR_BELOW) return []
  const beyond = candidatesBeyond(placedCandidates(canvas), freeView(canvas))
  return beyond.map(({ side, cards }) => {
    const [first] = cards
    const isOneStage = first !== undefined && cards.every(({ stage }) => stage === first.stage)
    const count = countCandidates(cards.map(({ sort }) => sort))
    return { side, text: votingWords.canvas.beyond(count, side, isOneStage ? first.stage : '') }
  })
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

function goThere(canvas: Canvas, side: Side): void {
  const { editor } = canvas
  const view = freeView(canvas)
  const beyond = candidatesBeyond(placedCandidates(canvas), view).find((one) => one.side === side)
  if (!beyond) return
  const next = shiftTo(beyond.cards, side, view, INSET / editor.getZoomLevel())
  glideTo(editor, next)
}

function glideTo(editor: Editor, { x, y }: Rect): void {
  editor.setCamera({ x: -x, y: -y, z: editor.getZoomLevel() }, glide(editor))
}
