import { type FormEvent, useId, useState } from 'react'
import { NAME_MAX_LENGTH } from '../../shared/protocol/limits.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { words } from '../ui/words.ts'
import type { PanelPerson } from './PeoplePanel.tsx'

interface RenamePersonDialogProps {
  person: PanelPerson
  onRename: (id: string, name: string) => void
  onClose: () => void
}

export function RenamePersonDialog({ person, onRename, onClose }: RenamePersonDialogProps) {
  const [name, setName] = useState(person.name)
  const [missing, setMissing] = useState(false)
  const formId = useId()

  function rename(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') {
      setMissing(true)
      return
    }
    onRename(person.id, name.trim())
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={person.you ? words.people.renameYou : words.people.rename}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={rename} noValidate>
        <TextField
          label={words.people.newName}
          value={name}
          onValue={(value) => {
            setName(value)
            setMissing(false)
          }}
          maxLength={NAME_MAX_LENGTH}
          autoComplete="off"
          autoFocus
          error={missing ? words.join.nameMissing : null}
        />
      </form>
    </Dialog>
  )
}
