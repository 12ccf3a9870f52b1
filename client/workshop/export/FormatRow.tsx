// One format to choose. Native radio buttons: all rows are one group for the arrow keys; what belongs to the chosen one
// opens under it.
import { type ReactNode, useId } from 'react'

interface FormatRowProps {
  label: string
  note: string
  chosen: boolean
  onChoose: () => void
  /** Only while it is chosen. */
  children: ReactNode
}

/** There is one dialog at a time. */
const GROUP = 'export-format'

export function FormatRow({ label, note, chosen, onChoose, children }: FormatRowProps) {
  const id = useId()
  return (
    <div className={chosen ? 'export__row export__row--chosen' : 'export__row'}>
      <label className="export__choice">
        <input
          type="radio"
          name={GROUP}
          checked={chosen}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-note`}
          onChange={onChoose}
        />
        <span>
          <b id={`${id}-label`}>{label}</b>
          <span id={`${id}-note`}>{note}</span>
        </span>
      </label>
      {chosen && <div className="export__details">{children}</div>}
    </div>
  )
}
