// Moves what others do over the canvas: pointers, cards in their hands, frames around what they write in. Works on
// elements that React has made, by transforms only and once a frame; the cost is that of the people in view. Writes
// neither to the store nor to the document.
import { react } from '@tldraw/state'
import type { Box, Editor } from 'tldraw'
import type { Point } from '../../../shared/journey/Board.ts'
import type { Presence } from '../../../shared/protocol/messages.ts'
import type { BoardSession } from '../BoardSession.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { isTranslating } from '../tldrawSeam.tsx'
import { HeldShapes } from './HeldShapes.ts'
import { type Glide, GLIDE_MS, glideTo, isAtRest, placeAt, restAt } from './peerGlide.ts'

/** A pointer this far outside is still drawn: its name may reach in. px */
const MARGIN = 160
/** Only the header of a whole map is framed while somebody writes in it. px at zoom 1 */
const MAP_HEADER_HEIGHT = 66

export type MarkKind = 'cursor' | 'tag' | 'frame'

type Peers = ReadonlyMap<number, Presence>
interface Camera extends Point {
  readonly z: number
}

export class PeerMover {
  readonly #editor: Editor
  readonly #session: BoardSession
  readonly #reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  readonly #held: HeldShapes
  /** Elements by kind and by whom or what they stand for. */
  readonly #marks = new Map<string, HTMLElement>()
  readonly #cursors = new Map<number, Glide>()
  #frame = 0

  constructor(editor: Editor, session: BoardSession) {
    this.#editor = editor
    this.#session = session
    this.#held = new HeldShapes(editor, () => !this.#reducedMotion.matches)
  }

  /** Follows presence, camera and board from now on. Returns the way to stop; then nothing is held any more. */
  start(): () => void {
    const stop = react('presence moves', () => {
      this.#editor.getCamera()
      this.#editor.getViewportScreenBounds()
      this.#session.connection.peers.get()
      this.#schedule()
    })
    // A card that somebody writes in may be moved by the layout; a card in a hand may land.
    const stopStore = this.#editor.store.listen(() => this.#hasMarks && this.#schedule(), { scope: 'document' })
    return () => {
      stop()
      stopStore()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      this.#held.releaseAll()
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

  /** Something on the screen hangs on shapes, not only on people. */
  get #hasMarks(): boolean {
    return [...this.#marks.keys()].some((name) => !name.startsWith('cursor/'))
  }

  #schedule(): void {
    // On a page in the background no frame comes: nothing is drawn there.
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

  #drawCursors(peers: Peers, camera: Camera, nowMs: number): boolean {
    const { w, h } = this.#editor.getViewportScreenBounds()
    const glideMs = this.#reducedMotion.matches ? 0 : GLIDE_MS
    let moves = false
    for (const [clientId, { cursor }] of peers) {
      const element = this.#marks.get(`cursor/${clientId}`)
      if (!cursor || !element) {
        this.#cursors.delete(clientId)
        continue
      }
      const before = this.#cursors.get(clientId)
      const glide = before ? glideTo(before, cursor, nowMs, glideMs) : restAt(cursor)
      this.#cursors.set(clientId, glide)
      const at = toScreen(placeAt(glide, nowMs), camera)
      const isInView = at.x > -MARGIN && at.y > -MARGIN && at.x < w + MARGIN && at.y < h + MARGIN
      show(element, isInView)
      if (isInView) moveTo(element, at)
      if (isInView && !isAtRest(glide, nowMs)) moves = true
    }
    for (const clientId of this.#cursors.keys()) if (!peers.has(clientId)) this.#cursors.delete(clientId)
    return moves
  }

  #drawHeld(peers: Peers, camera: Camera, nowMs: number): boolean {
    const inHand = new Set<string>()
    for (const [clientId, presence] of peers) {
      const { drag } = presence
      if (!drag || drag.length === 0) continue
      for (const one of drag) {
        // What I hold myself follows my own hand; of two others the first is shown.
        if (inHand.has(one.id) || this.#isInOwnHand(one.id)) continue
        inHand.add(one.id)
        this.#held.hold(one.id, one, nowMs)
      }
      this.#drawTag(clientId, presence, camera, nowMs)
    }
    return this.#held.draw(inHand, nowMs)
  }

  #isInOwnHand(id: string): boolean {
    return isTranslating(this.#editor) && this.#editor.getSelectedShapeIds().includes(shapeIdOf(id))
  }

  #drawTag(clientId: number, { drag }: Presence, camera: Camera, nowMs: number): void {
    const [first] = drag ?? []
    const tag = this.#marks.get(`tag/${clientId}`)
    if (tag && first) moveTo(tag, toScreen(this.#held.placeOf(first.id, nowMs) ?? first, camera))
  }

  #drawFrames(camera: Camera): void {
    for (const [name, element] of this.#marks) {
      if (!name.startsWith('frame/')) continue
      const shapeId = shapeIdOf(name.slice('frame/'.length))
      const bounds = this.#editor.getShapePageBounds(shapeId)
      show(element, bounds !== undefined)
      if (!bounds) continue
      const isMap = this.#editor.getShape(shapeId)?.type === 'journey-map'
      placeOver(element, { x: bounds.x, y: bounds.y, w: bounds.w, h: isMap ? MAP_HEADER_HEIGHT : bounds.h }, camera)
    }
  }
}

type Rectangle = Pick<Box, 'x' | 'y' | 'w' | 'h'>

function toScreen(point: Point, camera: Camera): Point {
  return { x: (point.x + camera.x) * camera.z, y: (point.y + camera.y) * camera.z }
}

function show(element: HTMLElement, isShown: boolean): void {
  element.style.visibility = isShown ? 'visible' : 'hidden'
}

function moveTo(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x}px, ${y}px)`
}

function placeOver(element: HTMLElement, bounds: Rectangle, camera: Camera): void {
  moveTo(element, toScreen(bounds, camera))
  element.style.width = `${bounds.w * camera.z}px`
  element.style.height = `${bounds.h * camera.z}px`
}
