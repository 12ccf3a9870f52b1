import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from '../ui/words.ts'
import type { PanelPerson } from './PeoplePanel.tsx'

interface RemovePersonDialogProps {
  person: PanelPerson
  onRemove: (id: string) => void
  onClose: () => void
}

/** Asked first: a removed person is out at once, in the middle of what they write. */
export function RemovePersonDialog({ person, onRemove, onClose }: RemovePersonDialogProps) {
  const name = person.name === '' ? words.people.unnamed : person.name
  return (
    <Dialog open onOpenChange={onClose} title={words.people.removeHeading(name)} width={440}>
      <p>{words.people.removeNote}</p>
      <div className="dialog__buttons">
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            onRemove(person.id)
            onClose()
          }}
        >
          {words.people.removeConfirm}
        </Button>
      </div>
    </Dialog>
  )
}
