// The department of the person: one of the workshop's with its mark, or a new one in their own words. May stay open.
import './DepartmentField.css'
import { useRef, useState } from 'react'
import { DEPARTMENT_MAX_LENGTH } from '../../../shared/protocol/limits.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { assignMarks } from '../../ui/departmentMarks.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { words } from '../../ui/words.ts'

interface DepartmentFieldProps {
  departments: readonly string[]
  /** '' while none is chosen. */
  value: string
  onValue: (value: string) => void
  error: string | null
}

export function DepartmentField({ departments, value, onValue, error }: DepartmentFieldProps) {
  const [own, setOwn] = useState(departments.length === 0)
  const fieldRef = useRef<HTMLInputElement>(null)
  const marks = assignMarks(departments)

  function chooseOwn() {
    setOwn(true)
    onValue('')
    // The field is there after the next paint.
    requestAnimationFrame(() => fieldRef.current?.focus())
  }

  if (departments.length === 0) {
    return (
      <div className="department-field">
        <OwnDepartment fieldRef={fieldRef} value={value} onValue={onValue} error={error} labelHidden={false} />
        <Suggestions value={value} onValue={onValue} />
      </div>
    )
  }
  return (
    <fieldset className="department-field">
      <legend className="field-label">{words.join.department}</legend>
      <div className="department-field__chips">
        {departments.map((name) => {
          const mark = marks.get(name)
          return (
            <label key={name} className="department-chip">
              <input
                className="visually-hidden"
                type="radio"
                name="department"
                checked={!own && name === value}
                onChange={() => {
                  setOwn(false)
                  onValue(name)
                }}
              />
              {mark !== undefined && <DepartmentMark mark={mark} size={20} />}
              <span>{name}</span>
            </label>
          )
        })}
        <label className="department-chip department-chip--own">
          <input className="visually-hidden" type="radio" name="department" checked={own} onChange={chooseOwn} />
          <PlusIcon />
          <span>{words.join.anotherDepartment}</span>
        </label>
      </div>
      {own && <OwnDepartment fieldRef={fieldRef} value={value} onValue={onValue} error={error} labelHidden />}
      {!own && error !== null && <p className="field-error">{error}</p>}
    </fieldset>
  )
}

interface OwnDepartmentProps {
  fieldRef: React.RefObject<HTMLInputElement | null>
  value: string
  onValue: (value: string) => void
  error: string | null
  labelHidden: boolean
}

function OwnDepartment({ fieldRef, value, onValue, error, labelHidden }: OwnDepartmentProps) {
  return (
    <TextField
      ref={fieldRef}
      label={words.join.department}
      labelHidden={labelHidden}
      placeholder={words.join.departmentPlaceholder}
      hint={words.join.departmentHint}
      value={value}
      onValue={onValue}
      maxLength={DEPARTMENT_MAX_LENGTH}
      autoComplete="organization-title"
      error={error}
    />
  )
}

/** A first workshop has no departments yet; one press instead of typing, and the same spelling for everybody. */
function Suggestions({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  return (
    <div className="department-field__suggestions" role="group" aria-label={words.join.suggestions}>
      {words.commonDepartments.map((name) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => onValue(name)}>
          {name}
        </button>
      ))}
    </div>
  )
}
