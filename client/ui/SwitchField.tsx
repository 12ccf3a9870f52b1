// On or off, with what it means. A native check box underneath.
import './SwitchField.css'
import { useId } from 'react'

interface SwitchFieldProps {
  label: string
  hint: string
  checked: boolean
  onChecked: (checked: boolean) => void
}

export function SwitchField({ label, hint, checked, onChecked }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="switch-field">
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`}>{hint}</p>
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        aria-describedby={`${id}-hint`}
        checked={checked}
        onChange={(event) => onChecked(event.target.checked)}
      />
    </div>
  )
}
