// One person of the load: edits a drawing of its own and moves a pointer, or only watches.
import * as Y from 'yjs'
import { encodePresence, encodeRoomText, encodeSyncStep2, encodeUpdate } from '../../../server/rooms/encodeMessage.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts'
import { RawSocket } from './RawSocket.ts'

const SAVED = Buffer.from('"saved","count":')
const textEncoder = new TextEncoder()

export class Bot {
  readonly doc = new Y.Doc()
  readonly socket: RawSocket
  savedDelaysMs: number[] = []
  private readonly record = new Y.Map<unknown>()
  private presenceClock = 0
  private sentMessages = 0
  private savedMessages = 0
  private readonly sentMs = new Map<number, number>()

  private constructor(socket: RawSocket) {
    this.socket = socket
    this.doc.on('update', (update: Uint8Array) => this.sendDocument(encodeUpdate(update)))
  }

  /** Opens the socket, says hello and that it has nothing from offline. It does not ask for the board. */
  static async join(url: string, token: string | null): Promise<Bot> {
    const bot = new Bot(await RawSocket.open(url, token))
    bot.socket.send(
      encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: bot.doc.clientID })),
    )
    bot.sendDocument(encodeSyncStep2(new Uint8Array([0, 0])))
    return bot
  }

  /** From now on it writes, and looks for "saved". */
  start(): void {
    this.socket.onBytes = (bytes) => this.readSaved(bytes)
    this.doc.getMap('drawings').set(`shape:bot${this.doc.clientID}`, this.record)
  }

  edit(mark: string): void {
    this.record.set('mark', mark)
  }

  movePointer(): void {
    const json = textEncoder.encode(`{"cursor":{"x":${Math.random() * 2_000},"y":${Math.random() * 2_000}}}`)
    this.socket.send(encodePresence([{ clientId: this.doc.clientID, clock: ++this.presenceClock, json }]))
  }

  /** Resolves when everything sent so far is saved. */
  async whenSaved(): Promise<void> {
    while (this.savedMessages < this.sentMessages) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  private sendDocument(bytes: Uint8Array): void {
    this.sentMs.set(++this.sentMessages, performance.now())
    this.socket.send(bytes)
  }

  /** One that lies across two reads is made up for by the next. */
  private readSaved(bytes: Buffer): void {
    const at = bytes.lastIndexOf(SAVED)
    if (at < 0) return
    const count = Number.parseInt(bytes.toString('latin1', at + SAVED.length, at + SAVED.length + 10), 10)
    const nowMs = performance.now()
    for (; this.savedMessages < count;) {
      const sentMs = this.sentMs.get(++this.savedMessages)
      if (sentMs !== undefined) this.savedDelaysMs.push(nowMs - sentMs)
      this.sentMs.delete(this.savedMessages)
    }
  }
}
