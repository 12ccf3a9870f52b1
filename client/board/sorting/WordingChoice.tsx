// Of several notes, the one whose words go on showing. Radio buttons: arrows go through them.
import { useId } from 'react'
import type { Card } from '../../../shared/journey/Board.ts'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { sortingWords } from '../../ui/sortingWords.ts'
import { useCanvas } from '../useCanvas.ts'

interface WordingChoiceProps {
  notes: readonly Card[]
  value: CardId
  onValue: (id: CardId) => void
  /** Names the choice where nothing else on the screen does. */
  label: string
}

export function WordingChoice({ notes, value, onValue, label }: WordingChoiceProps) {
  const { binding } = useCanvas()
  const name = useId()
  const { stages } = binding.view.get().board
  return (
    <div className="wording-choice" role="radiogroup" aria-label={label}>
      {notes.map((note) => {
        const stage = isCellPlace(note.place) ? (stages.get(note.place.stageId)?.name ?? '') : ''
        const department = 'department' in note.fields ? (note.fields.department ?? '') : ''
        const id = `${name}-${note.id}`
        return (
          <div key={note.id} className="wording-choice__note">
            <input id={id} type="radio" name={name} checked={note.id === value} onChange={() => onValue(note.id)} />
            <label htmlFor={id}>
              <span className="wording-choice__words">{cardTitle(note) || sortingWords.emptyNote}</span>
              <span className="wording-choice__from">{[stage, department].filter(Boolean).join(' · ')}</span>
            </label>
          </div>
        )
      })}
    </div>
  )
}

/** The note that stands for others already, else the one that says most, else the first. */
export function likelyWording(notes: readonly Card[], partsOf: ReadonlyMap<CardId, readonly CardId[]>): CardId | null {
  const weight = (note: Card) => (partsOf.get(note.id)?.length ?? 0) * 10_000 + cardTitle(note).length
  return (
    notes.reduce<Card | null>((best, note) => (best && weight(best) >= weight(note) ? best : note), null)?.id ?? null
  )
}
