// The sentence under the bar when the connection is not as it should be.
import { connectionWords } from '../ui/connectionWords.ts'
import type { StripTone } from '../ui/Strip.tsx'
import { words } from '../ui/words.ts'
import type { Connection } from './Connection.ts'

export interface StatusStrip {
  readonly tone: StripTone
  readonly sentence: string
  /** The server has ended it for good: only loading the page again helps. */
  readonly isOver: boolean
}

/** Null while all is well. Reactive. */
export function statusStrip({ status, room, keepsLocalCopy }: Connection): StatusStrip | null {
  const now = status.get()
  const offsetMs = room.clockOffsetMs.get()
  const strip = (tone: StripTone, sentence: string, isOver = false): StatusStrip => ({ tone, sentence, isOver })
  switch (now.kind) {
    case 'offline': {
      const isKept = keepsLocalCopy || now.waiting === 0
      return strip('warn', `${words.strips.offline(now.waiting)}${isKept ? '' : ` ${connectionWords.noLocalCopy}`}`)
    }
    case 'restarting':
      return strip('warn', connectionWords.restarting(now.waiting))
    case 'unsaved':
      return strip('danger', connectionWords.diskSince(clockTime(now.sinceMs - offsetMs)))
    case 'held':
      return strip(
        'danger',
        connectionWords.held(now.waiting, now.sinceMs === null ? '' : clockTime(now.sinceMs - offsetMs)),
      )
    case 'refused':
      return strip('warn', now.sentence)
    case 'ended':
      return strip('danger', now.sentence, true)
    default:
      return null
  }
}

/** In the way of this browser: "14:03". */
function clockTime(ms: number): string {
  return new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
