// What participants may do in a phase: the kinds of card as chips to press, the rest as check boxes.
import { useId } from 'react'
import { type CardSort, cardSorts, sortPlural } from '../../../shared/journey/cards/cardSorts.ts'
import type { PhaseRights } from '../../../shared/workshop/agenda.ts'
import { CheckField } from '../../ui/CheckField.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx'
import type { DraftPhase } from './agendaDraft.ts'
import { chooseCards, chosenCards, noteSorts, rightNames } from './phaseChoices.ts'

const words = agendaWords.rights

interface RightsFieldsProps {
  phase: DraftPhase
  /** What is wrong with the kinds of card. */
  problem: string | null
  onChange: (rights: PhaseRights) => void
}

export function RightsFields({ phase, problem, onChange }: RightsFieldsProps) {
  const { rights } = phase
  const choices = phase.private ? noteSorts : cardSorts
  const chosen = chosenCards(rights)
  const problemId = useId()
  const choose = (next: Iterable<CardSort>) => onChange(chooseCards(rights, new Set(next)))
  const toggle = (choice: CardSort) =>
    choose(chosen.has(choice) ? [...chosen].filter((one) => one !== choice) : [...chosen, choice])
  const hasAll = choices.every((choice) => chosen.has(choice))
  return (
    <fieldset className="rights-fields">
      <legend className="field-label">{words.may}</legend>
      <fieldset className="rights-fields__cards" aria-describedby={problem === null ? undefined : problemId}>
        <legend>
          {words.cards}
          <Button size="small" look="quiet" onClick={() => choose(hasAll ? [] : choices)}>
            {hasAll ? words.none : words.all}
          </Button>
        </legend>
        {choices.map((choice) => (
          <label key={choice} className="rights-fields__chip">
            <input
              className="visually-hidden"
              type="checkbox"
              checked={chosen.has(choice)}
              onChange={() => toggle(choice)}
            />
            {chosen.has(choice) && <CheckIcon size={13} />}
            {sortPlural(choice)}
          </label>
        ))}
      </fieldset>
      {problem !== null && (
        <p className="field-error" id={problemId}>
          <WarningIcon size={14} />
          {problem}
        </p>
      )}
      {rightNames.map((name) => (
        <CheckField
          key={name}
          label={words.long[name]}
          checked={rights[name]}
          onChecked={(may) => onChange({ ...rights, [name]: may })}
        />
      ))}
    </fieldset>
  )
}
