// Yes or no inside a form that is sent as a whole. A switch (SwitchField) takes effect at once; this does not.
import './CheckField.css'
import { useId } from 'react'

interface CheckFieldProps {
  label: string
  hint?: string
  checked: boolean
  disabled?: boolean
  onChecked: (checked: boolean) => void
}

export function CheckField({ label, hint, checked, disabled = false, onChecked }: CheckFieldProps) {
  const id = useId()
  return (
    <div className="check-field">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="check-field__hint">
          {hint}
        </p>
      )}
    </div>
  )
}
