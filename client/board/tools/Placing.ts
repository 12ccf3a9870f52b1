// A card chosen in the toolbar and not yet put down: where it would land. The state behind `CardTool`.
import { atom, type Signal } from '@tldraw/state'
import type { Point } from '../../../shared/journey/Board.ts'
import { type CardLanding, findLanding } from '../../../shared/layout/findLanding.ts'
import type { Canvas } from '../CanvasContext.ts'
import type { CardChoice } from './cardDraft.ts'
import { makeCardAt } from './makeCard.ts'

export class Placing {
  readonly choice: Signal<CardChoice | null>
  readonly landing: Signal<CardLanding | null>
  readonly #choice = atom<CardChoice | null>('card to place', null)
  readonly #landing = atom<CardLanding | null>('where it would land', null)
  readonly #canvas: Canvas

  constructor(canvas: Canvas) {
    this.#canvas = canvas
    this.choice = this.#choice
    this.landing = this.#landing
  }

  /** Takes a card into the hand; the next click puts it down. */
  pick(choice: CardChoice): void {
    const { editor } = this.#canvas
    editor.complete()
    this.#choice.set(choice)
    editor.setCurrentTool('card')
  }

  /** The pointer moved with the card in the hand. */
  aim(point: Point): void {
    const choice = this.#choice.get()
    if (!choice) return
    const { board, layout, cache } = this.#canvas.binding.view.get()
    const card = { id: null, kind: choice.kind, at: point }
    this.#landing.set(findLanding({ board, layout, cache, cards: [card], point })[0] ?? null)
  }

  /** Puts it down; the tool is the selection again. Not inside tldraw's event: it merges. */
  place(point: Point): void {
    const choice = this.#choice.get()
    queueMicrotask(() => {
      if (choice) makeCardAt(this.#canvas, choice, point)
    })
  }

  end(): void {
    this.#choice.set(null)
    this.#landing.set(null)
  }
}
