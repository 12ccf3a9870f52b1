// One field of an entity as a control, chosen by its declared type. Text is shared letter by letter; everything else is
// one value, written at once and undone at once.
import { useId } from 'react'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { AnyFieldValue, Field, Reading } from '../../../shared/journey/fields.ts'
import type { TextPlace } from '../shapes/text/TextBinding.ts'
import { useCanvas } from '../useCanvas.ts'
import { CardChoice } from './CardChoice.tsx'
import { ChoiceControl } from './ChoiceControl.tsx'
import { DateControl } from './DateControl.tsx'
import { DepartmentControl } from './DepartmentControl.tsx'
import { NumberControl } from './NumberControl.tsx'
import { PictureControl } from './PictureControl.tsx'
import { ReadingsControl } from './ReadingsControl.tsx'
import { TextControl } from './TextControl.tsx'

export interface FieldEditorProps {
  place: TextPlace
  field: Field
  value: AnyFieldValue
  takesFocus: boolean
}

export function FieldEditor({ place, field, value, takesFocus }: FieldEditorProps) {
  const { session } = useCanvas()
  const id = useId()
  const onValue = (next: AnyFieldValue) => {
    session.undo.step(() =>
      setField(session.cards.targetOf(place.root, place.id), place.root, place.id, place.name, next),
    )
  }
  switch (field.type) {
    case 'text':
      return <TextControl place={place} field={field} takesFocus={takesFocus} />
    case 'choice':
      return <ChoiceControl field={field} value={value as string | null} onValue={onValue} />
    case 'number':
      return <NumberControl field={field} value={value as number | null} onValue={onValue} />
    case 'flag':
      return (
        <label className="details-field details-field--switch" htmlFor={id}>
          <span className="details-field__label">{field.label}</span>
          <input
            id={id}
            type="checkbox"
            role="switch"
            className="details-switch"
            checked={value === true}
            aria-checked={value === true}
            onChange={(event) => onValue(event.target.checked)}
          />
        </label>
      )
    case 'date':
      return <DateControl field={field} value={value as string | null} takesFocus={takesFocus} onValue={onValue} />
    case 'department':
      return <DepartmentControl field={field} value={value as string | null} onValue={onValue} />
    case 'card':
      return <CardChoice field={field} value={value as string | null} onValue={onValue} />
    case 'picture':
      return <PictureControl field={field} value={value as string | null} onValue={onValue} />
    case 'readings':
      return <ReadingsControl field={field} value={value as readonly Reading[]} onValue={onValue} />
  }
}
