// "I'm done": a participant tells that they have finished what the phase asks for. Taken back by the same button; the
// server takes all of them back at every change of phase.
import { Button } from '../../ui/Button.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { useDone } from './useDone.ts'

const words = facilitationWords.done

export function DoneButton() {
  const { isDone, busy, toggle } = useDone()
  return (
    <Button
      className="done-button"
      look={isDone ? 'plain' : 'primary'}
      aria-pressed={isDone}
      busy={busy}
      onClick={toggle}
      {...(isDone ? { icon: CheckIcon, title: words.saidHint } : {})}
    >
      {isDone ? words.said : words.say}
    </Button>
  )
}
