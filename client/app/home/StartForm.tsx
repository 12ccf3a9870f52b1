// Title, template, go. After the server has made the workshop the keys are kept in this browser and the person goes on
// to say who they are.
import './StartForm.css'
import { type FormEvent, useRef, useState } from 'react'
import type { TemplateName } from '../../../shared/protocol/api.ts'
import { TITLE_MAX_LENGTH } from '../../../shared/protocol/limits.ts'
import { createWorkshop } from '../../connection/api.ts'
import type { Failure } from '../../connection/callServer.ts'
import { Button } from '../../ui/Button.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { words } from '../../ui/words.ts'
import { navigate } from '../address.ts'
import { remember } from '../workshopMemory.ts'
import { TemplatePicker } from './TemplatePicker.tsx'

export function StartForm() {
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<TemplateName>('customer-lifecycle')
  const [adminKey, setAdminKey] = useState('')
  const [asksForKey, setAsksForKey] = useState(false)
  const [titleMissing, setTitleMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const titleRef = useRef<HTMLInputElement>(null)
  useFirstFocus(titleRef)

  async function start(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (title.trim() === '') {
      setTitleMissing(true)
      titleRef.current?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    const created = await createWorkshop({
      title: title.trim(),
      template,
      ...(adminKey === '' ? {} : { adminKey }),
    })
    setBusy(false)
    if (created.ok) {
      const { id, keys } = created.value
      remember(id, { title: title.trim(), own: true, keys, key: keys.facilitator, openedMs: Date.now() })
      navigate(`/w/${encodeURIComponent(id)}`)
    } else {
      if (wantsAdminKey(created.failure)) setAsksForKey(true)
      setFailure(created.failure)
    }
  }

  return (
    <form className="start-form" onSubmit={(event) => void start(event)} noValidate>
      <div className="start-form__title">
        <TextField
          ref={titleRef}
          label={words.home.title}
          placeholder={words.home.titlePlaceholder}
          value={title}
          onValue={(value) => {
            setTitle(value)
            setTitleMissing(false)
          }}
          maxLength={TITLE_MAX_LENGTH}
          autoComplete="off"
          error={titleError(titleMissing, failure)}
        />
      </div>
      <TemplatePicker value={template} onValue={setTemplate} />
      {asksForKey && (
        <div className="start-form__title">
          <TextField
            label={words.home.adminKey}
            type="password"
            value={adminKey}
            onValue={setAdminKey}
            autoComplete="current-password"
            hint={words.home.adminKeyHint}
            error={adminKeyError(failure, adminKey)}
          />
        </div>
      )}
      {failure !== null && failure.kind !== 'invalid' && !wantsAdminKey(failure) && (
        <div className="start-form__failure">
          <Strip tone="danger" boxed>
            {failure.sentence}
          </Strip>
        </div>
      )}
      <div className="start-form__go">
        <Button look="primary" size="big" type="submit" busy={busy}>
          {busy ? words.home.starting : words.home.start}
        </Button>
        <p>
          {words.home.promise}
          <br />
          {words.home.noAccount}
        </p>
      </div>
    </form>
  )
}

function wantsAdminKey(failure: Failure): boolean {
  return failure.kind === 'adminKey' || failure.kind === 'token' || failure.kind === 'forbidden'
}

function titleError(missing: boolean, failure: Failure | null): string | null {
  if (missing) return words.home.titleMissing
  return failure?.kind === 'invalid' ? failure.sentence : null
}

function adminKeyError(failure: Failure | null, adminKey: string): string | null {
  if (failure === null || !wantsAdminKey(failure)) return null
  return adminKey === '' ? words.home.adminKeyMissing : words.home.adminKeyWrong
}
