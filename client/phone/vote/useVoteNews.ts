// What has to be said about votes wherever the person is on the page: one has begun or ended, dots came too late.
import { computed, react } from '@tldraw/state'
import { useEffect } from 'react'
import type { ConnectionStatus } from '../../connection/ConnectionStatus.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import { showToast } from '../../ui/toasts.ts'
import { votingWords } from '../../ui/votingWords.ts'

const words = votingWords.ballot
const away: ReadonlySet<ConnectionStatus['kind']> = new Set(['connecting', 'offline', 'restarting', 'refused', 'ended'])

export function useVoteNews({ connection, voting }: BoardSession): void {
  useEffect(() => {
    const { ballot } = voting
    let openId: string | null = null
    const isLive = computed('is live', () => !away.has(connection.status.get().kind))
    const stops = [
      react('vote begins and ends', () => {
        const round = ballot.round.get()
        if (round !== null && round.id !== openId) showToast(words.started(round.question))
        else if (round === null && openId !== null) showToast(words.ended)
        openId = round?.id ?? null
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
    ]
    return () => stops.forEach((stop) => stop())
  }, [connection, voting])
}
