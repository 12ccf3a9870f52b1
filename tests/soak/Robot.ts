// Somebody at a laptop for hours: writes, moves the pointer, reloads the page, closes the lid, loses the network. A stock
// client, so that what is tested is what the contract promises to everybody.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Random } from '../support/Random.ts'
import { addNote, noteText } from '../support/room/TestRoom.ts'

/** Of one robot. */
const MAX_NOTES = 5
/** Characters after which a note is written anew. */
const MAX_TEXT = 120

export interface Room {
  readonly url: string
  readonly token: string
}

export class Robot {
  readonly name: string
  doc = new Y.Doc()
  private provider: WebsocketProvider
  private readonly room: Room
  private readonly random: Random
  /** Called with the marks in what others wrote. */
  private readonly onMark: (mark: string) => void
  private notes = 0
  reloads = 0
  sleeps = 0
  cuts = 0

  constructor(name: string, room: Room, random: Random, onMark: (mark: string) => void) {
    this.name = name
    this.room = room
    this.random = random
    this.onMark = onMark
    this.provider = this.connect()
  }

  get isConnected(): boolean {
    return this.provider.wsconnected && this.provider.synced
  }

  /** One thing somebody does in a second or so. */
  act(mark: string): boolean {
    this.provider.awareness.setLocalStateField('cursor', { x: this.random.below(4_000), y: this.random.below(2_000) })
    const cards = this.doc.getMap<Y.Map<unknown>>('cards')
    const own = [...cards.keys()].filter((id) => id.startsWith(this.name))
    if (own.length === 0 || (own.length < MAX_NOTES && this.random.below(4) === 0)) {
      addNote(this.doc, `${this.name}n${this.notes++}x${this.doc.clientID}`, mark)
      return this.isConnected
    }
    const id = own[this.random.below(own.length)] ?? ''
    if (this.random.below(20) === 0) {
      cards.delete(id)
      return false
    }
    const text = noteText(this.doc, id)
    if (text.length > MAX_TEXT) text.delete(0, text.length)
    text.insert(text.length, ` ${mark}`)
    return this.isConnected
  }

  /** The page is loaded again: everything comes from the server. */
  reload(): void {
    this.reloads++
    this.leave()
    this.doc = new Y.Doc()
    this.provider = this.connect()
  }

  /** The lid is closed. */
  sleep(): void {
    this.sleeps++
    this.provider.disconnect()
  }

  wake(): void {
    this.provider.connect()
  }

  /** The network is gone without a word. */
  cut(): void {
    this.cuts++
    ;(this.provider.ws as unknown as WebSocket | null)?.terminate()
  }

  leave(): void {
    this.provider.destroy()
    this.provider.awareness.destroy()
    this.doc.destroy()
  }

  private connect(): WebsocketProvider {
    const { doc } = this
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      // What comes with the first answer is what was missed, not what somebody writes now.
      if (origin !== this.provider || !this.provider.synced) return
      for (const [mark] of Buffer.from(update)
        .toString('latin1')
        .matchAll(/~m\d{9}/g))
        this.onMark(mark)
    })
    return new WebsocketProvider(this.room.url, 'board', doc, {
      protocols: ['journeyboard', `token.${this.room.token}`],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
  }
}
