import { recapWords as words } from '../ui/recapWords.ts'

export function ReviewSentence({ date }: { date: string }) {
  return (
    <p className="recap__review">
      {words.review} <time dateTime={date}>{words.day(date)}</time>
    </p>
  )
}
