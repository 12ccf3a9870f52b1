// What a facilitator can do for the open round: end it, enter a ballot for somebody without a device, let somebody in.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { words } from '../../ui/words.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { runCommand } from '../useWorkshopActions.ts'

const { help } = votingWords

export function RoundHelp() {
  const { connection, voting, workshop } = useBoardSession()
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const activity = useValue(connection.room.activity)
  const open = activity === null ? 0 : activity.of - activity.done

  async function end() {
    setAsks(false)
    setBusy(true)
    const roundId = voting.ballot.round.get()?.id
    if (roundId !== undefined) await runCommand(workshop.workshopId, workshop.token, { type: 'round.close', roundId })
    setBusy(false)
  }

  return (
    <div className="round-help">
      <Button busy={busy} onClick={() => (open > 0 ? setAsks(true) : void end())}>
        {help.end}
      </Button>
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={help.endHeading}
        description={help.endNote(open)}
        width={440}
        footer={
          <>
            <Button onClick={() => setAsks(false)}>{words.common.cancel}</Button>
            <Button look="primary" onClick={() => void end()}>
              {help.end}
            </Button>
          </>
        }
      >
        <p>{help.endWhat}</p>
      </Dialog>
    </div>
  )
}
