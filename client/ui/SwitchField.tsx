// On or off, with what it means. A native check box underneath.
import './SwitchField.css'
import { startTransition, useId, useOptimistic } from 'react'

interface SwitchFieldProps {
  label: string
  hint: string
  checked: boolean
  /** Done when the change is decided; until then the switch shows the wish. */
  onChecked: (checked: boolean) => Promise<void>
}

export function SwitchField({ label, hint, checked, onChecked }: SwitchFieldProps) {
  const id = useId()
  const [shown, setShown] = useOptimistic(checked)

  function change(next: boolean) {
    startTransition(async () => {
      setShown(next)
      await onChecked(next)
    })
  }

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
        aria-checked={shown}
        aria-describedby={`${id}-hint`}
        checked={shown}
        onChange={(event) => change(event.target.checked)}
      />
    </div>
  )
}
