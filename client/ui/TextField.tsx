// One line of text with its label, a hint or an error. The error is read together with the field.
import './TextField.css'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { WarningIcon } from './icons.tsx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'value' | 'type'> {
  label: string
  value: string
  /** `field`: what the browser knows of it besides, for example that a day is half typed. */
  onValue: (value: string, field: HTMLInputElement) => void
  type?: 'text' | 'password' | 'search' | 'url' | 'date'
  /** Shown under the field while there is no error. */
  hint?: ReactNode
  /** null: the value is fine as far as we know. */
  error?: string | null
  /** The label is for screen readers only; the place explains itself. */
  labelHidden?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, value, onValue, hint, error = null, labelHidden = false, ...input } = props
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = error !== null || hint !== undefined
  return (
    <div className="text-field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        className="text-field__input"
        id={id}
        value={value}
        onChange={(event) => onValue(event.target.value, event.target)}
        aria-invalid={error !== null}
        aria-describedby={hasNote ? noteId : undefined}
      />
      {hasNote && (
        <div id={noteId} className={error === null ? 'field-hint' : 'field-error'}>
          {error !== null && <WarningIcon size={14} />}
          {error ?? hint}
        </div>
      )}
    </div>
  )
}
