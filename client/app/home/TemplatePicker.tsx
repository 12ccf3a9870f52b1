// The four starting points as cards with a small picture of the map each. Native radio buttons underneath.
import './TemplatePicker.css'
import type { TemplateName } from '../../../shared/protocol/api.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { words } from '../../ui/words.ts'
import { TemplatePicture } from './TemplatePicture.tsx'

const order: readonly TemplateName[] = ['blank', 'customer-lifecycle', 'saas-onboarding', 'service-blueprint']

interface TemplatePickerProps {
  value: TemplateName
  onValue: (value: TemplateName) => void
}

export function TemplatePicker({ value, onValue }: TemplatePickerProps) {
  return (
    <fieldset className="template-picker">
      <legend className="template-picker__label">{words.home.template}</legend>
      <div className="template-picker__cards">
        {order.map((name) => (
          <label key={name} className="template-card">
            <input
              className="visually-hidden"
              type="radio"
              name="template"
              checked={name === value}
              onChange={() => onValue(name)}
            />
            <span className="template-card__picture">
              <TemplatePicture name={name} />
            </span>
            <span className="template-card__text">
              <b>{words.templates[name].name}</b>
              <span>{words.templates[name].note}</span>
              <i className="template-card__check">
                <CheckIcon size={14} strokeWidth={2.2} />
              </i>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
