// One of few side by side, one of many as a list. A choice that may be unset can be cleared.
import { useId } from 'react'
import type { ChoiceField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { ClearButton } from './ClearButton.tsx'

/** More than this do not fit side by side. */
const SIDE_BY_SIDE = 3

interface ChoiceControlProps {
  field: ChoiceField
  value: string | null
  onValue: (value: string | null) => void
}

export function ChoiceControl({ field, value, onValue }: ChoiceControlProps) {
  const id = useId()
  const mayBeUnset = field.initial === undefined && field.required !== true
  if (field.options.length > SIDE_BY_SIDE)
    return (
      <div className="details-field">
        <label className="details-field__label" htmlFor={id}>
          {field.label}
        </label>
        <select
          id={id}
          className="details-input details-input--select"
          value={value ?? ''}
          onChange={(event) => onValue(event.target.value === '' ? null : event.target.value)}
        >
          {(mayBeUnset || value === null) && <option value="">{canvasWords.details.unset}</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    )
  return (
    <div className="details-field">
      <span className="details-field__label" aria-hidden="true">
        {field.label}
        {mayBeUnset && value !== null && <ClearButton label={field.label} onClear={() => onValue(null)} />}
      </span>
      <Segmented label={field.label} options={field.options} value={value ?? ''} onValue={onValue} />
    </div>
  )
}
