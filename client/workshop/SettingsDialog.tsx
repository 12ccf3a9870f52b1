// What facilitators decide about the workshop as a whole. Every change is a command of its own and takes effect for
// everybody when the server has it.
import './SettingsDialog.css'
import { useValue } from '@tldraw/state-react'
import { type FormEvent, useState } from 'react'
import type { Command } from '../../shared/protocol/api.ts'
import { TITLE_MAX_LENGTH } from '../../shared/protocol/limits.ts'
import { useBoardSession } from '../board/BoardSessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SwitchField } from '../ui/SwitchField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { words } from '../ui/words.ts'
import { ReviewDateField } from './ReviewDateField.tsx'
import { runCommand } from './useWorkshopActions.ts'

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { connection, workshop: joined } = useBoardSession()
  const { title, structureLocked, closed, reviewDate } = useValue(connection.workshop)
  const [newTitle, setNewTitle] = useState(title)
  const [busy, setBusy] = useState(false)
  const { settings } = words

  async function run(order: Command) {
    setBusy(true)
    await runCommand(joined.workshopId, joined.token, order)
    setBusy(false)
  }

  function rename(event: FormEvent) {
    event.preventDefault()
    const trimmed = newTitle.trim()
    if (trimmed !== '' && trimmed !== title && !busy) void run({ type: 'workshop.rename', title: trimmed })
  }

  return (
    <Dialog open onOpenChange={onClose} title={words.bar.settings} description={settings.lead} width={520}>
      <form className="settings__title" onSubmit={rename} noValidate>
        <TextField
          label={settings.title}
          value={newTitle}
          onValue={setNewTitle}
          maxLength={TITLE_MAX_LENGTH}
          autoComplete="off"
          error={newTitle.trim() === '' ? words.home.titleMissing : null}
        />
        <Button type="submit" size="big" busy={busy}>
          {words.common.save}
        </Button>
      </form>
      <ReviewDateField workshop={joined} date={reviewDate ?? null} />
      <SwitchField
        label={settings.lock}
        hint={settings.lockHint}
        checked={structureLocked}
        onChecked={(locked) => run({ type: 'lock.set', locked })}
      />
      <SwitchField
        label={settings.close}
        hint={settings.closeHint}
        checked={closed}
        onChecked={(next) => run({ type: 'workshop.close', closed: next })}
      />
    </Dialog>
  )
}
