// Undo and redo of what this person did, and of nothing else. Yjs keeps the steps; tldraw's own history is used only to
// take back a gesture in progress (Escape), because its undo writes whole old records over what others changed since.
import { atom, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import { mendAfterUndo } from '../../../shared/journey/edit/mendAfterUndo.ts'
import { cardsWrittenByOthers } from './cardsWrittenByOthers.ts'

export const undoableRoots = ['journeys', 'stages', 'lanes', 'cards', 'emotions', 'drawings', 'clusters'] as const

/** Steps kept. Each pins what it deleted in memory; nobody goes back further by keyboard. */
export const MAX_UNDO_STEPS = 100
/** Typing without a pause this long is one step, ms. Everything else is cut into steps by `stop`. */
const TYPING_PAUSE_MS = 500

export type UndoResult = 'done' | 'nothing' | 'othersWroteInIt' | 'notAllowed'
/** False: this step may not be taken back or done again now; it stays in the history. */
type StepCheck = (step: Step, doc: Y.Doc) => boolean
type Step = Y.UndoManager['undoStack'][number]

/** The history of one document; its own order is Yjs'. */
interface Part {
  readonly doc: Y.Doc
  readonly manager: Y.UndoManager
}
type Stack = 'undoStack' | 'redoStack'

export class UndoHistory {
  /** The board first, then what else this person writes in (own drafts). */
  #parts: Part[] = []
  /** When a step was made: the order of steps across documents. What was done together has one time. */
  readonly #times = new WeakMap<Step, number>()
  #time = 0
  #isTogether = false
  readonly #canUndo = atom('can undo', false)
  readonly #canRedo = atom('can redo', false)
  readonly canUndo: Signal<boolean> = this.#canUndo
  readonly canRedo: Signal<boolean> = this.#canRedo

  readonly #mayUndo: StepCheck

  constructor(edit: EditTarget, mayUndo: StepCheck = () => true) {
    this.#mayUndo = mayUndo
    this.watch(edit)
  }

  /** Steps in this document count from now on. Returns the way to forget it. */
  watch(edit: EditTarget): () => void {
    const manager = new Y.UndoManager(
      undoableRoots.map((root) => edit.doc.getMap(root)),
      { trackedOrigins: new Set([edit.origin]), captureTimeout: TYPING_PAUSE_MS },
    )
    mendAfterUndo(manager)
    manager.on('stack-item-added', ({ stackItem }) => {
      this.#times.set(stackItem, this.#isTogether ? this.#time : ++this.#time)
      // Something new was done: what was undone in the other documents cannot be done again either.
      if (!manager.undoing && !manager.redoing)
        for (const other of this.#parts) if (other.manager !== manager) other.manager.clear(false, true)
      this.#afterChange()
    })
    manager.on('stack-item-popped', this.#afterChange)
    manager.on('stack-cleared', this.#afterChange)
    const part = { doc: edit.doc, manager }
    this.#parts.push(part)
    return () => {
      this.#parts = this.#parts.filter((other) => other !== part)
      manager.destroy()
      this.#afterChange()
    }
  }

  /** What is written after this is a step of its own. Called where a gesture, a command or a field begins and ends. */
  stop(): void {
    for (const { manager } of this.#parts) manager.stopCapturing()
  }

  /** Runs edits as exactly one step. */
  step<T>(edits: () => T): T {
    this.stop()
    const result = this.#together(edits)
    this.stop()
    return result
  }

  /**
   * Takes back the last step. A step that made a card in which others have written since is left as it is and dropped
   * from the history, so that the next call reaches the step before it.
   */
  undo(): UndoResult {
    this.stop()
    return this.#together(() => {
      for (;;) {
        const at = this.#latest('undoStack')
        if (!at) return 'nothing'
        if (!this.#mayUndoAll('undoStack', at.step)) return 'notAllowed'
        if (cardsWrittenByOthers(at.part.doc, at.step.insertions).length > 0) {
          this.forget(at.step)
          return 'othersWroteInIt'
        }
        const isDone = this.#undoOne(at.part, at.step)
        const isRestDone = this.#undoRest(this.#times.get(at.step))
        if (isDone || isRestDone) return 'done'
      }
    })
  }

  redo(): UndoResult {
    this.stop()
    return this.#together(() => {
      const first = this.#latest('redoStack')
      if (!first) return 'nothing'
      if (!this.#mayUndoAll('redoStack', first.step)) return 'notAllowed'
      const time = this.#times.get(first.step)
      let isDone = false
      for (let at: typeof first | null = first; at; at = this.#latest('redoStack')) {
        if (this.#times.get(at.step) !== time) break
        isDone = at.part.manager.redo() !== null || isDone
      }
      return isDone ? 'done' : 'nothing'
    })
  }

  /** The step that would be undone next; hand it to `forget` to make it as if it had never been. */
  last(): Step | null {
    return this.#latest('undoStack')?.step ?? null
  }

  /** Drops a step without undoing it: a card that was made and left empty is no step. */
  forget(step: Step): void {
    this.#keep((other) => other !== step)
  }

  /** Makes one step of all that were made after this one (null: of all there are). Nothing if that one is gone. */
  joinSince(before: Step | null): void {
    if (before && !this.#has(before)) return
    const since = before ? this.#timeOf(before) : Number.NEGATIVE_INFINITY
    this.#join((step) => this.#timeOf(step) > since)
  }

  /** Makes one step of this one and all that were made after it. Nothing if it is gone. */
  joinFrom(step: Step): void {
    if (!this.#has(step)) return
    const since = this.#timeOf(step)
    this.#join((other) => this.#timeOf(other) >= since)
  }

  /** `isJoined`: the last ones of each document. The first of them stays and holds what all did. */
  #join(isJoined: (step: Step) => boolean): void {
    const time = ++this.#time
    for (const { manager } of this.#parts) {
      const [first, ...rest] = manager.undoStack.filter(isJoined)
      if (!first) continue
      first.insertions = Y.mergeDeleteSets([first.insertions, ...rest.map(({ insertions }) => insertions)])
      first.deletions = Y.mergeDeleteSets([first.deletions, ...rest.map(({ deletions }) => deletions)])
      manager.undoStack = [...manager.undoStack.filter((step) => !isJoined(step)), first]
      this.#times.set(first, time)
    }
  }

  /** Drops a step and everything after it; nothing if the step is not there any more. */
  forgetSince(step: Step): void {
    if (!this.#has(step)) return
    const time = this.#timeOf(step)
    this.#keep((other) => this.#timeOf(other) < time)
  }

  /** After a copy of the document was replaced as a whole the old steps mean nothing. */
  clear(): void {
    for (const { manager } of this.#parts) manager.clear()
  }

  destroy(): void {
    for (const { manager } of this.#parts) manager.destroy()
  }

  /** Steps that come of this have one time. */
  #together<T>(act: () => T): T {
    if (this.#isTogether) return act()
    this.#time++
    this.#isTogether = true
    try {
      return act()
    } finally {
      this.#isTogether = false
    }
  }

  /** The last step and what was done together with it in other documents. */
  #mayUndoAll(stack: Stack, step: Step): boolean {
    const time = this.#timeOf(step)
    return this.#parts.every(({ doc, manager }) => {
      const last = manager[stack].at(-1)
      return !last || (last !== step && this.#timeOf(last) !== time) || this.#mayUndo(last, doc)
    })
  }

  #timeOf(step: Step): number {
    return this.#times.get(step) ?? 0
  }

  #latest(stack: Stack): { readonly part: Part; readonly step: Step } | null {
    let latest: { part: Part; step: Step } | null = null
    for (const part of this.#parts) {
      const step = part.manager[stack].at(-1)
      if (step && (!latest || this.#timeOf(step) > this.#timeOf(latest.step))) latest = { part, step }
    }
    return latest
  }

  #has(step: Step): boolean {
    return this.#parts.some(({ manager }) => manager.undoStack.includes(step))
  }

  #keep(isKept: (step: Step) => boolean): void {
    for (const { manager } of this.#parts) manager.undoStack = manager.undoStack.filter(isKept)
    this.#afterChange()
  }

  /**
   * Where a step has nothing left to take back (others have overwritten it), Yjs goes on to the one before, which would
   * then go unchecked: so it is given one at a time.
   */
  #undoOne({ manager }: Part, step: Step): boolean {
    const { undoStack } = manager
    manager.undoStack = [step]
    const isDone = manager.undo() !== null
    manager.undoStack = undoStack.slice(0, -1)
    this.#afterChange()
    return isDone
  }

  /** The parts of the same step in other documents. */
  #undoRest(time: number | undefined): boolean {
    let isDone = false
    for (let at = this.#latest('undoStack'); at && this.#times.get(at.step) === time; at = this.#latest('undoStack'))
      isDone = this.#undoOne(at.part, at.step) || isDone
    return isDone
  }

  #afterChange = (): void => {
    for (const { manager } of this.#parts) {
      const { undoStack } = manager
      if (undoStack.length > MAX_UNDO_STEPS) undoStack.splice(0, undoStack.length - MAX_UNDO_STEPS)
    }
    this.#canUndo.set(this.#parts.some(({ manager }) => manager.undoStack.length > 0))
    this.#canRedo.set(this.#parts.some(({ manager }) => manager.redoStack.length > 0))
  }
}
