// One of many as a list; the empty line clears.
import { useId } from 'react'

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
      <select
        id={id}
        className="details-input details-input--select"
        value={value ?? ''}
        onChange={(event) => onValue(event.target.value === '' ? null : event.target.value)}
      >
        {unset !== null && <option value="">{unset}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
