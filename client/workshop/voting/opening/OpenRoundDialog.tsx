// A new round: what is asked, which cards, how many dots, how long, who votes. What the server does not accept is shown
// where it belongs; nothing is open before it has said so.
import './opening.css'
import { useValue } from '@tldraw/state-react'
import { type FormEvent, useId, useState } from 'react'
import { QUESTION_MAX_LENGTH } from '../../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { sendCommand } from '../../../connection/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import { words } from '../../../ui/words.ts'
import { CardsChoice } from './CardsChoice.tsx'
import { DotsChoice } from './DotsChoice.tsx'
import { newRoundDraft, type RoundDraft, commandOf } from './roundDraft.ts'
import { placeOfProblem, type RoundProblem } from './roundProblem.ts'
import { useCandidateList } from './useCandidateList.ts'
import { VotersChoice } from './VotersChoice.tsx'

interface OpenRoundDialogProps {
  /** Only these cards; null: by kind, stage and lane. */
  cardIds: readonly string[] | null
  onClose: () => void
}

/** What every part of the form gets. */
export interface RoundPartProps {
  draft: RoundDraft
  onDraft: (draft: RoundDraft) => void
  problem: RoundProblem | null
}

const { opening } = votingWords

export function OpenRoundDialog({ cardIds, onClose }: OpenRoundDialogProps) {
  const { connection, workshop } = useBoardSession()
  const { agenda } = useValue(connection.workshop)
  const [draft, setDraft] = useState(() => newRoundDraft(cardIds, agenda))
  const [problem, setProblem] = useState<RoundProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const candidates = useCandidateList(draft)
  const formId = useId()

  async function open(event: FormEvent) {
    event.preventDefault()
    const missing = whatIsMissing(draft, candidates.length)
    setProblem(missing)
    if (missing || busy) return
    setBusy(true)
    const order = commandOf(draft, candidates.length)
    const answer = await sendCommand(workshop.workshopId, workshop.token, order)
    setBusy(false)
    if (answer.ok) onClose()
    else setProblem(placeOfProblem(answer.failure))
  }

  const part: RoundPartProps = {
    draft,
    problem,
    onDraft: (next) => {
      setDraft(next)
      setProblem(null)
    },
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={opening.heading}
      width={640}
      footer={
        <>
          {problem?.place === 'all' && (
            <p className="opening__problem" role="alert">
              {problem.sentence}
            </p>
          )}
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {opening.open(candidates.length)}
          </Button>
        </>
      }
    >
      <form id={formId} className="opening" onSubmit={(event) => void open(event)} noValidate>
        <TextField
          label={opening.question}
          value={draft.question}
          onValue={(question) => part.onDraft({ ...draft, question })}
          maxLength={QUESTION_MAX_LENGTH}
          autoComplete="off"
          error={problem?.place === 'question' ? problem.sentence : null}
        />
        <CardsChoice {...part} candidates={candidates} />
        <DotsChoice {...part} candidates={candidates.length} />
        <VotersChoice {...part} />
      </form>
    </Dialog>
  )
}

function whatIsMissing(draft: RoundDraft, candidates: number): RoundProblem | null {
  if (draft.question.trim() === '') return { place: 'question', sentence: opening.questionMissing }
  if (candidates === 0) return { place: 'cards', sentence: opening.noCards }
  return draft.departments?.length === 0 ? { place: 'voters', sentence: opening.noVoters } : null
}
