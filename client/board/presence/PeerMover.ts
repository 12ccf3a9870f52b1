// Moves what others do over the canvas: pointers, cards in their hands, frames around what they write in. Works on
// elements that React has made, by transforms only and once a frame; the cost is that of the people in view. The store
// is never touched: a card in somebody's hand is drawn elsewhere by style, its record stays where the document says.
import { react } from '@tldraw/state'
import type { Box, Editor, TLShapeId } from 'tldraw'
import type { Point } from '../../../shared/journey/Board.ts'
import type { Presence } from '../../../shared/protocol/messages.ts'
import type { BoardSession } from '../BoardSession.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { isTranslating } from '../tldrawSeam.tsx'
import { type Glide, GLIDE_MS, glideTo, isAtRest, placeAt, restAt } from './glide.ts'

/** After the drop a card stays in the air this long if the document has not moved it yet, ms. */
const LANDING_MS = 400
/** A pointer this far outside is still drawn: its name may reach in. px */
const MARGIN = 160
/** Only the header of a whole map is framed while somebody writes in it. px at zoom 1 */
const MAP_HEADER_HEIGHT = 66
const IN_HAND = 'in-others-hand'

interface Held {
  readonly element: HTMLElement
  glide: Glide
  /** Set when it was let go: where the record was then, and until when it waits to be moved. */
  landing: { readonly at: Point; readonly untilMs: number } | null
}

export type MarkKind = 'cursor' | 'ghost' | 'tag' | 'frame'

interface Camera extends Point {
  readonly z: number
}

export class PeerMover {
  readonly #editor: Editor
  readonly #session: BoardSession
  readonly #reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  /** Elements by kind and by whom or what they stand for. */
  readonly #marks = new Map<string, HTMLElement>()
  readonly #cursors = new Map<number, Glide>()
  readonly #held = new Map<string, Held>()
  #frame = 0

  constructor(editor: Editor, session: BoardSession) {
    this.#editor = editor
    this.#session = session
  }

  /** Follows presence and camera from now on. Returns the way to stop; then nothing is held any more. */
  start(): () => void {
    const stop = react('presence moves', () => {
      this.#editor.getCamera()
      this.#editor.getViewportScreenBounds()
      this.#session.connection.peers.get()
      this.#schedule()
    })
    return () => {
      stop()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      for (const held of this.#held.values()) release(held.element)
      this.#held.clear()
    }
  }

  /** Ref callback of an element; null takes it off again. */
  register(kind: MarkKind, key: string, element: HTMLElement | null): void {
    const name = `${kind}/${key}`
    if (!element) this.#marks.delete(name)
    else {
      this.#marks.set(name, element)
      this.#schedule()
    }
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame((nowMs) => {
      this.#frame = 0
      if (this.#draw(nowMs)) this.#schedule()
    })
  }

  /** Returns whether something is still moving by itself. */
  #draw(nowMs: number): boolean {
    const camera = this.#editor.getCamera()
    const peers = this.#session.connection.peers.get()
    const cursorsMove = this.#drawCursors(peers, camera, nowMs)
    const cardsMove = this.#drawHeld(peers, camera, nowMs)
    this.#drawFrames(camera)
    return cursorsMove || cardsMove
  }

  get #glideMs(): number {
    return this.#reducedMotion.matches ? 0 : GLIDE_MS
  }

