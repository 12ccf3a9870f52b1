import { type RefObject, useEffect } from 'react'

/**
 * Puts the caret into the first field of a page whose one purpose is that form. Not on touch screens and not in one
 * column: the keyboard, or the jump to the field, would hide what the page is about.
 */
export function useFirstFocus(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    if (matchMedia('(hover: hover) and (width >= 900px)').matches) field.current?.focus({ preventScroll: true })
  }, [field])
}
