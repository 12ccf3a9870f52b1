// Undo and redo of what this person did, and of nothing else. Yjs keeps the steps; tldraw's own history is used only to
// take back a gesture in progress (Escape), because its undo writes whole old records over what others changed since.
import { atom, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import { mendAfterUndo } from '../../../shared/journey/edit/mendAfterUndo.ts'
import { cardsWrittenByOthers } from './cardsWrittenByOthers.ts'

const undoableRoots = ['journeys', 'stages', 'lanes', 'cards', 'emotions', 'drawings'] as const

/** Steps kept. Each pins what it deleted in memory; nobody goes back further by keyboard. */
export const MAX_UNDO_STEPS = 100
/** Typing without a pause this long is one step, ms. Everything else is cut into steps by `stop`. */
const TYPING_PAUSE_MS = 500

export type UndoResult = 'done' | 'nothing' | 'othersWroteInIt'
type Step = Y.UndoManager['undoStack'][number]

export class UndoHistory {
  readonly #manager: Y.UndoManager
  readonly #edit: EditTarget
  readonly #canUndo = atom('can undo', false)
  readonly #canRedo = atom('can redo', false)
  readonly canUndo: Signal<boolean> = this.#canUndo
  readonly canRedo: Signal<boolean> = this.#canRedo

  constructor(edit: EditTarget) {
    this.#edit = edit
    this.#manager = new Y.UndoManager(
      undoableRoots.map((root) => edit.doc.getMap(root)),
      { trackedOrigins: new Set([edit.origin]), captureTimeout: TYPING_PAUSE_MS },
    )
    mendAfterUndo(this.#manager)
    this.#manager.on('stack-item-added', this.#afterChange)
    this.#manager.on('stack-item-popped', this.#afterChange)
    this.#manager.on('stack-cleared', this.#afterChange)
  }

  /** What is written after this is a step of its own. Called where a gesture, a command or a field begins and ends. */
  stop(): void {
    this.#manager.stopCapturing()
  }

  /** Runs edits as exactly one step. */
  step<T>(edits: () => T): T {
    this.stop()
    const result = edits()
    this.stop()
    return result
  }

  /**
   * Takes back the last step. A step that made a card in which others have written since is left as it is and dropped
   * from the history, so that the next call reaches the step before it.
   */
  undo(): UndoResult {
    this.stop()
    for (;;) {
      const { undoStack } = this.#manager
      const last = undoStack.at(-1)
      if (!last) return 'nothing'
      if (cardsWrittenByOthers(this.#edit.doc, last.insertions).length > 0) {
        this.forget(last)
        return 'othersWroteInIt'
      }
      // Where a step has nothing left to take back (others have overwritten it), Yjs goes on to the one before, which
      // would then go unchecked: so it is given one at a time.
      this.#manager.undoStack = [last]
      const isDone = this.#manager.undo() !== null
      this.#manager.undoStack = undoStack.slice(0, -1)
      this.#afterChange()
      if (isDone) return 'done'
    }
  }

  redo(): UndoResult {
    this.stop()
    return this.#manager.redo() ? 'done' : 'nothing'
  }

  /** The step that would be undone next; hand it to `forget` to make it as if it had never been. */
  last(): Step | null {
    return this.#manager.undoStack.at(-1) ?? null
  }

  /** Drops a step without undoing it: a card that was made and left empty is no step. */
  forget(step: Step): void {
    this.#manager.undoStack = this.#manager.undoStack.filter((other) => other !== step)
    this.#afterChange()
  }

  /** Makes one step of all that were made after this one (null: of all there are). Nothing if that one is gone. */
  joinSince(before: Step | null): void {
    const { undoStack } = this.#manager
    const at = before ? undoStack.indexOf(before) : -1
    const [first, ...rest] = undoStack.slice(at + 1)
    if ((before && at < 0) || !first || rest.length === 0) return
    first.insertions = Y.mergeDeleteSets([first.insertions, ...rest.map(({ insertions }) => insertions)])
    first.deletions = Y.mergeDeleteSets([first.deletions, ...rest.map(({ deletions }) => deletions)])
    this.#manager.undoStack = undoStack.slice(0, at + 2)
  }

  /** Drops a step and everything after it; nothing if the step is not there any more. */
  forgetSince(step: Step): void {
    const at = this.#manager.undoStack.indexOf(step)
    if (at < 0) return
    this.#manager.undoStack = this.#manager.undoStack.slice(0, at)
    this.#afterChange()
  }

  /** After a copy of the document was replaced as a whole the old steps mean nothing. */
  clear(): void {
    this.#manager.clear()
  }

  destroy(): void {
    this.#manager.destroy()
  }

  #afterChange = (): void => {
    const { undoStack } = this.#manager
    if (undoStack.length > MAX_UNDO_STEPS) undoStack.splice(0, undoStack.length - MAX_UNDO_STEPS)
    this.#canUndo.set(undoStack.length > 0)
    this.#canRedo.set(this.#manager.redoStack.length > 0)
  }
}
