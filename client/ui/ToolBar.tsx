// The tools at the lower edge of the board: icon and word, so that nobody has to guess. Tools that do not apply are
// absent. One tab stop; arrows go from tool to tool (Radix toolbar).
import './ToolBar.css'
import { Toolbar } from 'radix-ui'
import { Fragment } from 'react'
import type { Icon } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface Tool {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  /** Shown in the tooltip; bound elsewhere. */
  readonly shortcut?: string
  /** The tool of this phase. */
  readonly main?: boolean
}

interface ToolBarProps {
  /** Names the bar for screen readers. */
  label: string
  /** Groups are set apart by a line. */
  groups: readonly (readonly Tool[])[]
  active: string | null
  onTool: (id: string) => void
}

export function ToolBar({ label, groups, active, onTool }: ToolBarProps) {
  return (
    <Toolbar.Root className="tool-bar" aria-label={label}>
      {groups
        .filter((group) => group.length > 0)
        .map((group, at) => (
          <Fragment key={group[0]?.id}>
            {at > 0 && <Toolbar.Separator className="tool-bar__line" />}
            {group.map((tool) => (
              <ToolButton key={tool.id} tool={tool} on={tool.id === active} onTool={onTool} />
            ))}
          </Fragment>
        ))}
    </Toolbar.Root>
  )
}

function ToolButton({ tool, on, onTool }: { tool: Tool; on: boolean; onTool: (id: string) => void }) {
  const { id, label, icon: Drawing, shortcut, main = false } = tool
  const button = (
    <Toolbar.Button
      className={main ? 'tool-bar__tool tool-bar__tool--main' : 'tool-bar__tool'}
      aria-pressed={on}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
      onClick={() => onTool(id)}
    >
      <Drawing size={18} />
      <span>{label}</span>
    </Toolbar.Button>
  )
  if (shortcut === undefined) return button
  return (
    <Tooltip text={label} shortcut={shortcut} side="top">
      {button}
    </Tooltip>
  )
}
