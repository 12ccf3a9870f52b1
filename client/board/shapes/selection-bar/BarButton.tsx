// One button of the bar under the selection: icon or mark, and a word.
import { Toolbar } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { MoreIcon } from '../../../ui/icons.tsx'

interface BarButtonProps extends Omit<ComponentProps<typeof Toolbar.Button>, 'children'> {
  icon?: ReactNode
  children?: ReactNode
}

export function BarButton({ icon, children, ...rest }: BarButtonProps) {
  return (
    <Toolbar.Button {...rest} type="button" className={`bar-button ${rest.className ?? ''}`.trim()}>
      {icon}
      {children !== undefined && <span>{children}</span>}
    </Toolbar.Button>
  )
}

/** "…" with its name. */
export function MoreButton({ label, ...rest }: ComponentProps<typeof Toolbar.Button> & { label: string }) {
  return <BarButton {...rest} icon={<MoreIcon size={14} />} aria-label={label} title={label} />
}

export function BarLine() {
  return <Toolbar.Separator className="bar-line" />
}
