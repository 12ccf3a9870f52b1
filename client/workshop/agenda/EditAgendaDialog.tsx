// The dialog around the editor: total and end, saving, leaving with unsaved changes, and another facilitator who
// changed the agenda meanwhile.
import { useValue } from '@tldraw/state-react'
import { type ReactNode, useState } from 'react'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { WarningIcon } from '../../ui/icons.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { draftOf, isSound, phasesOf } from './agendaDraft.ts'
import { AgendaEditor } from './AgendaEditor.tsx'
import { AgendaTimes } from './AgendaTimes.tsx'

const words = agendaWords.edit

interface EditAgendaDialogProps {
  busy: boolean
  /** What the server said to the last try. */
  problem: ReactNode
  onSave: (phases: Phase[]) => Promise<boolean>
  onReady: () => void
  onClose: () => void
}

export function EditAgendaDialog({ busy, problem, onSave, onReady, onClose }: EditAgendaDialogProps) {
  const { connection } = useBoardSession()
  const { agenda } = useValue(connection.workshop)
  // What the editing began with; another agenda on the server since then is somebody else's change.
  const [base, setBase] = useState(agenda.phases)
  const [draft, setDraft] = useState(() => draftOf(agenda.phases))
  const [tried, setTried] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const phases = phasesOf(draft)
  const isChanged = !isSame(phases, base)
  const isForeign = !isSame(agenda.phases, base)

  function save() {
    setTried(true)
    if (draft.every(isSound)) void onSave(phases).then((ok) => ok && onClose())
  }

  function takeTheirs() {
    setBase(agenda.phases)
    setDraft(draftOf(agenda.phases))
  }

  const close = () => (isChanged && !isLeaving ? setLeaving(true) : onClose())
  const shown = { ...agenda, phases, currentIndex: placeOf(phases, agenda.phases[agenda.currentIndex ?? -1]?.id) }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={agendaWords.dialog.heading}
      description={words.lead}
      width={720}
      footer={
        <div className="edit-agenda__foot">
          {isLeaving && isChanged ? (
            <LeaveFoot onStay={() => setLeaving(false)} onLeave={onClose} />
          ) : (
            <>
              <AgendaTimes agenda={shown} />
              {agenda.currentIndex === null && <Button onClick={onReady}>{words.ready}</Button>}
              <Button look="primary" busy={busy} onClick={save}>
                {words.save}
              </Button>
            </>
          )}
        </div>
      }
    >
      {isForeign && (
        <Strip
          tone="warn"
          boxed
          icon={WarningIcon}
          action={
            <Button size="small" onClick={takeTheirs}>
              {words.takeTheirs}
            </Button>
          }
        >
          {words.others}
        </Strip>
      )}
      {problem}
      {tried && !draft.every(isSound) && (
        <Strip tone="danger" boxed icon={WarningIcon}>
          {agendaWords.problems.some}
        </Strip>
      )}
      <AgendaEditor agenda={agenda} draft={draft} showsProblems={tried} onDraft={setDraft} />
    </Dialog>
  )
}

function LeaveFoot({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <>
      <p role="alert">{words.discard}</p>
      <Button onClick={onLeave}>{words.discardIt}</Button>
      <Button look="primary" onClick={onStay}>
        {words.keep}
      </Button>
    </>
  )
}

function isSame(a: readonly Phase[], b: readonly Phase[]): boolean {
  return JSON.stringify(a.map(inOrder)) === JSON.stringify(b.map(inOrder))
}

/** Keys in one order: what the server sends and what the form makes have theirs in different ones. */
function inOrder({ id, name, minutes, instruction, rights, private: isPrivate, reveal, placeholders }: Phase) {
  const { add, noteTypes, editOthers, structure, draw, vote, emotion } = rights
  const may = [add, noteTypes, editOthers, structure, draw, vote, emotion]
  return [id, name, minutes, instruction, may, isPrivate, reveal, placeholders]
}

function placeOf(phases: readonly Phase[], id: string | undefined): number | null {
  const at = phases.findIndex((phase) => phase.id === id)
  return at === -1 ? null : at
}
