// Under the bar while notes are hidden: that only their author sees them, what the reveal will say about who wrote, how
// many there are, and for facilitators the reveal itself.
import './private-strip.css'
import { useValue } from '@tldraw/state-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../../../shared/protocol/roles.ts'
import { type Agenda, type Phase, privatePhase } from '../../../shared/workshop/agenda.ts'
import type { Activity } from '../../../shared/workshop/workshopActivity.ts'
import { Button } from '../../ui/Button.tsx'
import { LockIcon } from '../../ui/icons.tsx'
import { privateWords } from '../../ui/privateWords.ts'
import { runCommand } from '../../workshop/useWorkshopActions.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { useRevealNews } from './useRevealNews.ts'

export function PrivateStrip() {
  const { connection } = useBoardSession()
  const { room } = connection
  useRevealNews(connection)
  const { agenda } = useValue(room.workshop)
  const role = useValue(room.role)
  const drafts = useValue('hidden notes', () => room.activity.get()?.drafts ?? null, [room])
  const phase = privatePhase(agenda)
  const isLeftHidden = drafts !== null && role === 'facilitator' && hasUnrevealedPhase(agenda)
  return phase || isLeftHidden ? <Shown phase={phase} drafts={drafts} role={role} /> : null
}

interface ShownProps {
  phase: Phase | null
  drafts: Activity['drafts']
  role: Role
}

function Shown({ phase, drafts, role }: ShownProps) {
  const { workshop, keepSteady } = useBoardSession()
  const [isBusy, setBusy] = useState(false)
  const strip = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    return keepSteady.below?.(strip.current?.offsetHeight ?? 0)
  }, [keepSteady])
  const reveal = async () => {
    setBusy(true)
    await runCommand(workshop.workshopId, workshop.token, { type: 'drafts.reveal' })
    setBusy(false)
  }
  return (
    <section ref={strip} className="private-strip" aria-label={privateWords.strip}>
      <LockIcon size={14} />
      {phase && role !== 'viewer' && (
        <p className="private-strip__promise">
          {privateWords.untilTheReveal} {privateWords.promise[phase.reveal]}
        </p>
      )}
      <p className="private-strip__count">
        {drafts ? privateWords.hidden(drafts.notes, drafts.writers) : privateWords.none}
      </p>
      {drafts && role === 'facilitator' && (
        <Button size="small" busy={isBusy} onClick={() => void reveal()}>
          {privateWords.reveal(drafts.notes)}
        </Button>
      )}
    </section>
  )
}

/**
 * A private phase was left without a reveal. Hidden notes of revealed phases are late ones: they come by themselves,
 * anonymous ones only in company, and nobody is offered to hurry them.
 */
function hasUnrevealedPhase({ phases, currentIndex, revealedPhaseIds }: Agenda): boolean {
  const last = currentIndex ?? phases.length - 1
  return phases.some((phase, at) => phase.private && at <= last && !revealedPhaseIds.includes(phase.id))
}
