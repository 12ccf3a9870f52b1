// What a facilitator can do for the open round: end it, enter a ballot for somebody without a device, let somebody in.
import './helping.css'
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useState } from 'react'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { InviteIcon, MoreIcon, VoteIcon } from '../../../ui/icons.tsx'
import { Menu, MenuItem } from '../../../ui/Menu.tsx'
import { words } from '../../../ui/words.ts'
import { votingWords } from '../../../ui/votingWords.ts'
import { runCommand } from '../../useWorkshopActions.ts'

const ProxyDialog = lazy(() => import('./ProxyDialog.tsx').then((module) => ({ default: module.ProxyDialog })))
const AdmitDialog = lazy(() => import('./AdmitDialog.tsx').then((module) => ({ default: module.AdmitDialog })))

const { help } = votingWords

export function RoundHelp() {
  const { voting } = useBoardSession()
  const round = useValue(voting.ballot.round)
  const [opened, setOpened] = useState<'proxy' | 'admit' | null>(null)
  const close = () => setOpened(null)
  if (!round) return null
  return (
    <div className="round-help">
      <EndButton roundId={round.id} />
      <Menu trigger={<IconButton label={help.more} icon={MoreIcon} tooltipSide="top" />}>
        <MenuItem icon={VoteIcon} onSelect={() => setOpened('proxy')}>
          {help.proxy}
        </MenuItem>
        <MenuItem icon={InviteIcon} onSelect={() => setOpened('admit')}>
          {help.letIn}
        </MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {opened === 'proxy' && <ProxyDialog round={round} onClose={close} />}
        {opened === 'admit' && <AdmitDialog round={round} onClose={close} />}
      </Suspense>
    </div>
  )
}

/** Asks first while people are still open: nothing can be changed after that. */
function EndButton({ roundId }: { roundId: string }) {
  const { connection, workshop } = useBoardSession()
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const activity = useValue(connection.room.activity)
  const open = activity === null ? 0 : activity.of - activity.done

  async function end() {
    setAsks(false)
    setBusy(true)
    await runCommand(workshop.workshopId, workshop.token, { type: 'round.close', roundId })
    setBusy(false)
  }

  return (
    <>
      <Button
        look={activity !== null && activity.of > 0 && open === 0 ? 'primary' : 'plain'}
        busy={busy}
        onClick={() => (open > 0 ? setAsks(true) : void end())}
      >
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
    </>
  )
}
