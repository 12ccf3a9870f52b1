import { type FormEvent, useId, useState } from 'react'
import { DEPARTMENT_MAX_LENGTH, NAME_MAX_LENGTH } from '../../shared/protocol/limits.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { words } from '../ui/words.ts'
import type { PanelPerson } from './PeoplePanel.tsx'

interface RenamePersonDialogProps {
  person: PanelPerson
  /** To choose from; another one can be typed. */
  departments: readonly string[]
  onRename: (id: string, name: string, department: string) => void
  onClose: () => void
}

export function RenamePersonDialog({ person, departments, onRename, onClose }: RenamePersonDialogProps) {
  const [name, setName] = useState(person.name)
  const [department, setDepartment] = useState(person.department)
  const [missing, setMissing] = useState(false)
  const formId = useId()

  function rename(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') {
      setMissing(true)
      return
    }
    onRename(person.id, name.trim(), department.trim())
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
      <form id={formId} className="rename-person" onSubmit={rename} noValidate>
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
        {person.role !== 'viewer' && (
          <>
            <TextField
              label={words.people.department}
              value={department}
              onValue={setDepartment}
              maxLength={DEPARTMENT_MAX_LENGTH}
              autoComplete="off"
              list={`${formId}-departments`}
            />
            <datalist id={`${formId}-departments`}>
              {departments.map((known) => (
                <option key={known}>{known}</option>
              ))}
            </datalist>
          </>
        )}
      </form>
    </Dialog>
  )
}
