// The quiet "…" at a header of the map: shows on hover and while its menu is open. By keyboard the same menu is reached
// in the bar of the selected header, so it is no stop for Tab.
import './headers.css'
import type { ComponentProps } from 'react'
import { MoreIcon } from '../../ui/icons.tsx'

export function HeaderMenuButton({ label, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      {...rest}
      type="button"
      className="header-menu-button"
      aria-label={label}
      title={label}
      tabIndex={-1}
      onPointerDown={(event) => {
        // Else the canvas takes the press for a click on the shape below.
        event.stopPropagation()
        rest.onPointerDown?.(event)
      }}
    >
      <MoreIcon size={16} />
    </button>
  )
}
