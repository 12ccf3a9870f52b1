import { useId } from 'react'

interface CheckFieldProps {
  label: string
  hint?: string
  checked: boolean
  disabled?: boolean
  onChecked: (checked: boolean) => void
}

/** A check box of a form: nothing happens before the form is sent. */
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
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  )
}
