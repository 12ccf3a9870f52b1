// What a round brings with it on every page, board or phone: when it begins and ends, dots that came too late, people who
// came late, what a facilitator entered for others. The page says what to show at its beginning and end.
import { computed, react, unsafe__withoutCapture } from '@tldraw/state'
import type { Round } from '../../../shared/workshop/rounds.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import type { Connection } from '../../connection/Connection.ts'
import type { ConnectionStatus } from '../../connection/ConnectionStatus.ts'
import { showToast } from '../../ui/toasts.ts'
import { forgetProxies } from './helping/proxyMemory.ts'
import { watchLateJoiners } from './helping/watchLateJoiners.ts'

const away: ReadonlySet<ConnectionStatus['kind']> = new Set(['connecting', 'offline', 'restarting', 'refused', 'ended'])

/** Of a round, once each in the life of the page, however often the session is renewed meanwhile. */
interface RoundNews {
  readonly begins: (round: Round) => void
  readonly ends: (roundId: string) => void
}

/** What is followed of a session. */
export interface FollowedVote extends Pick<BoardSession, 'voting' | 'workshop'> {
  readonly connection: Pick<Connection, 'status' | 'roster' | 'workshop'> & {
    readonly room: Pick<Connection['room'], 'role'>
  }
}

/** Until the returned function is called. */
export function followBallot(session: FollowedVote, news: RoundNews): () => void {
  const { connection, voting } = session
  const { ballot } = voting
  const isLive = computed('is live', () => !away.has(connection.status.get().kind))
  const stops = [
    react('round begins and ends', () => {
      const round = ballot.round.get()
      unsafe__withoutCapture(() => tellNews(voting, round, news))
    }),
    react('dots that came too late', () => {
      const ended = ballot.ended.get()
      if (ended === null) return
      showToast(ended.sentence, { tone: 'warn' })
      queueMicrotask(() => ballot.ended.set(null))
    }),
    react('connection is back', () => {
      if (isLive.get()) ballot.refresh()
    }),
    watchLateJoiners(session),
  ]
  return () => stops.forEach((stop) => stop())
}

function tellNews(voting: BoardSession['voting'], round: Round | null, news: RoundNews): void {
  const before = voting.followedRoundId
  if (before === (round?.id ?? null)) return
  voting.followedRoundId = round?.id ?? null
  if (before !== null) forgetProxies(before)
  if (round !== null) news.begins(round)
  else if (before !== null) news.ends(before)
}
