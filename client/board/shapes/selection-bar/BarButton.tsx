// One button of the bar under the selection: icon or mark, and a word.
import { Toolbar } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { MoreIcon } from '../../../ui/icons.tsx'

interface BarButtonProps extends Omit<ComponentProps<typeof Toolbar.Button>, 'children'> {
  icon?: ReactNode
  /** What the value shown is of, for those who do not see the icon: "Channel". */
  of?: string
  children?: ReactNode
}

export function BarButton({ icon, of, children, ...rest }: BarButtonProps) {
  return (
    <Toolbar.Button {...rest} type="button" className={`bar-button ${rest.className ?? ''}`.trim()}>
      {icon}
      {of !== undefined && <span className="visually-hidden">{`${of}: `}</span>}
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
