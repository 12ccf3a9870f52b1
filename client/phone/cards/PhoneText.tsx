// A text of a card as a box that grows, shared letter by letter with whoever else writes in it.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { TextField } from '../../../shared/journey/fields.ts'
import { TextBinding } from '../../board/shapes/text/TextBinding.ts'
import { usePhone } from '../PhoneContext.ts'

interface PhoneTextProps {
  cardId: string
  name: string
  field: TextField
}

export function PhoneText({ cardId, name, field }: PhoneTextProps) {
  const { session } = usePhone()
  const box = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TextBinding | null>(null)
  const isMultiline = field.multiline === true
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const made = TextBinding.create({
      box: element,
      target: session.edit,
      place: { root: 'cards', id: cardId, name },
      multiline: isMultiline,
      onChange: () => fitHeight(element),
      // The page says that the card is gone and keeps what was written in it.
      onGone: () => undefined,
    })
    binding.current = made
    fitHeight(element)
    return () => made?.destroy()
  }, [session, cardId, name, isMultiline])
  useEffect(() => () => session.connection.setPresence({ editing: null }), [session])
  return (
    <label className="phone-field">
      <span>{field.label}</span>
      <textarea
        ref={box}
        rows={1}
        placeholder={field.placeholder}
        maxLength={field.maxLength}
        enterKeyHint={isMultiline ? 'enter' : 'done'}
        onInput={() => binding.current?.input()}
        onCompositionStart={() => binding.current?.compositionStart()}
        onCompositionEnd={() => binding.current?.compositionEnd()}
        onSelect={() => binding.current?.selectionChanged()}
        onFocus={() => session.connection.setPresence({ editing: { id: cardId, field: name } })}
        onBlur={() => session.connection.setPresence({ editing: null })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isMultiline) event.currentTarget.blur()
        }}
      />
    </label>
  )
}

/** As high as its text; `field-sizing: content` is not in every browser we serve. */
function fitHeight(box: HTMLTextAreaElement): void {
  box.style.height = '0'
  // The border is not part of the scrolled height.
  box.style.height = `${box.scrollHeight + 2}px`
}
