// "I'm done": a participant tells that they have finished what the phase asks for. Taken back by the same button; the
// server takes all of them back at every change of phase.
import { useValue } from '@tldraw/state-react'
import { startTransition, useOptimistic } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { runCommand } from '../useWorkshopActions.ts'

const words = facilitationWords.done

export function DoneButton() {
  const { connection, workshop: joined } = useBoardSession()
  const isDone = useValue('done', () => connection.room.own.get().done, [connection])
  const [shown, setShown] = useOptimistic(isDone)

  function press() {
    startTransition(async () => {
      setShown(!shown)
      await runCommand(joined.workshopId, joined.token, { type: 'done.set', done: !shown })
    })
  }

  return (
    <Button
      className="done-button"
      look={shown ? 'plain' : 'primary'}
      aria-pressed={shown}
      onClick={press}
      {...(shown ? { icon: CheckIcon, title: words.saidHint } : {})}
    >
      {shown ? words.said : words.say}
    </Button>
  )
}
