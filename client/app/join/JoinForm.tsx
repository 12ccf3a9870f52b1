// Name and department. What the server does not accept is said at the field; everything typed stays.
import './JoinForm.css'
import { type FormEvent, useRef, useState } from 'react'
import { NAME_MAX_LENGTH } from '../../../shared/protocol/limits.ts'
import { joinWorkshop } from '../../connection/entryCalls.ts'
import type { Failure } from '../../connection/callServer.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonIcon } from '../../ui/icons.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { words } from '../../ui/words.ts'
import { type Entry, keepPlace } from '../enterWorkshop.ts'
import type { JoinedWorkshop } from '../JoinedWorkshop.ts'
import { recallPerson, rememberPerson } from '../workshopMemory.ts'
import { DepartmentField } from './DepartmentField.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

interface JoinFormProps {
  id: string
  entry: Extract<Entry, { kind: 'join' }>
  headingId: string
  onJoined: (workshop: JoinedWorkshop) => void
  onLinkEnded: (failure: Failure) => void
}

export function JoinForm({ id, entry, headingId, onJoined, onLinkEnded }: JoinFormProps) {
  const { key, preview, ended } = entry
  const [name, setName] = useState(() => recallPerson().name)
  const [department, setDepartment] = useState(() => knownDepartment(preview.departments))
  const [nameMissing, setNameMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const nameRef = useRef<HTMLInputElement>(null)
  useFirstFocus(nameRef)
  const first = preview.role === 'facilitator' && preview.participants.total === 0

  async function join(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') {
      setNameMissing(true)
      nameRef.current?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    const person = { name: name.trim(), department: department.trim() }
    const joined = await joinWorkshop(id, { key, ...person })
    setBusy(false)
    if (joined.ok) {
      rememberPerson(person)
      onJoined(keepPlace(id, key, joined.value))
    } else if (joined.failure.kind === 'link') {
      onLinkEnded(joined.failure)
    } else {
      setFailure(joined.failure)
      if (joined.failure.field === 'name') nameRef.current?.focus()
    }
  }

  return (
    <form className="join-form" onSubmit={(event) => void join(event)} noValidate>
      <h2 id={headingId}>{first ? words.join.headingFacilitator : words.join.heading}</h2>
      <p className="join-form__lead">{first ? words.join.nextInvite : words.join.noAccount}</p>
      {ended && (
        <div className="join-form__strip">
          <Strip tone="warn" boxed>
            {words.join.ended}
          </Strip>
        </div>
      )}
      <div className="join-form__name">
        <TextField
          ref={nameRef}
          label={words.join.name}
          value={name}
          onValue={(value) => {
            setName(value)
            setNameMissing(false)
          }}
          maxLength={NAME_MAX_LENGTH}
          autoComplete="name"
          error={nameError(nameMissing, failure)}
        />
      </div>
      <DepartmentField
        departments={preview.departments}
        value={department}
        onValue={setDepartment}
        error={failure?.field === 'department' ? failure.sentence : null}
      />
      {failure !== null && failure.kind !== 'invalid' && (
        <div className="join-form__strip">
          <Strip tone="danger" boxed>
            {failure.sentence}
          </Strip>
        </div>
      )}
      <ul className="join-form__notes">
        <li>
          <PersonIcon />
          {words.join.seen}
        </li>
      </ul>
      <div className="join-form__go">
        <Button look="primary" size="big" type="submit" busy={busy}>
          {goWords(busy, first)}
        </Button>
        <WhoIsHere participants={preview.participants} departments={preview.departments} />
      </div>
    </form>
  )
}

function goWords(busy: boolean, first: boolean): string {
  if (busy) return words.join.joining
  return first ? words.join.enter : words.join.join
}

function nameError(missing: boolean, failure: Failure | null): string | null {
  if (missing) return words.join.nameMissing
  return failure?.kind === 'invalid' && failure.field !== 'department' ? failure.sentence : null
}

/** The department of the last workshop, if this one has it too or has none yet. */
function knownDepartment(departments: readonly string[]): string {
  const last = recallPerson().department
  return departments.length === 0 || departments.includes(last) ? last : ''
}