  #drawCursors(peers: ReadonlyMap<number, Presence>, camera: Camera, nowMs: number): boolean {
    const { w, h } = this.#editor.getViewportScreenBounds()
    let moves = false
    for (const [clientId, { cursor }] of peers) {
      const element = this.#marks.get(`cursor/${clientId}`)
      if (!cursor || !element) {
        this.#cursors.delete(clientId)
        continue
      }
      const before = this.#cursors.get(clientId)
      const glide = before ? glideTo(before, cursor, nowMs, this.#glideMs) : restAt(cursor)
      this.#cursors.set(clientId, glide)
      const at = toScreen(placeAt(glide, nowMs), camera)
      const isInView = at.x > -MARGIN && at.y > -MARGIN && at.x < w + MARGIN && at.y < h + MARGIN
      element.style.visibility = isInView ? 'visible' : 'hidden'
      if (isInView) moveTo(element, at)
      if (isInView && !isAtRest(glide, nowMs)) moves = true
    }
    for (const clientId of this.#cursors.keys()) if (!peers.has(clientId)) this.#cursors.delete(clientId)
    return moves
  }

  #drawHeld(peers: ReadonlyMap<number, Presence>, camera: Camera, nowMs: number): boolean {
    const inHand = new Set<string>()
    for (const [clientId, { drag }] of peers) {
      drag?.forEach((one, at) => {
        // What I hold myself follows my own hand.
        if (inHand.has(one.id) || this.#isInOwnHand(shapeIdOf(one.id))) return
        inHand.add(one.id)
        this.#hold(one.id, one, nowMs)
        const tag = at === 0 ? this.#marks.get(`tag/${clientId}`) : undefined
        if (tag) moveTo(tag, toScreen(this.#heldAt(one.id, one, nowMs), camera))
      })
    }
    let moves = false
    for (const [id, held] of this.#held) {
      if (!inHand.has(id) && this.#hasLanded(id, held, nowMs)) {
        release(held.element)
        this.#held.delete(id)
        continue
      }
      this.#carry(id, held, nowMs)
      this.#drawGhost(id, camera)
      if (held.landing || !isAtRest(held.glide, nowMs)) moves = true
    }
    return moves
  }

  #isInOwnHand(shapeId: TLShapeId): boolean {
    return isTranslating(this.#editor) && this.#editor.getSelectedShapeIds().includes(shapeId)
  }

  #hold(id: string, to: Point, nowMs: number): void {
    const held = this.#held.get(id)
    if (held?.element.isConnected) {
      held.landing = null
      held.glide = glideTo(held.glide, to, nowMs, this.#glideMs)
      return
    }
    const element = this.#editor.getContainer().querySelector<HTMLElement>(`[data-shape-id="${shapeIdOf(id)}"]`)
    const from = this.#recordPlace(id)
    if (!element || !from) return
    element.classList.add(IN_HAND)
    this.#held.set(id, { element, glide: glideTo(restAt(from), to, nowMs, this.#glideMs), landing: null })
  }

  #heldAt(id: string, fallback: Point, nowMs: number): Point {
    const held = this.#held.get(id)
    return held ? placeAt(held.glide, nowMs) : fallback
  }

  /** Page point of a shape's upper left corner, by the record. */
  #recordPlace(id: string): Point | null {
    const shapeId = shapeIdOf(id)
    return this.#editor.getShape(shapeId) ? this.#editor.getShapePageTransform(shapeId).point() : null
  }

  #carry(id: string, held: Held, nowMs: number): void {
    const record = this.#recordPlace(id)
    if (!record) return
    const at = placeAt(held.glide, nowMs)
    // The layer of shapes is scaled as a whole, so page units are right here.
    held.element.style.translate = `${at.x - record.x}px ${at.y - record.y}px`
  }

  /** Presence may say "let go" a moment before the document says where to: without a wait the card would jump back. */
  #hasLanded(id: string, held: Held, nowMs: number): boolean {
    const record = this.#recordPlace(id)
    if (!record || !held.element.isConnected) return true
    held.landing ??= { at: record, untilMs: nowMs + LANDING_MS }
    const { at, untilMs } = held.landing
    return nowMs >= untilMs || record.x !== at.x || record.y !== at.y
  }

  #drawGhost(id: string, camera: Camera): void {
    const ghost = this.#marks.get(`ghost/${id}`)
    const bounds = this.#editor.getShapePageBounds(shapeIdOf(id))
    if (ghost && bounds) placeOver(ghost, bounds, camera)
  }

  #drawFrames(camera: Camera): void {
    for (const [name, element] of this.#marks) {
      if (!name.startsWith('frame/')) continue
      const shapeId = shapeIdOf(name.slice('frame/'.length))
      const bounds = this.#editor.getShapePageBounds(shapeId)
      element.style.visibility = bounds ? 'visible' : 'hidden'
      if (!bounds) continue
      if (this.#editor.getShape(shapeId)?.type !== 'journey-map') placeOver(element, bounds, camera)
      else placeOver(element, { x: bounds.x, y: bounds.y, w: bounds.w, h: MAP_HEADER_HEIGHT }, camera)
    }
  }
}

function toScreen(point: Point, camera: Camera): Point {
  return { x: (point.x + camera.x) * camera.z, y: (point.y + camera.y) * camera.z }
}

function moveTo(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x}px, ${y}px)`
}

function placeOver(element: HTMLElement, bounds: Pick<Box, 'x' | 'y' | 'w' | 'h'>, camera: Camera): void {
  moveTo(element, toScreen(bounds, camera))
  element.style.width = `${bounds.w * camera.z}px`
  element.style.height = `${bounds.h * camera.z}px`
}

function release(element: HTMLElement): void {
  element.classList.remove(IN_HAND)
  element.style.translate = ''
}
