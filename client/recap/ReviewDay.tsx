// For facilitators: the day of the next review, and a quiet way to set it where everybody will read it. The field is not
// on paper.
import { useState } from 'react'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { Button } from '../ui/Button.tsx'
import { recapWords as words } from '../ui/recapWords.ts'
import { ReviewDateField } from '../workshop/ReviewDateField.tsx'
import { ReviewSentence } from './ReviewSentence.tsx'

interface ReviewDayProps {
  workshop: JoinedWorkshop
  /** As it was when the page was opened. */
  date: string | null
}

export function ReviewDay({ workshop, date }: ReviewDayProps) {
  const [day, setDay] = useState(date)
  // Who was in the field comes back to the button with the keyboard.
  const [field, setField] = useState<'unopened' | 'open' | 'closed'>('unopened')
  if (field === 'open')
    return (
      <>
        {day !== null && <ReviewSentence date={day} />}
        <div className="recap__set-review">
          <ReviewDateField workshop={workshop} date={day} onSaved={setDay} autoFocus inRecap />
          <Button onClick={() => setField('closed')}>{words.reviewDone}</Button>
        </div>
      </>
    )
  return (
    <div className="recap__review-day">
      {day === null ? <p className="recap__no-review">{words.noReview}</p> : <ReviewSentence date={day} />}
      <Button look="quiet" size="small" autoFocus={field === 'closed'} onClick={() => setField('open')}>
        {day === null ? words.setReview : words.changeReview}
      </Button>
    </div>
  )
}
