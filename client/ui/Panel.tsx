// A panel at the right edge of the board: beside the map, not over it in the sense of a dialog; work goes on. Escape
// closes it while the focus is inside, and the focus goes back to where it came from.
import './Panel.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons.tsx'
import { words } from './words.ts'

interface PanelProps {
  title: string
  /** Beside the title, for example a number. */
  note?: ReactNode
  /** Pixels; 344 for lists. On phones every panel is as wide as the screen. */
  width?: number
  /** False for a panel that opens by itself: somebody may be writing. */
  takesFocus?: boolean
  onClose: () => void
  children: ReactNode
  /** A second column on the sunken ground; below the first where there is no room beside it. */
  side?: ReactNode
  footer?: ReactNode
}

export function Panel(props: PanelProps) {
  const { title, note, width = 344, takesFocus = true, onClose, children, side, footer } = props
  const titleId = useId()
  const ref = useRef<HTMLElement>(null)
  const mayTake = useRef(takesFocus)

  useEffect(() => {
    const before = document.activeElement
    if (mayTake.current) ref.current?.focus({ preventScroll: true })
    return () => {
      // Only if the focus would be lost with the panel; it may be on a card by now.
      const lost = document.activeElement === document.body || document.activeElement === null
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    const panel = ref.current
    // On the element itself, not through React: keys pressed in a dialog that the panel has opened stay there.
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      onClose()
    }
    panel?.addEventListener('keydown', closeOnEscape)
    return () => panel?.removeEventListener('keydown', closeOnEscape)
  }, [onClose])

  return (
    <aside
      ref={ref}
      className={side === undefined ? 'panel' : 'panel panel--sided'}
      data-part="panel"
      style={{ width }}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <header className="panel__head">
        <h2 id={titleId}>{title}</h2>
        {note !== undefined && <span className="panel__note tabular">{note}</span>}
        <IconButton label={words.common.close} icon={CloseIcon} onClick={onClose} tooltipSide="left" />
      </header>
      <div className="panel__body">{children}</div>
      {side !== undefined && <div className="panel__side">{side}</div>}
      {footer !== undefined && <footer className="panel__foot">{footer}</footer>}
    </aside>
  )
}
