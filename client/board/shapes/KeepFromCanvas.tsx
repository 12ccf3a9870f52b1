// Around buttons, menus and popovers that belong to a shape. React hands the events of what is inside (menus drawn
// elsewhere on the page included) up to tldraw's canvas, which would capture the pointer and press what lies below.
import './headers.css'
import type { ReactNode, SyntheticEvent } from 'react'

const stop = (event: SyntheticEvent) => event.stopPropagation()

export function KeepFromCanvas({ children }: { children: ReactNode }) {
  return (
    // Takes no place, no focus and no name: it only ends the way of events.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className="keep-from-canvas"
      onPointerDown={stop}
      onPointerUp={stop}
      onTouchStart={stop}
      onTouchEnd={stop}
      onClick={stop}
      onDoubleClick={stop}
    >
      {children}
    </div>
  )
}
