// Buttons with words. At most one `primary` per screen: the next step.
import './Button.css'
import type { ComponentProps, ReactNode } from 'react'
import type { Icon } from './icons.tsx'

interface ButtonLook {
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'big'
  icon?: Icon
}

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'type'> {
  children: ReactNode
  type?: 'button' | 'submit'
  /** Work is under way: keeps its width and focus, takes no second press. */
  busy?: boolean
}

export function Button({ look, size, icon: Drawing, busy = false, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={buttonClass({ look, size }, rest.className)}
      // Not `disabled`: the focus would jump away and the change would not be read.
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {Drawing !== undefined && <Drawing />}
      {children}
    </button>
  )
}

interface LinkButtonProps extends ButtonLook, ComponentProps<'a'> {
  children: ReactNode
}

/** Looks like a button, is a link: for going somewhere. */
export function LinkButton({ look, size, icon: Drawing, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ look, size }, rest.className)}>
      {Drawing !== undefined && <Drawing />}
      {children}
    </a>
  )
}

function buttonClass(
  { look = 'plain', size = 'medium' }: { look: ButtonLook['look'] | undefined; size: ButtonLook['size'] | undefined },
  more: string | undefined,
): string {
  return ['button', `button--${look}`, `button--${size}`, more ?? ''].join(' ').trim()
}
