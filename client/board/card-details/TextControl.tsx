// A text field of the form: a box that grows with its words, a counter near the limit.
import { useState } from 'react'
import type { TextField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { SharedTextArea } from '../shapes/text/SharedTextArea.tsx'
import type { TextPlace } from '../shapes/text/TextBinding.ts'

/** The counter shows from this share of the limit on. */
const COUNTED_FROM = 0.8

export function TextControl({ place, field, takesFocus }: { place: TextPlace; field: TextField; takesFocus: boolean }) {
  const [length, setLength] = useState(0)
  return (
    <div className="details-field">
      <span className="details-field__label" aria-hidden="true">
        {field.label}
        {length >= field.maxLength * COUNTED_FROM && (
          <span className="details-field__count">{canvasWords.text.left(length, field.maxLength)}</span>
        )}
      </span>
      <SharedTextArea
        {...place}
        isForm
        label={field.label}
        {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
        className={field.multiline === true ? 'details-input details-input--lines' : 'details-input'}
        {...(takesFocus ? { focus: 'all' as const } : {})}
        onText={(text) => setLength(text.length)}
      />
    </div>
  )
}
