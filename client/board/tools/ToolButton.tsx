import type { Icon } from '../../ui/icons.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

interface ToolButtonProps {
  icon: Icon
  label: string
  shortcut?: string
  /** Of tools that stay chosen; left out where the words say what the next press does. */
  pressed?: boolean
  /** Looks pressed. */
  lit?: boolean
  /** The kind of card most people are here for. */
  isMain?: boolean
  onClick: () => void
}

export function ToolButton({
  icon: Drawing,
  label,
  shortcut,
  pressed,
  lit = false,
  isMain = false,
  onClick,
}: ToolButtonProps) {
  return (
    <Tooltip text={label} side="top" {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type="button"
        className={isMain ? 'tool tool--main' : 'tool'}
        aria-pressed={pressed}
        data-lit={lit || undefined}
        aria-keyshortcuts={shortcut}
        onClick={onClick}
      >
        <Drawing size={18} />
        <span>{label}</span>
      </button>
    </Tooltip>
  )
}
