// A day that somebody types into the browser's own field. What is half typed stays in the field and is nobody else's
// business; a whole day, or none, is given on at once.
import { useState } from 'react'
import { isWholeDay } from './isWholeDay.ts'

interface TypedDay {
  /** For the field: what is being typed, else what is kept. */
  readonly value: string
  readonly onChange: (field: HTMLInputElement) => void
  readonly onBlur: (field: HTMLInputElement) => void
}

/** `kept`: an ISO day, null: none. */
export function useTypedDay(kept: string | null, onDay: (day: string | null) => void): TypedDay {
  // While somebody types, what comes back of an earlier key must not take the later ones away.
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? kept ?? '',
    onChange: ({ value, validity }) => {
      setTyped(value)
      // Half typed is empty too, and no wish to have none.
      if (value === '' && !validity.badInput) onDay(null)
      else if (isWholeDay(value)) onDay(value)
    },
    onBlur: ({ value, validity }) => {
      setTyped(null)
      // Cleared part by part: that is no change of its value, and so told by no event.
      if (value === '' && !validity.badInput && kept !== null) onDay(null)
    },
  }
}
