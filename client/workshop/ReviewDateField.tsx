// The day on which the actions are looked at again: in the settings, where the agenda ends, and on the recap. A chosen day
// holds for everybody as soon as the server has it; a refusal is said under the field.
import { useState } from 'react'
import { sendCommand } from '../connection/api.ts'
import { TextField } from '../ui/TextField.tsx'
import { useTypedDay } from '../ui/useTypedDay.ts'
import { words } from '../ui/words.ts'

interface ReviewDateFieldProps {
  workshop: { readonly workshopId: string; readonly token: string }
  /** What the server has; null: none is set. */
  date: string | null
  onSaved?: (date: string | null) => void
  autoFocus?: boolean
  /** The field stands in the recap itself: where it is shown needs no words. */
  inRecap?: boolean
}

export function ReviewDateField({ workshop, date, onSaved, autoFocus = false, inRecap = false }: ReviewDateFieldProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { settings } = words

  async function save(day: string | null) {
    const answer = await sendCommand(workshop.workshopId, workshop.token, { type: 'workshop.review', date: day })
    setRefusal(answer.ok ? null : answer.failure.sentence)
    if (answer.ok) onSaved?.(day)
  }
  const typed = useTypedDay(date, (day) => void save(day))

  return (
    <TextField
      label={settings.review}
      hint={inRecap ? undefined : settings.reviewHint}
      error={refusal}
      type="date"
      // Asked for by the press that brought the field.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      value={typed.value}
      onValue={(_, field) => typed.onChange(field)}
      onBlur={({ currentTarget }) => typed.onBlur(currentTarget)}
    />
  )
}
