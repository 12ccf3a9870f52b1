// A text to hand on, with a button that copies it and says so.
import './CopyField.css'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { copyText } from './copyText.ts'
import { CheckIcon, CopyIcon } from './icons.tsx'
import { words } from './words.ts'

/** Long enough to be seen, short enough to copy the next one. */
const FEEDBACK_MS = 2500

interface CopyFieldProps {
  label: string
  text: string
  copyLabel?: string
  /** The next step of its dialog. */
  primary?: boolean
}

export function CopyField({ label, text, copyLabel = words.common.copy, primary = false }: CopyFieldProps) {
  const id = useId()
  const fieldRef = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')

  useEffect(() => {
    if (outcome !== 'copied') return
    const timer = setTimeout(() => setOutcome('none'), FEEDBACK_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    const copied = await copyText(text, fieldRef.current)
    setOutcome(copied ? 'copied' : 'failed')
    // Left selected, so that one key press copies it.
    if (!copied) fieldRef.current?.select()
  }

  return (
    <div className="copy-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field__row">
        <input
          ref={fieldRef}
          id={id}
          className="copy-field__text"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <Button
          look={primary ? 'primary' : 'plain'}
          icon={outcome === 'copied' ? CheckIcon : CopyIcon}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? words.common.copied : copyLabel}
        </Button>
      </div>
      <p className={outcome === 'failed' ? 'field-hint' : 'visually-hidden'} role="status">
        {outcome === 'copied' && words.common.copied}
        {outcome === 'failed' && words.common.copyFailed}
      </p>
    </div>
  )
}
