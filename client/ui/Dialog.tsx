// A dialog over the page. Radix brings the focus trap, Escape and the names; this adds the look and the head.
import './Dialog.css'
import { Dialog as RadixDialog } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons.tsx'
import { rememberOpener, returnFocus } from './returnFocus.ts'
import { words } from './words.ts'

/** The dialog itself takes the focus, so that its title is read first and no tooltip opens on the close button. */
export function focusWhole(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
}

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence under the title; read together with it. */
  description?: string
  /** Pixels; narrower screens win. */
  width?: number
  children: ReactNode
  /** Buttons at the lower edge; stays visible when the content scrolls. */
  footer?: ReactNode
}

export function Dialog({ open, onOpenChange, title, description, width = 520, children, footer }: DialogProps) {
  const opener = useRef<HTMLElement | null>(null)
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-scrim" />
        <RadixDialog.Content
          className="dialog"
          style={{ maxWidth: width }}
          onOpenAutoFocus={(event) => {
            opener.current = rememberOpener(document.activeElement)
            focusWhole(event)
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives it to a trigger of its own, which our dialogs do not have.
            event.preventDefault()
            returnFocus(opener.current)
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="dialog__head">
            <div>
              <RadixDialog.Title className="dialog__title">{title}</RadixDialog.Title>
              {description !== undefined && (
                <RadixDialog.Description className="dialog__description">{description}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <IconButton label={words.common.close} icon={CloseIcon} tooltipSide="left" />
            </RadixDialog.Close>
          </header>
          <div className="dialog__body">{children}</div>
          {footer !== undefined && <footer className="dialog__foot">{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
