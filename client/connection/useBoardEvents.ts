// That somebody changed the whole board under everybody's hands: told on the board and on phones.
import { react } from '@tldraw/state'
import { useEffect } from 'react'
import type { BoardEvent } from '../../shared/workshop/notices.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { showToast } from '../ui/toasts.ts'
import { shortTime } from '../workshop/history/snapshotTime.ts'
import type { Connection } from './Connection.ts'

/** One's own doing has its own sentence where it was done. */
export function useBoardEvents(connection: Connection): void {
  useEffect(() => {
    let shown: BoardEvent | null = connection.room.lastEvent.get()
    return react('board events', () => {
      const event = connection.room.lastEvent.get()
      if (event === null || event === shown) return
      shown = event
      if (event.by !== connection.joined.participantId) showToast(sentenceOf(event, connection))
    })
  }, [connection])
}

function sentenceOf(event: BoardEvent, { room }: Connection): string {
  const name = room.roster.get().get(event.by)?.name ?? connectionWords.events.somebody
  switch (event.kind) {
    case 'imported':
      return connectionWords.events.imported(name, event.mode === 'replace')
    case 'importUndone':
      return connectionWords.events.importUndone(name)
    case 'restored':
      return connectionWords.events.restored(name, shortTime(room.toLocalMs(event.takenAtMs), Date.now()))
  }
}
