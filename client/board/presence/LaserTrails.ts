// Draws the laser pointers of others as fading lines over the canvas. Works on SVG paths of its own, once a frame and
// only while there is a line; React renders nothing for it.
import { react } from '@tldraw/state'
import type { Editor } from 'tldraw'
import type { BoardSession } from '../BoardSession.ts'
import { goOn, type LaserTrail, noTrail, trailPath } from './laserTrail.ts'

interface DrawnTrail {
  trail: LaserTrail
  readonly path: SVGPathElement
}

export class LaserTrails {
  readonly #editor: Editor
  readonly #session: BoardSession
  readonly #svg: SVGSVGElement
  readonly #drawn = new Map<number, DrawnTrail>()
  #frame = 0

  constructor(editor: Editor, session: BoardSession, svg: SVGSVGElement) {
    this.#editor = editor
    this.#session = session
    this.#svg = svg
  }

  /** Follows presence from now on. Returns the way to stop. */
  start(): () => void {
    const stop = react('lasers', () => {
      for (const [clientId, { laser }] of this.#session.connection.peers.get())
        if (laser === true && !this.#drawn.has(clientId)) this.#begin(clientId)
      if (this.#drawn.size > 0) this.#schedule()
    })
    return () => {
      stop()
      cancelAnimationFrame(this.#frame)
      this.#svg.replaceChildren()
    }
  }

  #begin(clientId: number): void {
    const person = this.#session.connection.participantOfClient(clientId)
    if (!person) return
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const slot = this.#session.markOf(person.department)?.slot
    path.style.stroke = slot === undefined ? 'var(--ink-2)' : `var(--dept-${slot})`
    this.#svg.append(path)
    this.#drawn.set(clientId, { trail: noTrail, path })
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame((nowMs) => {
      this.#frame = 0
      this.#draw(nowMs)
      if (this.#drawn.size > 0) this.#schedule()
    })
  }

  #draw(nowMs: number): void {
    const { x, y, z } = this.#editor.getCamera()
    const peers = this.#session.connection.peers.get()
    for (const [clientId, drawn] of this.#drawn) {
      const { laser, cursor } = peers.get(clientId) ?? {}
      drawn.trail = goOn(drawn.trail, laser === true ? (cursor ?? null) : null, nowMs)
      if (drawn.trail.points.length === 0 && laser !== true) {
        drawn.path.remove()
        this.#drawn.delete(clientId)
        continue
      }
      drawn.path.setAttribute(
        'd',
        trailPath(drawn.trail, (point) => ({ x: (point.x + x) * z, y: (point.y + y) * z })),
      )
    }
  }
}
