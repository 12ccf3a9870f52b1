// One of many, with its label. The browser's own list: works by keyboard, touch and screen reader as everywhere.
import './SelectField.css'
import { useId } from 'react'

interface SelectFieldProps<Value extends string> {
  label: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value
  onValue: (value: Value) => void
}

export function SelectField<Value extends string>({ label, options, value, onValue }: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <div className="select-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onValue(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
