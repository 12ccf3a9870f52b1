// One of few side by side, one of many as a list. A choice that may be unset can be cleared.
import type { ChoiceField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { ClearButton } from './ClearButton.tsx'
import { DetailsSelect } from './DetailsSelect.tsx'

/** More than this do not fit side by side. */
const SIDE_BY_SIDE = 3

interface ChoiceControlProps {
  field: ChoiceField
  value: string | null
  onValue: (value: string | null) => void
}

export function ChoiceControl({ field, value, onValue }: ChoiceControlProps) {
  const mayBeUnset = field.initial === undefined && field.required !== true
  if (field.options.length > SIDE_BY_SIDE)
    return (
      <DetailsSelect
        label={field.label}
        value={value}
        options={field.options}
        unset={mayBeUnset || value === null ? canvasWords.details.unset : null}
        onValue={onValue}
      />
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
