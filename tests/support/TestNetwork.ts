// Several people with a copy of one board each and a wire that the test controls: changes wait on the wire until they are
// delivered, in the order they were sent between two people but in any order among them. Who is offline gets nothing and
// sends nothing; coming back, both sides exchange what the other lacks, as the real protocol does.
import * as Y from 'yjs'
import { undoableRoots } from '../../client/board/undo/UndoHistory.ts'
import { BoardModel } from '../../shared/journey/BoardModel.ts'
import { mendAfterUndo } from '../../shared/journey/edit/mendAfterUndo.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'

export class TestPeer {
  readonly name: string
  doc: Y.Doc
  target: EditTarget
  undo: Y.UndoManager
  /** Kept up to date change by change, as a client does it. */
  model: BoardModel
  isOnline = true
  /** Everything this peer has applied, in order, as if saved on its disk. */
  readonly saved: Uint8Array[] = []
  readonly #send: (from: TestPeer, update: Uint8Array) => void
  #lives = 0
  readonly #number: number

  constructor(name: string, number: number, send: (from: TestPeer, update: Uint8Array) => void) {
    this.name = name
    this.#number = number
    this.#send = send
    this.doc = this.#open()
    this.target = { doc: this.doc, origin: { name } }
    this.undo = this.#watch()
    this.model = new BoardModel(this.doc)
  }

  /** The page is loaded again: a new copy from what was saved, a new client id, no history. */
  reload(): void {
    this.model.destroy()
    this.doc.destroy()
    this.doc = this.#open()
    for (const update of this.saved) Y.applyUpdate(this.doc, update, 'saved')
    this.target = { doc: this.doc, origin: { name: this.name } }
    this.undo = this.#watch()
    this.model = new BoardModel(this.doc)
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'wire')
  }

  #open(): Y.Doc {
    const doc = new Y.Doc()
    // The same ids in every run: who wins a tie must not change with the clock.
    doc.clientID = 1_000 * this.#number + this.#lives++
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'saved') return
      this.saved.push(update)
      if (origin !== 'wire') this.#send(this, update)
    })
    return doc
  }

  #watch(): Y.UndoManager {
    const scope = undoableRoots.map((root) => this.doc.getMap(root))
    const undo = new Y.UndoManager(scope, { trackedOrigins: new Set([this.target.origin]), captureTimeout: 0 })
    mendAfterUndo(undo)
    return undo
  }
}

export class TestNetwork {
  readonly peers: readonly TestPeer[]
  /** `from>to` → changes on the wire, oldest first. */
  readonly #wires = new Map<string, Uint8Array[]>()

  constructor(names: readonly string[]) {
    this.peers = names.map((name, at) => new TestPeer(name, at + 1, (from, update) => this.#send(from, update)))
  }

  /** Wires with something on them. */
  get busy(): string[] {
    return [...this.#wires].filter(([, waiting]) => waiting.length > 0).map(([wire]) => wire)
  }

  #send(from: TestPeer, update: Uint8Array): void {
    if (!from.isOnline) return
    for (const to of this.peers) {
      if (to === from || !to.isOnline) continue
      const wire = `${from.name}>${to.name}`
      this.#wires.set(wire, [...(this.#wires.get(wire) ?? []), update])
    }
  }

  /** Delivers the oldest change of one wire. */
  deliver(wire: string): void {
    const update = this.#wires.get(wire)?.shift()
    const to = this.peers.find((peer) => wire.endsWith(`>${peer.name}`))
    if (update && to) to.receive(update)
  }

  disconnect(peer: TestPeer): void {
    peer.isOnline = false
    for (const wire of this.#wires.keys()) if (wire.split('>').includes(peer.name)) this.#wires.delete(wire)
  }

  /** Sync steps 1 and 2 with everybody who is there. */
  connect(peer: TestPeer): void {
    if (peer.isOnline) return
    peer.isOnline = true
    for (const other of this.peers) {
      if (other === peer || !other.isOnline) continue
      other.receive(Y.encodeStateAsUpdate(peer.doc, Y.encodeStateVector(other.doc)))
      peer.receive(Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(peer.doc)))
    }
  }

  /** A reload loses what is on the wire to this peer, and comes back from what was saved. */
  reload(peer: TestPeer): void {
    const wasOnline = peer.isOnline
    this.disconnect(peer)
    peer.reload()
    if (wasOnline) this.connect(peer)
  }

  /** Everybody back, everything delivered. What one peer got offline reaches the others by a second exchange. */
  settle(): void {
    for (const peer of this.peers) this.connect(peer)
    while (this.busy.length > 0) for (const wire of this.busy) this.deliver(wire)
    for (const peer of this.peers) {
      this.disconnect(peer)
      this.connect(peer)
    }
  }

  destroy(): void {
    for (const peer of this.peers) {
      peer.model.destroy()
      peer.doc.destroy()
    }
  }
}
