import { type RefObject, useEffect } from 'react'

/**
 * Puts the caret into the first field of a page whose one purpose is that form. Not on touch screens and not where the
 * field is out of sight: the keyboard, or the jump to the field, would hide what the page is about.
 */
export function useFirstFocus(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    if (!field.current || !matchMedia('(hover: hover)').matches) return
    if (field.current.getBoundingClientRect().bottom <= innerHeight) field.current.focus({ preventScroll: true })
  }, [field])
}
