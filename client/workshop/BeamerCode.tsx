// The QR code as large as the screen, for the wall: the last row must be able to scan it.
import './BeamerCode.css'
import { Dialog as RadixDialog } from 'radix-ui'
import type { Role } from '../../shared/protocol/roles.ts'
import { focusWhole } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { words } from '../ui/words.ts'

interface BeamerCodeProps {
  open: boolean
  onClose: () => void
  /** Whom the link lets in. */
  role: Role
  title: string
  link: string
}

export function BeamerCode({ open, onClose, role, title, link }: BeamerCodeProps) {
  return (
    <RadixDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <RadixDialog.Portal>
        <RadixDialog.Content className="beamer-code" onOpenAutoFocus={focusWhole} aria-describedby={undefined}>
          <div className="beamer-code__text">
            <p className="beamer-code__scan">{words.invite.scan}</p>
            <RadixDialog.Title className="beamer-code__title">{title}</RadixDialog.Title>
            <p className="beamer-code__or">{words.invite.orType}</p>
            {/* Without the scheme: what people type. */}
            <p className="beamer-code__link">{link.replace(/^https?:\/\//, '')}</p>
          </div>
          <QrCode text={link} label={words.invite.qr[role]} className="beamer-code__code" />
          <RadixDialog.Close asChild>
            <IconButton className="beamer-code__close" label={words.common.close} icon={CloseIcon} tooltipSide="left" />
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
