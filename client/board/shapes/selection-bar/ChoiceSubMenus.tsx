// The fields of a card that are one of few (kind of note, severity, flag, evidence, status), each as a submenu, from the
// declaration of its kind.
import type { Card } from '../../../../shared/journey/Board.ts'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import type { AnyFieldValue, Field } from '../../../../shared/journey/fields.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { MenuChoice, MenuLine, SubMenu } from '../../../ui/Menu.tsx'

/** A number with more steps than this is no menu. */
const MAX_STEPS = 7
const UNSET = '-'

interface ChoiceSubMenusProps {
  card: Card
  onValue: (name: string, value: AnyFieldValue) => void
}

export function ChoiceSubMenus({ card, onValue }: ChoiceSubMenusProps) {
  const fields = Object.entries(cardDefinition(card.kind).fields).filter(([, field]) => optionsOf(field) !== null)
  if (fields.length === 0) return null
  const values = card.fields as Readonly<Record<string, AnyFieldValue>>
  return (
    <>
      {fields.map(([name, field]) => (
        <SubMenu key={name} label={field.label}>
          <MenuChoice
            label={field.label}
            options={optionsOf(field) ?? []}
            value={values[name] === null || values[name] === undefined ? UNSET : String(values[name])}
            onValue={(value) => onValue(name, valueOf(field, value))}
          />
        </SubMenu>
      ))}
      <MenuLine />
    </>
  )
}

function optionsOf(field: Field): { value: string; label: string }[] | null {
  const unset = { value: UNSET, label: canvasWords.card.none }
  if (field.type === 'choice') {
    const options = field.options.map(({ value, label }) => ({ value, label }))
    return field.initial === undefined && field.required !== true ? [...options, unset] : options
  }
  if (field.type !== 'number' || field.integer !== true || field.max - field.min >= MAX_STEPS) return null
  const steps = Array.from({ length: field.max - field.min + 1 }, (_, at) => String(field.min + at))
  return [...steps.map((step) => ({ value: step, label: step })), unset]
}

function valueOf(field: Field, value: string): AnyFieldValue {
  if (value === UNSET) return null
  return field.type === 'number' ? Number(value) : value
}
