// Private writing on a phone: notes that only their author sees until the reveal, and how many the room has written.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import type { Draft } from '../../connection/DraftsConnection.ts'
import { Button } from '../../ui/Button.tsx'
import { LockIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { choiceLabel, endOfCell } from '../cards/addChoices.ts'
import { PaperIcon, paperOf } from '../cards/cardLook.tsx'
import { privateWords } from '../../ui/privateWords.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneFoot } from '../PhoneFoot.tsx'
import { useNewCard } from './useNewCard.ts'
import { WriteForm } from './WriteForm.tsx'

const words = phoneWords.private

export function PrivateTab() {
  const { drafts, room } = usePhone().session.connection
  // One's own among them. Counts are all that anybody is told.
  const inTheRoom = useValue('hidden notes', () => room.activity.get()?.drafts?.notes ?? 0, [room])
  const phase = useValue(drafts.phase)
  const notes = useValue(drafts.notes)
  const own = notes.filter(({ isRevealed }) => !isRevealed)
  return (
    <>
      <p className="private-note">
        <LockIcon size={18} />
        <span>
          {privateWords.untilTheReveal} {phase && privateWords.promise[phase.reveal]}
        </span>
      </p>
      {phase && <NewNote phase={phase} />}
      {own.length > 0 && (
        <section className="phone-section">
          <h2>{words.yours}</h2>
          <ul className="card-rows">
            {own.toReversed().map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <PhoneFoot note={words.inTheRoom(inTheRoom)} />
    </>
  )
}

function NewNote({ phase }: { phase: Phase }) {
  const { session, board } = usePhone()
  const card = useNewCard('private', phase.rights, { stageId: null, laneId: null })
  const [said, setSaid] = useState('')
  const send = (): boolean => {
    const { stage, lane, choice, text } = card
    if (!stage || !lane || !choice) return false
    const place = endOfCell(board, stage, lane.lane.id)
    const id = session.connection.drafts.add({ ...choice, text: text.trim(), place })
    if (id === null) return false
    setSaid(words.kept(choiceLabel(choice)))
    card.change({ text: '', stageId: stage.id, laneId: lane.lane.id, kind: choice.kind, noteType: choice.noteType })
    return true
  }
  return (
    <div className="phone-content">
      <WriteForm card={card} onSend={send} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}

function DraftRow({ draft }: { draft: Draft }) {
  const { session, board } = usePhone()
  const { drafts } = session.connection
  const [isOpen, setOpen] = useState(false)
  const stage = isCellPlace(draft.place) ? board.stages.get(draft.place.stageId)?.name : ''
  if (isOpen)
    return (
      <li className={`card-row card-row--open ${paperOf(draft)}`}>
        <textarea
          aria-label={words.edit(choiceLabel(draft))}
          rows={3}
          defaultValue={draft.text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a tap on these very words
          autoFocus
          onChange={(event) => drafts.edit(draft.id, event.target.value)}
        />
        <span className="card-row__buttons">
          <Button onClick={() => drafts.delete(draft.id)} look="danger">
            {phoneWords.card.delete}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.close}</Button>
        </span>
      </li>
    )
  return (
    <li>
      <button type="button" className={`card-row card-row--private ${paperOf(draft)}`} onClick={() => setOpen(true)}>
        <PaperIcon of={draft} className="card-row__icon" />
        <span className="card-row__text">
          <span className="card-row__title">{draft.text.trim() || phoneWords.cards.untitled}</span>
          <span className="card-row__foot">{stage}</span>
        </span>
        <LockIcon />
      </button>
    </li>
  )
}
