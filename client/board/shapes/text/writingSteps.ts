// What writing leaves in the history. Done: one step, however often the writer paused. Taken back by Escape: none,
// undoing it would do nothing.
import type { UndoHistory } from '../../undo/UndoHistory.ts'

export interface StartMark {
  /** The newest step before the writing begins; null if there is none. */
  readonly before: ReturnType<UndoHistory['last']>
}

export function markStart(undo: Pick<UndoHistory, 'last'>): StartMark {
  return { before: undo.last() }
}

export function endStep(undo: Pick<UndoHistory, 'stop' | 'joinSince'>, start: StartMark | null): void {
  undo.stop()
  if (start) undo.joinSince(start.before)
}

/** Forgets every step made since. If the step before is gone, the history is full of steps made since. */
export function revertSteps(undo: Pick<UndoHistory, 'last' | 'forget'>, start: StartMark): void {
  for (let step = undo.last(); step !== null && step !== start.before; step = undo.last()) undo.forget(step)
}
