// Dots by mouse, touch and keyboard on the canvas, and what is said about them. One for each canvas; the ballot itself
// is the session's.
import { type Atom, atom, react } from '@tldraw/state'
import type { TLEventInfo } from 'tldraw'
import { votingWords } from '../../ui/votingWords.ts'
import type { Canvas } from '../CanvasContext.ts'
import { titleOf } from '../shapes/card/cardTitle.ts'
import { FAR_BELOW } from '../shapes/detail/levelOfDetail.ts'
import { type CardShape, entityIdOf, shapeIdOf } from '../shapes/journeyShapes.ts'

/** A press that moves further than this is a drag, px on screen. */
const CLICK_REACH = 5

export interface DotProblem {
  readonly cardId: string
  readonly message: string
}

export class CanvasVote {
  /** For screen readers: what the last change has done. */
  readonly said: Atom<string> = atom('said about dots', '')
  /** Shown at its card until the next change or a look elsewhere. */
  readonly problem: Atom<DotProblem | null> = atom('problem of dots', null)
  /** The pill under the pointer: half of it lies beside its card. */
  readonly held: Atom<string | null> = atom('held pill', null)
  readonly #canvas: Canvas
  #pressed: { readonly cardId: string; readonly x: number; readonly y: number } | null = null

  constructor(canvas: Canvas) {
    this.#canvas = canvas
  }

  /** A click on this card places a dot, so it opens nothing. Not far out, where cards are specks. */
  takesClicks(cardId: string): boolean {
    const { ballot } = this.#canvas.session.voting
    return ballot.isCandidate(cardId) && ballot.canVote.get() && this.#canvas.editor.getZoomLevel() >= FAR_BELOW
  }

  act(cardId: string, action: 'add' | 'take'): void {
    const { ballot } = this.#canvas.session.voting
    const outcome = action === 'add' ? ballot.addDot(cardId) : ballot.takeDot(cardId)
    this.problem.set(outcome.ok ? null : { cardId, message: outcome.message })
    const { changed, left } = votingWords.ballot
    const all = ballot.round.get()?.dotsPerPerson ?? 0
    this.said.set(
      outcome.ok
        ? changed(ballot.dotsOn(cardId), this.#titleOf(cardId), left(ballot.left.get(), all))
        : outcome.message,
    )
  }

  /** + and − on the one card that is selected. Returns whether the key was for the vote. */
  takeKey({ key }: Pick<KeyboardEvent, 'key'>): boolean {
    const action = key === '+' || key === '=' ? 'add' : key === '-' || key === '−' ? 'take' : null
    const { ballot } = this.#canvas.session.voting
    const cardId = this.selectedCard()
    if (action === null || cardId === null || ballot.round.get() === null) return false
    this.act(cardId, action)
    return true
  }

  /** The only selected shape, if it is a card. Reactive. */
  selectedCard(): string | null {
    const only = this.#canvas.editor.getOnlySelectedShape() as unknown as CardShape | null
    return only?.type === 'card' ? entityIdOf(only.id) : null
  }

  /** Candidates the pointer or the keyboard is at, the pointer's first. Reactive. */
  activeCards(): readonly string[] {
    const { editor, session } = this.#canvas
    if (!editor.isInAny('select.idle', 'select.pointing_shape')) return []
    const hovered = editor.getHoveredShapeId()
    const at = [this.held.get() ?? (hovered === null ? null : entityIdOf(hovered)), this.selectedCard()]
    return [...new Set(at)].filter(
      (cardId): cardId is string => cardId !== null && session.voting.ballot.isCandidate(cardId),
    )
  }

  start(): () => void {
    const { editor, session } = this.#canvas
    const onEvent = (info: TLEventInfo): void => this.#onEvent(info)
    editor.on('event', onEvent)
    const stopPointing = react('card the list shows', () => {
      const [cardId] = this.activeCards()
      const { pointed } = session.voting
      if (cardId !== undefined) pointed.set({ cardId, on: 'canvas' })
      else pointed.update((now) => (now?.on === 'canvas' ? null : now))
    })
    return () => {
      editor.off('event', onEvent)
      stopPointing()
      session.voting.pointed.set(null)
    }
  }

  /** A click in tldraw's select tool; multiple selection (Shift, Ctrl) and drags are no clicks. */
  #onEvent(info: TLEventInfo): void {
    if (info.type !== 'pointer') return
    const { editor } = this.#canvas
    const { x, y } = editor.inputs.currentScreenPoint
    if (info.name === 'pointer_down') {
      const cardId = info.shiftKey || info.accelKey || !editor.isIn('select') ? null : this.#cardAtPointer()
      this.#pressed = cardId === null ? null : { cardId, x, y }
    } else if (info.name === 'pointer_up') {
      const pressed = this.#pressed
      this.#pressed = null
      if (!pressed || editor.getEditingShapeId() !== null) return
      if (Math.hypot(x - pressed.x, y - pressed.y) <= CLICK_REACH) this.act(pressed.cardId, 'add')
    }
  }

  #cardAtPointer(): string | null {
    const { editor, session } = this.#canvas
    // Looking through all cards is for when it matters.
    if (!session.voting.ballot.canVote.get()) return null
    const margin = editor.options.hitTestMargin / editor.getZoomLevel()
    const hit = editor.getShapeAtPoint(editor.inputs.currentPagePoint, { margin, hitInside: true, renderingOnly: true })
    const cardId = hit ? entityIdOf(hit.id) : null
    return cardId !== null && this.takesClicks(cardId) ? cardId : null
  }

  #titleOf(cardId: string): string {
    const shape = this.#canvas.editor.getShape(shapeIdOf(cardId)) as unknown as CardShape | undefined
    return shape ? titleOf(shape.props) : ''
  }
}
