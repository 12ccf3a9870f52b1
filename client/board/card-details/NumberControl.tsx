// A number: as steps where there are few (1 to 5), as a box where there are many. A box is written when it is left, so
// that nobody sees half a number.
import { useId, useState } from 'react'
import type { NumberField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { ClearButton } from './ClearButton.tsx'
import { readNumber } from './readNumber.ts'

/** Most steps shown side by side. */
const MAX_STEPS = 7

interface NumberControlProps {
  field: NumberField
  value: number | null
  onValue: (value: number | null) => void
}

export function NumberControl(props: NumberControlProps) {
  const { field } = props
  const isSteps = field.integer === true && field.max - field.min < MAX_STEPS
  return isSteps ? <Steps {...props} /> : <NumberBox {...props} />
}

function Steps({ field, value, onValue }: NumberControlProps) {
  const steps = Array.from({ length: field.max - field.min + 1 }, (_, at) => String(field.min + at))
  return (
    <div className="details-field">
      <span className="details-field__label" aria-hidden="true">
        {field.label}
        {value !== null && field.required !== true && <ClearButton label={field.label} onClear={() => onValue(null)} />}
      </span>
      <Segmented
        label={field.label}
        options={steps.map((step) => ({ value: step, label: step }))}
        value={value === null ? '' : String(value)}
        onValue={(step) => onValue(Number(step))}
      />
      <span className="details-scale">
        <span>{canvasWords.details.low(field.min)}</span>
        <span>{canvasWords.details.high(field.max)}</span>
      </span>
    </div>
  )
}

function NumberBox({ field, value, onValue }: NumberControlProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  // Somebody else's value shows at once, unless this person is in the middle of typing one.
  const shown = typed ?? (value === null ? '' : String(value))
  const read = typed === null ? null : readNumber(typed, field)
  const problem = read !== null && !read.ok ? read.reason : null
  const commit = () => {
    if (read === null || !read.ok) return
    setTyped(null)
    if (read.value !== value) onValue(read.value)
  }
  return (
    <div className="details-field">
      <label className="details-field__label" htmlFor={id}>
        {field.label}
      </label>
      <span className="details-number">
        <input
          id={id}
          className="details-input"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          placeholder={canvasWords.details.unset}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
        {field.unit !== undefined && <span className="details-number__unit">{field.unit}</span>}
      </span>
      {problem !== null && (
        <span className="details-field__problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}
