// The sentence under the bar when the connection is not as it should be.
import { clockTime } from '../ui/clockTime.ts'
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
  const strip = (tone: StripTone, sentence: string, isOver = false): StatusStrip => ({ tone, sentence, isOver })
  switch (now.kind) {
    case 'offline': {
      const isKept = keepsLocalCopy || now.waiting === 0
      return strip('warn', `${words.strips.offline(now.waiting)}${isKept ? '' : ` ${connectionWords.noLocalCopy}`}`)
    }
    case 'restarting':
      return strip('warn', connectionWords.restarting(now.waiting))
    case 'unsaved':
      return strip('danger', connectionWords.diskSince(clockTime(room.toLocalMs(now.sinceMs))))
    case 'held':
      return strip(
        'danger',
        connectionWords.held(now.waiting, now.sinceMs === null ? '' : clockTime(room.toLocalMs(now.sinceMs))),
      )
    case 'refused':
      return strip('warn', now.sentence)
    case 'ended':
      return strip('danger', now.sentence, true)
    default:
      return null
  }
}
