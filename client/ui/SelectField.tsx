// One of many, with its label, as forms and dialogs have it.
import './SelectField.css'
import { useId } from 'react'
import { Select } from './Select.tsx'

interface SelectFieldProps<Value extends string> {
  label: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value
  onValue: (value: Value) => void
}

export function SelectField<Value extends string>({ label, ...rest }: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <div className="select-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Select id={id} {...rest} />
    </div>
  )
}
