// A link for one person, for facilitators: nobody comes in twice with it, so nobody votes twice. Its key is known to this
// page alone, and only until the dialog closes; the list of given links keeps the name.
import { useState } from 'react'
import { NAME_MAX_LENGTH } from '../../shared/protocol/limits.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { workshopLink } from '../app/workshopMemory.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { facilitationWords } from '../ui/facilitationWords.ts'
import { LinkIcon } from '../ui/icons.tsx'
import { Strip } from '../ui/Strip.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNewLink } from './useNewLink.ts'

const { personal } = facilitationWords.links

interface PersonalLinkProps {
  workshop: JoinedWorkshop
  role: Role
  origin: string
}

export function PersonalLink({ workshop, role, origin }: PersonalLinkProps) {
  const [name, setName] = useState('')
  const [made, setMade] = useState<{ readonly link: string; readonly name: string } | null>(null)
  const { busy, failure, make } = useNewLink(workshop, role)

  async function fetchLink() {
    const key = await make(name.trim())
    if (key === null) return
    setMade({ link: workshopLink(workshop.workshopId, key, origin), name: name.trim() })
    setName('')
  }

  return (
    <form
      className="personal-link"
      onSubmit={(event) => {
        event.preventDefault()
        void fetchLink()
      }}
    >
      <p className="invite__can">{personal.lead}</p>
      <div className="personal-link__row">
        <TextField
          label={personal.name}
          hint={personal.hint}
          value={name}
          onValue={setName}
          maxLength={NAME_MAX_LENGTH}
          autoComplete="off"
        />
        <Button type="submit" size="big" icon={LinkIcon} busy={busy}>
          {made === null ? personal.make : personal.another}
        </Button>
      </div>
      {failure !== null && (
        <Strip tone="danger" boxed>
          {failure}
        </Strip>
      )}
      {made !== null && (
        <div role="status">
          <CopyField key={made.link} label={personal.linkFor(made.name)} text={made.link} />
          <p className="field-hint">{personal.once}</p>
        </div>
      )}
    </form>
  )
}
