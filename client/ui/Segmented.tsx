// A choice of few, side by side. Native radio buttons underneath: arrows, names and forms work as everywhere.
import './Segmented.css'
import { useId } from 'react'
import type { Icon } from './icons.tsx'

interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: Icon
}

interface SegmentedProps<Value extends string> {
  /** Names the group for screen readers. */
  label: string
  options: readonly SegmentedOption<Value>[]
  value: Value
  onValue: (value: Value) => void
  /** Icons only; each still has its name. */
  compact?: boolean
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onValue, compact = false } = props
  const name = useId()
  return (
    <fieldset className={compact ? 'segmented segmented--compact' : 'segmented'}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ value: own, label: text, icon: Drawing }) => (
        <label key={own} className="segmented__option" title={compact ? text : undefined}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={own === value}
            onChange={() => onValue(own)}
          />
          {Drawing !== undefined && <Drawing size={compact ? 14 : 16} />}
          <span className={compact ? 'visually-hidden' : undefined}>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
