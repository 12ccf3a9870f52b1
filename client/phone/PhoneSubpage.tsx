// A page over the lists: its name, the way back, its content. Takes the focus when it opens, so that it is read out.
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { BackIcon } from '../ui/icons.tsx'
import { phoneWords } from '../ui/phoneWords.ts'
import { usePhone } from './PhoneContext.ts'

interface PhoneSubpageProps {
  title: string
  children: ReactNode
  foot?: ReactNode
  /** At the end of the head. */
  action?: ReactNode
}

export function PhoneSubpage({ title, children, foot, action }: PhoneSubpageProps) {
  const { places } = usePhone()
  const titleId = useId()
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    // A form inside may have taken it already.
    if (!page.current?.contains(document.activeElement)) page.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main className="phone__page" ref={page} tabIndex={-1} aria-labelledby={titleId} data-part="main">
      <header className="phone-head">
        <button
          type="button"
          className="phone-icon-button"
          aria-label={phoneWords.bar.back}
          title={phoneWords.bar.back}
          onClick={places.back}
        >
          <BackIcon size={20} />
        </button>
        <h2 id={titleId}>{title}</h2>
        {action}
      </header>
      <div className="phone-content">{children}</div>
      {foot !== undefined && <footer className="phone-foot">{foot}</footer>}
    </main>
  )
}
