import { useId } from 'react'
import type { DateField } from '../../../shared/journey/fields.ts'

interface DateControlProps {
  field: DateField
  value: string | null
  onValue: (value: string | null) => void
}

/** A day, with the browser's own calendar. Half-typed days are not written. */
export function DateControl({ field, value, onValue }: DateControlProps) {
  const id = useId()
  return (
    <div className="details-field">
      <label className="details-field__label" htmlFor={id}>
        {field.label}
      </label>
      <input
        id={id}
        type="date"
        className="details-input details-input--date"
        value={value ?? ''}
        onChange={(event) => onValue(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  )
}
