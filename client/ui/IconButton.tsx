// A button that is only an icon: always with a name and a tooltip.
import './IconButton.css'
import type { ComponentProps } from 'react'
import type { Icon } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children'> {
  label: string
  icon: Icon
  shortcut?: string
  /** On or off, for buttons that stay pressed. */
  pressed?: boolean
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

export function IconButton({ label, icon: Drawing, shortcut, pressed, tooltipSide, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      text={label}
      {...(shortcut === undefined ? {} : { shortcut })}
      {...(tooltipSide === undefined ? {} : { side: tooltipSide })}
    >
      <button
        {...rest}
        type="button"
        className={`icon-button ${rest.className ?? ''}`.trim()}
        aria-label={label}
        aria-pressed={pressed}
      >
        <Drawing />
      </button>
    </Tooltip>
  )
}
