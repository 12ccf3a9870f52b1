// A number with its label, − and + beside it. Empty where the field allows it: then the placeholder says what counts.
import './NumberField.css'
import { useId } from 'react'
import { IconButton } from './IconButton.tsx'
import { MinusIcon, PlusIcon, WarningIcon } from './icons.tsx'

interface NumberFieldProps {
  label: string
  /** null: empty. */
  value: number | null
  onValue: (value: number | null) => void
  min: number
  max: number
  /** What the buttons add and take. */
  step?: number
  /** What holds while the field is empty; the buttons start from it. */
  fallback?: number
  placeholder?: string
  hint?: string
  error?: string | null
  /** The label is for screen readers only; the place explains itself. */
  labelHidden?: boolean
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, onValue, min, max, step = 1, fallback = min, placeholder, hint, error = null } = props
  const id = useId()
  const note = error ?? hint
  const stepped = (by: number) => onValue(clamp(round((value ?? fallback) + by), min, max))
  return (
    <div className="number-field">
      <label className={props.labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <span className="number-field__box">
        <IconButton label={`${label}: −`} icon={MinusIcon} onClick={() => stepped(-step)} />
        <input
          id={id}
          className="tabular"
          inputMode="decimal"
          autoComplete="off"
          value={value ?? ''}
          placeholder={placeholder ?? String(fallback)}
          aria-invalid={error !== null}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => onValue(readTyped(event.target.value, value, max))}
        />
        <IconButton label={`${label}: +`} icon={PlusIcon} onClick={() => stepped(step)} />
      </span>
      {note !== undefined && (
        <div id={`${id}-note`} className={error === null ? 'field-hint' : 'field-error'}>
          {error !== null && <WarningIcon size={14} />}
          {note}
        </div>
      )}
    </div>
  )
}

/** What was typed as a number, the last one where it is none. Below `min` is left to the form: "1" comes before "15". */
function readTyped(typed: string, last: number | null, max: number): number | null {
  if (typed.trim() === '') return null
  const value = Number(typed.replace(',', '.'))
  return Number.isFinite(value) && value >= 0 ? Math.min(value, max) : last
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
/** Tenths: steps of 0.1 would else end in 1.2000000000000002. */
const round = (value: number) => Math.round(value * 10) / 10
