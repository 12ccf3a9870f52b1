// The agenda: facilitators choose a ready-made one and change it, everybody else reads it. Fetched when it is opened.
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
import { EditAgendaDialog } from './EditAgendaDialog.tsx'
import { PhaseList } from './PhaseList.tsx'
import { ReadyAgendas } from './ReadyAgendas.tsx'

const words = agendaWords.dialog

export function AgendaDialog({ onClose }: { onClose: () => void }) {
  const { connection } = useBoardSession()
  const { agenda, closed } = useValue(connection.workshop)
  const role = useValue(connection.room.role)
  // Ready-made ones instead of those that are there.
  const [isChoosing, setChoosing] = useState(false)
  const { busy, problem, save } = useSavedAgenda()

  if (role !== 'facilitator' || closed)
    return (
      <Dialog open onOpenChange={onClose} title={words.heading} description={words.lead} width={640}>
        {agenda.phases.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <PhaseList phases={agenda.phases} currentIndex={agenda.currentIndex} />
            <AgendaTimes agenda={agenda} />
          </>
        )}
      </Dialog>
    )
  const isFirst = agenda.phases.length === 0
  if (isFirst || isChoosing)
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={isFirst ? words.planHeading : agendaWords.edit.readyHeading}
        description={isFirst ? words.planLead : agendaWords.edit.readyLead}
        width={640}
      >
        <ReadyAgendas
          busy={busy}
          onUse={(phases) => void save(phases).then((ok) => ok && (isFirst ? onClose() : setChoosing(false)))}
          {...(isFirst ? {} : { onBack: () => setChoosing(false) })}
        />
        {problem !== null && <ProblemStrip sentence={problem} />}
      </Dialog>
    )
  return (
    <EditAgendaDialog
      busy={busy}
      problem={problem === null ? null : <ProblemStrip sentence={problem} />}
      onSave={save}
      onReady={() => setChoosing(true)}
      onClose={onClose}
    />
  )
}

function ProblemStrip({ sentence }: { sentence: string }) {
  return (
    <Strip tone="danger" boxed icon={WarningIcon}>
      {sentence}
    </Strip>
  )
}

/** `save` answers whether the server took it; its sentence is kept otherwise. */
function useSavedAgenda() {
  const { workshop: joined } = useBoardSession()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function save(phases: Phase[]): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const answer = await sendCommand(joined.workshopId, joined.token, { type: 'agenda.set', phases })
    setBusy(false)
    if (!answer.ok) setProblem(answer.failure.sentence)
    return answer.ok
  }
  return { busy, problem, save }
}
