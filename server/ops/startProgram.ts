// Programs of ours beside the server: reading or drawing a file takes seconds and hundreds of megabytes,
// and some are made to do harm. A process of its own keeps that away from the rooms: no job takes their turn, its memory
// is given back when it ends, and what makes Node itself crash ends the job only. Threads give the first of these alone:
// starting and ending many of them has ended whole processes (nodejs/node#37024, #38418, #56312).
import { type ChildProcess, fork } from 'node:child_process'
import { flushCompileCache } from 'node:module'
import { setPriority } from 'node:os'

export interface ProgramLimits {
  /** Of its objects, MB; beyond, it ends. */
  readonly maxHeapMb: number
  /** Of these for what lives a moment, MB; left out: Node's own. */
  readonly youngHeapMb?: number
}

/** The program gets what is sent to it by `beProgram`, cloned as between threads. It never ends by itself: kill it. */
export function startProgram(file: URL, { maxHeapMb, youngHeapMb }: ProgramLimits): ChildProcess {
  // V8 counts the young part as three spaces, and wants the size of one.
  const young = youngHeapMb === undefined ? [] : [`--max-semi-space-size=${Math.round(youngHeapMb / 3)}`]
  const child = fork(file, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${maxHeapMb}`, ...young],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  stepBack(child)
  return child
}

/** A third of the time that a room gets of the same core: enough to be ready in seconds on a busy machine. */
const NICENESS = 5

/** At once: on Linux a thread has the priority of the one that starts it, and those of Node are not there yet. */
function stepBack({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, NICENESS)
  } catch {
    // A sandbox that forbids it, or it has ended already: the work is done all the same, or it is missed.
  }
}

/** What the server has sent, one after the other; waits for the next. */
export type NextMessage = <Message>() => Promise<Message>

/** For the program, first: without its server it ends. */
export function beProgram(): NextMessage {
  if (!process.channel) throw new Error('This program is started by the server only.')
  process.once('disconnect', () => process.exit())
  const arrived: unknown[] = []
  let wake = (): void => {}
  process.on('message', (message) => {
    arrived.push(message)
    wake()
  })
  return async <Message>() => {
    if (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return arrived.shift() as Message
  }
}

/** For the program: resolves when it is on its way. */
export function tell(message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })
}

/** For the program: the next one of its kind starts faster. Node would do it at an end of its own, which it does not have. */
export function keepCompiledCode(): void {
  flushCompileCache()
}
