// The reveal on the canvas: notes come up one after the other in their places, own ones glide there from where their
// draft lay. 600 ms in all. One style sheet for all of them, written right before they are mounted: nothing about a card
// is drawn twice, and cards that come in any other way are untouched.
import './reveal.css'
import type { Point } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'

/** Between two notes, ms. */
const STEP_MS = 20
/** After so many steps the rest comes at once. */
const MAX_STEPS = 15
/** Until everything stands still: steps and the last note's own way (`--m-slow`), and a frame. */
const ALL_MS = 620

export interface RevealParts {
  readonly wantsMotion: () => boolean
  /** Whether what comes now comes by a reveal. */
  readonly isRevealing: () => boolean
  /** Where the own draft of a card lay, from where the card will lie, canvas px; null: it is somebody else's. */
  readonly fromDraft: (cardId: CardId) => Point | null
}

export class RevealMotion {
  readonly #parts: RevealParts
  readonly #sheet = new CSSStyleSheet()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: RevealParts) {
    this.#parts = parts
    document.adoptedStyleSheets.push(this.#sheet)
  }

  /** Right before shapes with these ids are put on the canvas. */
  readonly show = (shapeIds: readonly string[]): void => {
    const { wantsMotion, isRevealing, fromDraft } = this.#parts
    if (shapeIds.length === 0 || !wantsMotion()) return
    // A draft that was still written in becomes a card a while after the others.
    const coming = isRevealing() ? shapeIds : shapeIds.filter((id) => fromDraft(cardIdOf(id)) !== null)
    if (coming.length === 0) return
    this.#sheet.replaceSync(revealRules(coming, fromDraft))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#sheet.replaceSync(''), ALL_MS)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== this.#sheet)
  }
}

function cardIdOf(shapeId: string): CardId {
  return shapeId.slice('shape:'.length) as CardId
}

/** Style rules that let these shapes come. Pure. */
export function revealRules(shapeIds: readonly string[], fromDraft: (cardId: CardId) => Point | null): string {
  let step = 0
  return shapeIds
    .map((shapeId) => {
      const card = `[data-shape-id=${JSON.stringify(shapeId)}] .board-card`
      const from = fromDraft(cardIdOf(shapeId))
      if (from)
        return `${card} { --from: ${Math.round(from.x)}px ${Math.round(from.y)}px; animation: reveal-own var(--m-slow) var(--ease-move) backwards; }`
      const delayMs = Math.min(step++, MAX_STEPS) * STEP_MS
      return `${card} { animation: reveal-note var(--m-slow) var(--ease-out) ${delayMs}ms backwards; }`
    })
    .join('\n')
}
