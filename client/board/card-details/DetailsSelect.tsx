// One of many as a list; the empty line clears.
import { useId } from 'react'
import { Select } from '../../ui/Select.tsx'

interface DetailsSelectProps {
  label: string
  value: string | null
  options: readonly { readonly value: string; readonly label: string }[]
  /** What the empty line says; null: there is none, something is always chosen. */
  unset: string | null
  onValue: (value: string | null) => void
}

export function DetailsSelect({ label, value, options, unset, onValue }: DetailsSelectProps) {
  const id = useId()
  return (
    <div className="details-field">
      <label className="details-field__label" htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        className="details-input details-input--select"
        value={value}
        options={unset === null ? options : [{ value: null, label: unset }, ...options]}
        onValue={onValue}
      />
    </div>
  )
}
