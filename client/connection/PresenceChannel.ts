// Own presence out, at most 30 times a second and not at all while nothing changes; everybody else's in, handed on at
// most once a frame however many messages came. The cost of a frame grows with who moved, not with who is here.
import { type Atom, atom, type Signal } from '@tldraw/state'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type Presence, presenceSchema } from '../../shared/protocol/messages.ts'
import { boundPresence } from './boundPresence.ts'

const SEND_EVERY_MS = 1000 / 30
/** Nobody is watching: often enough for the first who comes. */
const SEND_ALONE_EVERY_MS = 1000
/** The visible part of the page travels with whatever is sent anyway; by itself this often. */
const SEND_VIEW_EVERY_MS = 500

export type RequestFrame = (callback: () => void) => void

export class PresenceChannel {
  readonly peers: Signal<ReadonlyMap<number, Presence>>
  readonly #peers: Atom<ReadonlyMap<number, Presence>> = atom('peers', new Map())
  readonly #requestFrame: RequestFrame
  #awareness: Awareness
  #own: Presence = {}
  #sentJson = '{}'
  #lastSentMs = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined
  #timerDueMs = Number.POSITIVE_INFINITY
  #moved = new Set<number>()

  constructor(doc: Y.Doc, requestFrame: RequestFrame) {
    this.peers = this.#peers
    this.#requestFrame = requestFrame
    this.#awareness = this.#watch(new Awareness(doc))
  }

  get awareness(): Awareness {
    return this.#awareness
  }

  /** The document was replaced: the same hands under a new client id. */
  attach(doc: Y.Doc): void {
    this.#awareness.destroy()
    this.#moved.clear()
    this.#peers.set(new Map())
    this.#awareness = this.#watch(new Awareness(doc))
    this.#sentJson = '{}'
    this.#schedule(SEND_EVERY_MS)
  }

  /** Changes the named parts; null clears one. What is unchanged costs nothing. */
  set(part: Partial<Presence>): void {
    this.#own = { ...this.#own, ...part }
    const isViewOnly = Object.keys(part).every((key) => key === 'view')
    if (this.#awareness.getStates().size <= 1) this.#schedule(SEND_ALONE_EVERY_MS)
    else this.#schedule(isViewOnly ? SEND_VIEW_EVERY_MS : SEND_EVERY_MS)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#awareness.destroy()
  }

  /** Sends when `everyMs` have passed since the last time: now, or once at that moment (the trailing edge). */
  #schedule(everyMs: number): void {
    const nowMs = performance.now()
    const dueMs = Math.max(nowMs, this.#lastSentMs + everyMs)
    if (dueMs <= nowMs) {
      this.#send(nowMs)
      return
    }
    if (dueMs >= this.#timerDueMs) return
    clearTimeout(this.#timer)
    this.#timerDueMs = dueMs
    this.#timer = setTimeout(() => this.#send(performance.now()), dueMs - nowMs)
  }

  #send(nowMs: number): void {
    clearTimeout(this.#timer)
    this.#timerDueMs = Number.POSITIVE_INFINITY
    const state = boundPresence(this.#own)
    const json = JSON.stringify(state)
    if (json === this.#sentJson) return
    this.#sentJson = json
    this.#lastSentMs = nowMs
    this.#awareness.setLocalState(state)
  }

  #watch(awareness: Awareness): Awareness {
    awareness.on('change', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const wasIdle = this.#moved.size === 0
      for (const clientId of [...added, ...updated, ...removed]) {
        if (clientId !== awareness.clientID) this.#moved.add(clientId)
      }
      if (wasIdle && this.#moved.size > 0) this.#requestFrame(() => this.#handOn())
    })
    return awareness
  }

  #handOn(): void {
    if (this.#moved.size === 0) return
    const peers = new Map(this.#peers.get())
    const states = this.#awareness.getStates()
    for (const clientId of this.#moved) {
      const parsed = presenceSchema.safeParse(states.get(clientId))
      // What another client sends may be anything; what cannot be read is not shown.
      if (parsed.success) peers.set(clientId, parsed.data)
      else peers.delete(clientId)
    }
    this.#moved.clear()
    this.#peers.set(peers)
  }
}
