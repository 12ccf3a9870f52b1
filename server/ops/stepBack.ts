// For threads whose work may take its time: where cores are short, the rooms come first.
import { setPriority } from 'node:os'

/** A third of the time that a room's thread gets of the same core: enough to be ready in seconds on a busy machine. */
const NICENESS = 5

/**
 * To be called in that thread. Only on Linux has a thread a priority of its own; elsewhere it is the whole program's, the
 * rooms included.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(NICENESS)
  } catch {
    // A sandbox that forbids it: the work is done all the same.
  }
}
