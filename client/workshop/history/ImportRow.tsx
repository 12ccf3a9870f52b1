// One import of the list: who brought a file in and when, and the way to take it back.
import { useValue } from '@tldraw/state-react'
import type { KeptImport } from '../../../shared/protocol/api.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { clockTime } from '../../ui/clockTime.ts'
import { connectionWords } from '../../ui/connectionWords.ts'
import { historyWords } from '../../ui/historyWords.ts'

const words = historyWords.imports

interface ImportRowProps {
  kept: KeptImport
  onTakeBack: (kept: KeptImport) => void
}

export function ImportRow({ kept, onTakeBack }: ImportRowProps) {
  const { connection } = useBoardSession()
  const { closed } = useValue(connection.workshop)
  const name = useValue(
    'who imported',
    () => connection.room.roster.get().get(kept.by)?.name || connectionWords.events.somebody,
    [connection, kept.by],
  )
  const time = clockTime(kept.atMs)
  return (
    <li className="import-row">
      <span className="snapshot-row__text">
        <b>{words.row[kept.mode](name)}</b>
        <span className="tabular">{time}</span>
      </span>
      {!closed && (
        <Button size="small" aria-label={words.takeBackOf(time)} onClick={() => onTakeBack(kept)}>
          {words.takeBack}
        </Button>
      )}
    </li>
  )
}
