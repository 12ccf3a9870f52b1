// Measured values of a KPI by day, newest first; a new day is added below the list's head.
import { type FormEvent, useId, useState } from 'react'
import { MAX_READINGS, type Reading, type ReadingsField } from '../../../shared/journey/fields.ts'
import { formatNumber } from '../../../shared/layout/cardFoot.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { readNumber } from './readNumber.ts'
import { withReading } from './withReading.ts'

const anyNumber = { min: -1e15, max: 1e15 }

interface ReadingsControlProps {
  field: ReadingsField
  value: readonly Reading[]
  onValue: (value: readonly Reading[]) => void
}

export function ReadingsControl({ field, value, onValue }: ReadingsControlProps) {
  const headingId = useId()
  return (
    <div className="details-field" role="group" aria-labelledby={headingId}>
      <span className="details-field__label" id={headingId}>
        {field.label}
      </span>
      {value.length < MAX_READINGS && <NewReading onAdd={(reading) => onValue(withReading(value, reading))} />}
      <ul className="details-readings">
        {value.toReversed().map((reading) => (
          <li key={reading.date}>
            <time dateTime={reading.date}>{reading.date}</time>
            <b>{formatNumber(reading.value)}</b>
            <button
              type="button"
              className="details-readings__remove"
              aria-label={canvasWords.details.removeReading(reading.date)}
              onClick={() => onValue(value.filter(({ date }) => date !== reading.date))}
            >
              <CloseIcon size={12} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function NewReading({ onAdd }: { onAdd: (reading: Reading) => void }) {
  const [date, setDate] = useState(today)
  const [typed, setTyped] = useState('')
  const read = readNumber(typed, anyNumber)
  const problemId = useId()
  const problem = read.ok ? null : read.reason
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!read.ok || read.value === null || date === '') return
    onAdd({ date, value: read.value })
    setTyped('')
  }
  return (
    <form className="details-readings__new" onSubmit={submit}>
      <input
        type="date"
        className="details-input details-input--date"
        aria-label={canvasWords.details.date}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      <input
        className="details-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={canvasWords.details.value}
        placeholder={canvasWords.details.value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="details-readings__add" disabled={typed.trim() === ''}>
        {canvasWords.details.addReading}
      </button>
      {problem !== null && (
        <span className="details-field__problem" id={problemId}>
          {problem}
        </span>
      )}
    </form>
  )
}

/** Today where the person is, as an ISO day. */
function today(): string {
  const now = new Date()
  const month = String(now.getMonth() + 1).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`
}
