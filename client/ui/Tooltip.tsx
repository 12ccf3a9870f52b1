// The name of an icon-only control after 500 ms, with its key. Radix brings focus, Escape and placement.
import './Tooltip.css'
import { Tooltip as RadixTooltip } from 'radix-ui'
import { type ReactElement, useEffect, useState } from 'react'

/** Before the first tooltip of a visit shows; LOOK: "after 500 ms". */
const OPEN_AFTER_MS = 500

interface TooltipProps {
  text: string
  /** Shown as a key, for example "T" or "Ctrl Z". */
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref and DOM props. */
  children: ReactElement
}

export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return
    // Keys of the map work while a tool's button still has the focus; its name would stay over the map.
    const close = (): void => setOpen(false)
    addEventListener('keydown', close, { capture: true })
    return () => removeEventListener('keydown', close, { capture: true })
  }, [open])
  return (
    <RadixTooltip.Provider delayDuration={OPEN_AFTER_MS} disableHoverableContent>
      <RadixTooltip.Root open={open} onOpenChange={setOpen}>
        <RadixTooltip.Trigger
          asChild
          onFocus={(event) => {
            // A button that gets the focus back after a press elsewhere, as after a dialog, is not being asked about.
            if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
          }}
        >
          {children}
        </RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
            {text}
            {shortcut !== undefined && <kbd>{shortcut}</kbd>}
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  )
}
