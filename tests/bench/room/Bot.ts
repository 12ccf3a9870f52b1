// One person of the load: a bare socket that edits a drawing of its own and moves a pointer, or only watches. What it
// sends carries marks; what it receives is searched for them, without decoding.
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  encodePresence,
  encodeRoomText,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
} from '../../../server/rooms/encodeMessage.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts'

/** When each mark was sent, over all bots of a run. */
export class Marks {
  private readonly sentMs: number[] = []
  readonly delaysMs: number[] = []

  next(): string {
    this.sentMs.push(performance.now())
    return `~m${String(this.sentMs.length - 1).padStart(7, '0')}`
  }

  get sentCount(): number {
    return this.sentMs.length
  }

  readFrom(data: Buffer): void {
    const nowMs = performance.now()
    for (let at = data.indexOf('~m'); at >= 0; at = data.indexOf('~m', at + 9)) {
      const sentMs = this.sentMs[Number(data.toString('latin1', at + 2, at + 9))]
      if (sentMs !== undefined) this.delaysMs.push(nowMs - sentMs)
    }
  }
}

export class Bot {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  /** Set for those who look for marks. */
  marks: Marks | null = null
  savedDelaysMs: number[] = []
  private readonly record = new Y.Map<unknown>()
  private presenceClock = 0
  private sentMessages = 0
  private readonly sentMs = new Map<number, number>()

  constructor(url: string, token: string | null) {
    this.socket = new WebSocket(url, token === null ? [] : ['journeyboard', `token.${token}`], {
      perMessageDeflate: false,
    })
    this.socket.on('error', () => {})
    this.socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === 0) this.answerStep1()
      else if (data[0] === 4) this.readSaved(data)
      else this.marks?.readFrom(data)
    })
    this.doc.on('update', (update: Uint8Array) => this.sendDocument(encodeUpdate(update)))
  }

  /** Resolves when the socket is open; says hello and asks for the board if told to. */
  async open(asksForBoard: boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('open', () => resolve())
      this.socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
    })
    this.socket.send(
      encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: this.doc.clientID })),
    )
    if (asksForBoard) this.socket.send(encodeSyncStep1(new Uint8Array([0])))
  }

  start(): void {
    this.doc.getMap('drawings').set(`shape:bot${this.doc.clientID}`, this.record)
  }

  edit(mark: string): void {
    this.record.set('mark', mark)
  }

  movePointer(): void {
    const json = new TextEncoder().encode(
      JSON.stringify({ cursor: { x: Math.random() * 2_000, y: Math.random() * 2_000 } }),
    )
    this.socket.send(encodePresence([{ clientId: this.doc.clientID, clock: ++this.presenceClock, json }]))
  }

  close(): void {
    this.socket.removeAllListeners('message')
    this.socket.terminate()
  }

  private answerStep1(): void {
    this.sendDocument(encodeSyncStep2(new Uint8Array([0, 0])))
  }

  private sendDocument(bytes: Uint8Array): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    this.sentMs.set(++this.sentMessages, performance.now())
    this.socket.send(bytes)
  }

  private readSaved(data: Buffer): void {
    const count = /"type":"saved","count":(\d+)/.exec(data.toString('latin1'))?.[1]
    if (count === undefined) return
    const nowMs = performance.now()
    for (const [number, sentMs] of this.sentMs) {
      if (number > Number(count)) continue
      this.savedDelaysMs.push(nowMs - sentMs)
      this.sentMs.delete(number)
    }
  }
}
