// The day on which the actions are looked at again: in the settings, where the agenda ends, and on the recap. A chosen day
// holds for everybody as soon as the server has it; a refusal is said under the field.
import { useState } from 'react'
import { sendCommand } from '../connection/api.ts'
import { TextField } from '../ui/TextField.tsx'
import { words } from '../ui/words.ts'
import { isWholeDay } from './isWholeDay.ts'

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
  // While somebody types, the server's answer to an earlier key must not take the later ones away.
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { settings } = words

  async function save(day: string | null) {
    const answer = await sendCommand(workshop.workshopId, workshop.token, { type: 'workshop.review', date: day })
    setRefusal(answer.ok ? null : answer.failure.sentence)
    if (answer.ok) onSaved?.(day)
  }

  return (
    <TextField
      label={settings.review}
      hint={inRecap ? undefined : settings.reviewHint}
      error={refusal}
      type="date"
      // Asked for by the press that brought the field.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      value={typed ?? date ?? ''}
      onValue={(value, { validity }) => {
        setTyped(value)
        // Half typed is empty too, and no wish to have none.
        if (value === '' && !validity.badInput) void save(null)
        else if (isWholeDay(value)) void save(value)
      }}
      onBlur={({ currentTarget: { value, validity } }) => {
        setTyped(null)
        // Cleared part by part: that is no change of its value, and so told by no event.
        if (value === '' && !validity.badInput && date !== null) void save(null)
      }}
    />
  )
}
