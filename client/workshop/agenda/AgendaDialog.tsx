// The agenda: facilitators choose a ready-made one, everybody reads it. Fetched when it is opened.
import './agenda.css'
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { sendCommand } from '../../connection/api.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { WarningIcon } from '../../ui/icons.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { AgendaTimes } from './AgendaTimes.tsx'
import { PhaseList } from './PhaseList.tsx'
import { ReadyAgendas } from './ReadyAgendas.tsx'

const words = agendaWords.dialog

export function AgendaDialog({ onClose }: { onClose: () => void }) {
  const { connection, workshop: joined } = useBoardSession()
  const { agenda } = useValue(connection.workshop)
  const role = useValue(connection.room.role)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isPlanning = role === 'facilitator' && agenda.phases.length === 0

  async function use(phases: Phase[]) {
    if (busy) return
    setBusy(true)
    setProblem(null)
    const answer = await sendCommand(joined.workshopId, joined.token, { type: 'agenda.set', phases })
    setBusy(false)
    if (answer.ok) onClose()
    else setProblem(answer.failure.sentence)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isPlanning ? words.planHeading : words.heading}
      description={isPlanning ? words.planLead : words.lead}
      width={640}
    >
      {isPlanning && <ReadyAgendas busy={busy} onUse={(phases) => void use(phases)} />}
      {!isPlanning && agenda.phases.length === 0 && <p>{words.none}</p>}
      {!isPlanning && agenda.phases.length > 0 && (
        <>
          <PhaseList phases={agenda.phases} currentIndex={agenda.currentIndex} />
          <AgendaTimes agenda={agenda} />
        </>
      )}
      {problem !== null && (
        <Strip tone="danger" boxed icon={WarningIcon}>
          {problem}
        </Strip>
      )}
    </Dialog>
  )
}
