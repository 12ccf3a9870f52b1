// The fields of a card as a form, chosen by their declared type: no kind of card has a form of its own.
import '../../board/card-details/card-details.css'
import { useValue } from '@tldraw/state-react'
import type { Card } from '../../../shared/journey/Board.ts'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { AnyFieldValue, Field, Reading } from '../../../shared/journey/fields.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { ChoiceControl } from '../../board/card-details/ChoiceControl.tsx'
import { DateControl } from '../../board/card-details/DateControl.tsx'
import { NumberControl } from '../../board/card-details/NumberControl.tsx'
import { ReadingsControl } from '../../board/card-details/ReadingsControl.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneSelect } from '../PhoneSelect.tsx'
import { PhoneText } from './PhoneText.tsx'

export function CardFields({ card }: { card: Card }) {
  const values = card.fields as Readonly<Record<string, AnyFieldValue>>
  return (
    <div className="card-fields">
      {Object.entries(cardDefinition(card.kind).fields).map(([name, field]) => (
        <FieldControl key={name} card={card} name={name} field={field} value={values[name] ?? null} />
      ))}
    </div>
  )
}

interface FieldControlProps {
  card: Card
  name: string
  field: Field
  value: AnyFieldValue
}

function FieldControl({ card, name, field, value }: FieldControlProps) {
  const { session, board } = usePhone()
  const departments = useValue('departments', () => session.connection.workshop.get().departments, [session])
  const onValue = (next: AnyFieldValue) => {
    session.undo.step(() => setField(session.edit, 'cards', card.id, name, next))
  }
  switch (field.type) {
    case 'text':
      return <PhoneText cardId={card.id} name={name} field={field} />
    case 'choice':
      return <ChoiceControl field={field} value={value as string | null} onValue={onValue} />
    case 'number':
      return <NumberControl field={field} value={value as number | null} onValue={onValue} />
    case 'flag':
      return (
        <label className="phone-check">
          <input type="checkbox" checked={value === true} onChange={(event) => onValue(event.target.checked)} />
          <span>{field.label}</span>
        </label>
      )
    case 'date':
      return <DateControl field={field} value={value as string | null} onValue={onValue} />
    case 'department':
      return (
        <NameChoice label={field.label} value={value as string | null} names={named(departments)} onValue={onValue} />
      )
    case 'card': {
      const cards = [...board.cards.values()].filter(({ kind }) => kind === field.kind)
      const names = cards.map((one) => ({ value: one.id, label: cardTitle(one) || phoneWords.cards.untitled }))
      return <NameChoice label={field.label} value={value as string | null} names={names} onValue={onValue} />
    }
    case 'picture':
      return value === null ? null : <p className="phone-hint">{phoneWords.card.picture}</p>
    case 'readings':
      return <ReadingsControl field={field} value={value as readonly Reading[]} onValue={onValue} />
  }
}

interface NameChoiceProps {
  label: string
  value: string | null
  names: readonly { readonly value: string; readonly label: string }[]
  onValue: (value: string | null) => void
}

/** One of a list of names, or none. */
function NameChoice({ label, value, names, onValue }: NameChoiceProps) {
  // A name that is gone stays in the document; a department that was taken off the list is still said.
  const isThere = value === null || names.some((name) => name.value === value)
  return (
    <PhoneSelect
      label={label}
      value={value}
      options={[{ value: null, label: phoneWords.card.empty }, ...(isThere ? [] : [{ value, label: value }]), ...names]}
      onValue={onValue}
    />
  )
}

function named(departments: readonly string[]) {
  return departments.map((name) => ({ value: name, label: name }))
}
