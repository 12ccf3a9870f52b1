// Who may vote in the open round, and letting in those who came later. Who has voted is not shown: nobody knows.
import './helping.css'
import { useEffect, useState } from 'react'
import type { Round } from '../../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { usePeople } from '../../../board/presence/usePeople.ts'
import { readVoters } from '../../../connection/api.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CheckIcon, WarningIcon } from '../../../ui/icons.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import { words } from '../../../ui/words.ts'
import { runCommand } from '../../useWorkshopActions.ts'

interface AdmitDialogProps {
  round: Round
  onClose: () => void
}

const { help } = votingWords

export function AdmitDialog({ round, onClose }: AdmitDialogProps) {
  const { workshop } = useBoardSession()
  const people = usePeople().filter(({ role }) => role !== 'viewer')
  const { voters, problem } = useVoters(round)
  const [asked, setAsked] = useState<string | null>(null)

  async function admit(participantId: string) {
    setAsked(participantId)
    await runCommand(workshop.workshopId, workshop.token, { type: 'participant.admit', participantId })
    setAsked(null)
  }

  // Those who wait for something come first.
  const ordered = people.toSorted((a, b) => Number(voters?.has(a.id)) - Number(voters?.has(b.id)))
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={help.admitHeading}
      description={help.admitLead(round.eligible)}
      width={480}
    >
      {problem !== null && (
        <p className="field-error">
          <WarningIcon size={14} /> {problem}
        </p>
      )}
      <ul className="admit">
        {voters !== null &&
          ordered.map((person) => (
            <li key={person.id} className="admit__row">
              <Avatar person={person} silent />
              <span className="admit__name">
                <b>{person.name || words.people.unnamed}</b>
                <span>{person.department}</span>
              </span>
              {voters.has(person.id) ? (
                <span className="admit__in">
                  <CheckIcon size={14} /> {help.mayVote}
                </span>
              ) : (
                <Button size="small" busy={asked === person.id} onClick={() => void admit(person.id)}>
                  {help.admit}
                  <span className="visually-hidden"> {person.name}</span>
                </Button>
              )}
            </li>
          ))}
      </ul>
    </Dialog>
  )
}

/** Read again whenever somebody was let in, by whomever. */
function useVoters({ id, eligible }: Round) {
  const { workshop } = useBoardSession()
  const [known, setKnown] = useState<{ voters: ReadonlySet<string> | null; problem: string | null }>({
    voters: null,
    problem: null,
  })
  useEffect(() => {
    let isCurrent = true
    void readVoters(workshop.workshopId, workshop.token, id).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setKnown({ voters: new Set(answer.value.participantIds), problem: null })
      else setKnown((before) => ({ ...before, problem: answer.failure.sentence }))
    })
    return () => {
      isCurrent = false
    }
    // Their number tells that there is somebody new.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [workshop, id, eligible])
  return known
}
