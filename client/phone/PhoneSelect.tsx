// One of many with its label, with the phone's own picker. `journey`: at the head of a tab, as wide as its rows.
import { useId } from 'react'
import { Select } from '../ui/Select.tsx'

interface PhoneSelectProps<Value extends string | null> {
  label: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value
  onValue: (value: Value) => void
  look?: 'journey'
}

export function PhoneSelect<Value extends string | null>({ label, look, ...rest }: PhoneSelectProps<Value>) {
  const id = useId()
  return (
    <div className={look ? `phone-field phone-field--${look}` : 'phone-field'}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} {...rest} />
    </div>
  )
}
