// A text box of one line that is as wide as its words: an invisible copy of the words gives it its width.
import { useState } from 'react'
import { SharedTextArea, type SharedTextAreaProps } from './SharedTextArea.tsx'

export function FittedText({ text, className, ...box }: SharedTextAreaProps & { text: string }) {
  const [now, setNow] = useState(text)
  return (
    <span className={`fitted-text ${className ?? ''}`.trim()}>
      <span className="fitted-text__size" aria-hidden="true">
        {now || box.placeholder}
      </span>
      <SharedTextArea {...box} className="fitted-text__box" onText={setNow} />
    </span>
  )
}
