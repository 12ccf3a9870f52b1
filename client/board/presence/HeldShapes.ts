// Shapes in the hands of others, drawn where the hand is by style alone: the store keeps them where the document says.
// After the drop they wait for the document to move them and settle there, so that nothing ever jumps back.
import type { Editor, TLShapeId } from 'tldraw'
import type { Point } from '../../../shared/journey/Board.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { type Glide, GLIDE_MS, glideTo, isAtRest, placeAt, restAt } from './peerGlide.ts'

/** Presence may say "let go" a moment before the document says where to. After this long it was no drop but a way back. ms */
const WAIT_FOR_DROP_MS = 400
/** From the hand to the new place, ms. */
const SETTLE_MS = 160
const IN_HAND = 'in-others-hand'

interface Held {
  readonly element: HTMLElement
  glide: Glide
  phase:
    | { readonly at: 'hand' }
    /** Let go; `record` is where the document had it then. */
    | { readonly at: 'waiting'; readonly record: Point; readonly untilMs: number }
    | { readonly at: 'settling' }
}

export class HeldShapes {
  readonly #editor: Editor
  readonly #wantsMotion: () => boolean
  readonly #held = new Map<string, Held>()

  constructor(editor: Editor, wantsMotion: () => boolean) {
    this.#editor = editor
    this.#wantsMotion = wantsMotion
  }

  /** Somebody holds the shape of this entity there (page point of its upper left corner). */
  hold(id: string, to: Point, nowMs: number): void {
    const held = this.#held.get(id)
    if (held?.element.isConnected) {
      held.phase = { at: 'hand' }
      held.glide = glideTo(held.glide, to, nowMs, this.#ms(GLIDE_MS))
      return
    }
    const from = this.#recordPlace(id)
    const element = this.#editor.getContainer().querySelector<HTMLElement>(`[data-shape-id="${shapeIdOf(id)}"]`)
    if (!element || !from) return
    element.classList.add(IN_HAND)
    this.#held.set(id, { element, glide: glideTo(restAt(from), to, nowMs, this.#ms(GLIDE_MS)), phase: { at: 'hand' } })
  }

  /** Where it is drawn now; null if it is not in anybody's hand. */
  placeOf(id: string, nowMs: number): Point | null {
    const held = this.#held.get(id)
    return held ? placeAt(held.glide, nowMs) : null
  }

  /** Moves everything to where it is now. `inHand`: what is still held. Returns whether more is to come by itself. */
  draw(inHand: ReadonlySet<string>, nowMs: number): boolean {
    let moves = false
    for (const [id, held] of this.#held) {
      const record = this.#recordPlace(id)
      const isOver = !record || !held.element.isConnected || (!inHand.has(id) && this.#hasSettled(held, record, nowMs))
      if (isOver) {
        release(held.element)
        this.#held.delete(id)
        continue
      }
      const at = placeAt(held.glide, nowMs)
      // The layer of shapes is scaled as a whole, so page units are right here.
      held.element.style.translate = `${at.x - record.x}px ${at.y - record.y}px`
      if (held.phase.at !== 'hand' || !isAtRest(held.glide, nowMs)) moves = true
    }
    return moves
  }

  releaseAll(): void {
    for (const { element } of this.#held.values()) release(element)
    this.#held.clear()
  }

  #hasSettled(held: Held, record: Point, nowMs: number): boolean {
    if (held.phase.at === 'hand') held.phase = { at: 'waiting', record, untilMs: nowMs + WAIT_FOR_DROP_MS }
    if (held.phase.at === 'waiting') {
      const hasMoved = record.x !== held.phase.record.x || record.y !== held.phase.record.y
      if (hasMoved || nowMs >= held.phase.untilMs) held.phase = { at: 'settling' }
    }
    if (held.phase.at !== 'settling') return false
    held.glide = glideTo(held.glide, record, nowMs, this.#ms(SETTLE_MS))
    return isAtRest(held.glide, nowMs)
  }

  /** Page point of a shape's upper left corner, by the record. */
  #recordPlace(id: string): Point | null {
    const shapeId: TLShapeId = shapeIdOf(id)
    return this.#editor.getShape(shapeId) ? this.#editor.getShapePageTransform(shapeId).point() : null
  }

  #ms(durationMs: number): number {
    return this.#wantsMotion() ? durationMs : 0
  }
}

function release(element: HTMLElement): void {
  element.classList.remove(IN_HAND)
  element.style.translate = ''
}
