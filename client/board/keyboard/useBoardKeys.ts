// Listens for the board's keys at the window, before tldraw.
import { useEffect } from 'react'
import type { Canvas } from '../CanvasContext.ts'
import { handleBoardKey } from './cardKeys.ts'
import { cycleParts } from './cycleParts.ts'

/** Where keys mean letters or belong to the control itself. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [data-own-keys]'
/** Buttons and links have Enter and Space of their own, and nothing else. */
const PRESSABLE = 'button, a[href], [role="tab"], [role="radio"], [role="slider"]'
/** A slider is moved by these: a point of the emotion curve. */
const SLIDER_KEYS = /^(Arrow\w+|Home|End|Delete|Backspace)$/

export function useBoardKeys(canvas: Canvas, showShortcuts: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return
      if (event.key === 'F6') {
        if (cycleParts(event.shiftKey ? -1 : 1)) event.preventDefault()
        return
      }
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(OWN_KEYS) || document.querySelector('[role="dialog"]:not([data-own-keys="no"])')) return
      const isPress = event.key === 'Enter' || event.key === ' '
      if (isPress && target?.closest(PRESSABLE)) return
      if (SLIDER_KEYS.test(event.key) && !event.ctrlKey && !event.metaKey && target?.closest('[role="slider"]')) return
      if (!handleBoardKey(canvas, event, showShortcuts)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [canvas, showShortcuts])
}
