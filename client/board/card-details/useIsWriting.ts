import { type RefObject, useEffect, useState } from 'react'

/** Whether somebody writes in a text box of this form. */
export function useIsWriting(form: RefObject<HTMLElement | null>): boolean {
  const [isWriting, setWriting] = useState(false)
  useEffect(() => {
    // On the page: the form is another element for every card.
    const onFocus = ({ target }: FocusEvent) =>
      setWriting(target instanceof HTMLTextAreaElement && form.current?.contains(target) === true)
    const onBlur = () => setWriting(false)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [form])
  return isWriting
}
