// One of several as chips that a thumb can hit. Native radio buttons underneath. `line`: in one row that scrolls.
import { useEffect, useId, useRef } from 'react'
import type { Icon } from '../ui/icons.tsx'

interface ChipsProps {
  label: string
  options: readonly { readonly value: string; readonly label: string; readonly icon?: Icon }[]
  value: string
  onValue: (value: string) => void
  look?: 'grid' | 'line'
  /** For screen readers only; the place explains itself. */
  labelHidden?: boolean
}

export function Chips({ label, options, value, onValue, look = 'grid', labelHidden = false }: ChipsProps) {
  const name = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // Only sideways: the page itself stays where it is. `value` is what moves the check.
    if (value === '') return
    const chip = group.current?.querySelector<HTMLElement>('.chip:has(:checked)')
    if (chip && group.current) group.current.scrollLeft = chip.offsetLeft - group.current.clientWidth / 3
  }, [value])
  return (
    <fieldset ref={group} className={`chips chips--${look}`}>
      <legend className={labelHidden ? 'visually-hidden' : 'phone-legend'}>{label}</legend>
      {options.map(({ value: own, label: text, icon: Drawing }) => (
        <label key={own} className="chip">
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={own === value}
            onChange={() => onValue(own)}
          />
          {Drawing && <Drawing />}
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
