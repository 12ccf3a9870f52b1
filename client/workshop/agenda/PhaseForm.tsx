// One phase of the agenda, opened for change. What is wrong is said at its field.
import { useId } from 'react'
import { INSTRUCTION_MAX_LENGTH, PHASE_NAME_MAX_LENGTH, revealModes } from '../../../shared/workshop/agenda.ts'
import { CheckField } from '../../ui/CheckField.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { LockIcon } from '../../ui/icons.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type DraftPhase, problemsOf } from './agendaDraft.ts'
import { withPrivacy } from './phaseChoices.ts'
import { RightsFields } from './RightsFields.tsx'

const words = agendaWords.edit
const reveals = revealModes.map((value) => ({ value, label: words.reveals[value] }))

interface PhaseFormProps {
  phase: DraftPhase
  isCurrent: boolean
  /** Privacy, reveal and grey blocks are promised. */
  isFixed: boolean
  onChange: (phase: DraftPhase) => void
}

export function PhaseForm({ phase, isCurrent, isFixed, onChange }: PhaseFormProps) {
  const problems = problemsOf(phase)
  return (
    <div className="phase-form">
      <div className="phase-form__line">
        <TextField
          label={words.name}
          value={phase.name}
          maxLength={PHASE_NAME_MAX_LENGTH}
          autoComplete="off"
          onValue={(name) => onChange({ ...phase, name })}
          error={problems.name}
        />
        <div className="phase-form__minutes">
          <TextField
            label={words.minutes}
            value={phase.minutesText}
            inputMode="decimal"
            autoComplete="off"
            onValue={(minutesText) => onChange({ ...phase, minutesText })}
            error={problems.minutes}
            hint={isCurrent ? words.minutesRunning : words.minutesHint}
          />
        </div>
      </div>
      <TextField
        label={words.instruction}
        value={phase.instruction}
        maxLength={INSTRUCTION_MAX_LENGTH}
        autoComplete="off"
        onValue={(instruction) => onChange({ ...phase, instruction })}
        hint={words.instructionHint}
      />
      <RightsFields phase={phase} problem={problems.cards} onChange={(rights) => onChange({ ...phase, rights })} />
      <PrivateFields phase={phase} isFixed={isFixed} onChange={onChange} />
    </div>
  )
}

function PrivateFields({ phase, isFixed, onChange }: Omit<PhaseFormProps, 'isCurrent'>) {
  const fixedId = useId()
  const lock = isFixed && phase.private
  return (
    <div className="phase-form__private">
      <CheckField
        label={words.private}
        hint={words.privateHint}
        checked={phase.private}
        disabled={lock}
        onChecked={(isPrivate) => {
          const { private: next, rights } = withPrivacy({ ...phase, minutes: 0 }, isPrivate)
          onChange({ ...phase, private: next, rights })
        }}
      />
      {phase.private && (
        <fieldset className="phase-form__reveal" disabled={lock} aria-describedby={lock ? fixedId : undefined}>
          <div className="phase-form__names">
            <span aria-hidden="true">{words.reveal}</span>
            <Segmented
              label={words.reveal}
              options={reveals}
              value={phase.reveal}
              onValue={(reveal) => onChange({ ...phase, reveal })}
            />
          </div>
          <CheckField
            label={words.placeholders}
            checked={phase.placeholders}
            onChecked={(placeholders) => onChange({ ...phase, placeholders })}
          />
        </fieldset>
      )}
      {lock && (
        <p className="phase-form__fixed" id={fixedId}>
          <LockIcon size={13} />
          {words.fixed}
        </p>
      )}
    </div>
  )
}
