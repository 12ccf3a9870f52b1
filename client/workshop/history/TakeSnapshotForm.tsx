import { type FormEvent, useState } from 'react'
import { NAME_MAX_LENGTH } from '../../../shared/protocol/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/toasts.ts'
import type { History } from './History.ts'

/** Keeps the board as it is now under a name. What was typed stays until the server has it. */
export function TakeSnapshotForm({ history }: { history: History }) {
  const [label, setLabel] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function take(event: FormEvent) {
    event.preventDefault()
    const name = label.trim()
    if (busy) return
    if (name === '') {
      setError(words.nameMissing)
      return
    }
    setBusy(true)
    const taken = await history.take(name)
    setBusy(false)
    if (!taken.ok) {
      setError(taken.failure.sentence)
      return
    }
    setLabel('')
    showToast(words.taken(name))
  }

  return (
    <form className="history__take" noValidate onSubmit={(event) => void take(event)}>
      <TextField
        label={words.name}
        labelHidden
        placeholder={words.namePlaceholder}
        maxLength={NAME_MAX_LENGTH}
        value={label}
        error={error}
        onValue={(value) => {
          setLabel(value)
          setError(null)
        }}
      />
      <Button type="submit" busy={busy}>
        {busy ? words.taking : words.take}
      </Button>
    </form>
  )
}
