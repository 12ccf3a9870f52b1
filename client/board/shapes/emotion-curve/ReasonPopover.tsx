// "Why?": one line of reason for one's own reading, and the way to take the reading back.
import { Popover } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { MAX_REASON_LENGTH } from '../../../../shared/journey/schema.ts'
import { canvasWords, signed } from '../../../ui/canvasWords.ts'
import { EmotionFace, emotionInk, emotionLevel } from './EmotionFace.tsx'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'

interface ReasonPopoverProps {
  name: string
  value: number
  reason: string
  x: number
  y: number
  onReason: (reason: string) => void
  onRemove: () => void
  onClose: () => void
}

export function ReasonPopover({ name, value, reason, x, y, onReason, onRemove, onClose }: ReasonPopoverProps) {
  const [words, setWords] = useState(reason)
  const forget = useWriteWhenTakenOff(words.trim() === reason ? null : words.trim(), onReason)
  const close = () => {
    if (words.trim() !== reason) onReason(words.trim())
    forget()
    onClose()
  }
  const remove = () => {
    forget()
    onRemove()
  }
  return (
    <KeepFromCanvas>
      <Popover.Root open onOpenChange={(open) => !open && close()}>
        <Popover.Anchor className="reason__anchor" style={{ transform: `translate(${x}px, ${y}px)` }} />
        <Popover.Portal>
          <Popover.Content
            className="reason"
            side="bottom"
            sideOffset={12}
            collisionPadding={12}
            aria-label={canvasWords.emotion.point(name)}
          >
            <span className="reason__value" style={{ color: emotionInk(value) }}>
              <EmotionFace level={emotionLevel(value)} size={18} />
              {signed(value)}
            </span>
            <label className="reason__field">
              <span>{canvasWords.emotion.why}</span>
              <input
                value={words}
                maxLength={MAX_REASON_LENGTH}
                placeholder={canvasWords.emotion.whyPrompt}
                onChange={(event) => setWords(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) close()
                }}
              />
            </label>
            <button type="button" className="reason__remove" onClick={remove}>
              {canvasWords.emotion.remove}
            </button>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </KeepFromCanvas>
  )
}

/** Taken off the page in the middle of writing (feelings have ended): what stands there is written. Returns the way not to. */
function useWriteWhenTakenOff(words: string | null, onReason: (reason: string) => void): () => void {
  const latest = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = words === null ? null : () => onReason(words)
  })
  useEffect(() => () => latest.current?.(), [])
  return () => {
    latest.current = null
  }
}
