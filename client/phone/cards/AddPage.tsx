// A new card for the board: chosen place, words, sent. The page stays for the next one.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import { phoneWords } from '../../ui/phoneWords.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneSubpage } from '../PhoneSubpage.tsx'
import { useNewCard } from '../write/useNewCard.ts'
import { WriteForm } from '../write/WriteForm.tsx'
import { choiceLabel, endOfCell, newFields } from './addChoices.ts'
import { CardRow } from './CardRow.tsx'

const words = phoneWords.write

export function AddPage(inView: { stageId: string | null; laneId: string | null }) {
  const { session, board } = usePhone()
  const rights = useValue(session.connection.room.rights)
  const card = useNewCard('add', rights, inView)
  const [made, setMade] = useState<readonly CardId[]>([])
  const [said, setSaid] = useState('')
  const send = (): boolean => {
    const { stage, lane, choice, text } = card
    if (!stage || !lane || !choice) return false
    const id = newId<CardId>()
    const place = endOfCell(board, stage, lane.lane.id)
    const fields = newFields(choice, text.trim())
    const done = session.undo.step(() => createCards(session.edit, [{ id, kind: choice.kind, place, fields }]))
    if (done.length === 0) return false
    setMade([id, ...made])
    setSaid(words.added(choiceLabel(choice), stage.name))
    // The place stays: often more than one thing comes to mind about it.
    card.change({ text: '', stageId: stage.id, laneId: lane.lane.id, kind: choice.kind, noteType: choice.noteType })
    return true
  }
  const shown = made.flatMap((id) => board.cards.get(id) ?? [])
  return (
    <PhoneSubpage title={words.heading}>
      <WriteForm card={card} onSend={send} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {shown.length > 0 && (
        <section className="phone-section">
          <h3>{words.justAdded}</h3>
          <ul className="card-rows">
            {shown.map((one) => (
              <CardRow key={one.id} card={one} />
            ))}
          </ul>
        </section>
      )}
    </PhoneSubpage>
  )
}
