import { useEffect, useId, useRef } from 'react'
import type { DateField } from '../../../shared/journey/fields.ts'
import { useTypedDay } from '../../ui/useTypedDay.ts'

interface DateControlProps {
  field: DateField
  value: string | null
  takesFocus?: boolean
  onValue: (value: string | null) => void
}

/** A day, with the browser's own calendar. Half-typed days are not written. */
export function DateControl({ field, value, takesFocus = false, onValue }: DateControlProps) {
  const id = useId()
  const typed = useTypedDay(value, onValue)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  return (
    <div className="details-field">
      <label className="details-field__label" htmlFor={id}>
        {field.label}
      </label>
      <input
        ref={input}
        id={id}
        type="date"
        className="details-input details-input--date"
        value={typed.value}
        onChange={({ currentTarget }) => typed.onChange(currentTarget)}
        onBlur={({ currentTarget }) => typed.onBlur(currentTarget)}
      />
    </div>
  )
}
