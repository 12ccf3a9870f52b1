// One sentence across the page: what happened, what is safe, what to do. Under the bar, or at the top of a form.
import './Strip.css'
import type { ReactNode } from 'react'
import { ClockIcon, type Icon, PersonIcon, WarningIcon } from './icons.tsx'

export type StripTone = 'info' | 'warn' | 'danger'

interface StripProps {
  tone: StripTone
  children: ReactNode
  /** A button at the end. */
  action?: ReactNode
  /** In a form: rounded, as wide as the form. */
  boxed?: boolean
  /** Where the tone's own says the wrong thing: a clock means that something waits. */
  icon?: Icon
}

const icons: Record<StripTone, Icon> = { info: PersonIcon, warn: ClockIcon, danger: WarningIcon }

export function Strip({ tone, children, action, boxed = false, icon: Drawing = icons[tone] }: StripProps) {
  return (
    // Danger interrupts what is being read; the rest waits its turn.
    <div
      className={`strip strip--${tone} ${boxed ? 'strip--boxed' : ''}`.trim()}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Drawing size={14} />
      <p className="strip__text">{children}</p>
      {action}
    </div>
  )
}
