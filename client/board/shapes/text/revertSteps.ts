// Escape takes back what was written since the box opened; these steps must not be left in the history, where undoing
// them would do nothing.
import type { UndoHistory } from '../../undo/UndoHistory.ts'

type Step = NonNullable<ReturnType<UndoHistory['last']>>

/** The newest step before the writing begins. */
export function markStart(undo: UndoHistory): Step | null {
  return undo.last()
}

/** Forgets every step made since `start`. */
export function revertSteps(undo: UndoHistory, start: Step | null): void {
  for (let step = undo.last(); step !== null && step !== start; step = undo.last()) undo.forget(step)
}
