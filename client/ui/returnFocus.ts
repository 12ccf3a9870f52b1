// Where the keyboard goes when a dialog closes: back to what had opened it. An item of a menu is gone by then, and so is
// a dialog that another one came in the place of; the button behind them is not.

/** The last thing outside of menus and dialogs that opened something. */
let lastOpener: HTMLElement | null = null

/** When something is about to open, by a press on this element or with the focus there; answers what opens it. */
export function rememberOpener(element: EventTarget | null): HTMLElement | null {
  const opener = outsideOfMenus(element)
  if (opener === null || opener === document.body) return lastOpener
  if (opener.closest('[role="dialog"]') === null) lastOpener = opener
  return opener
}

/** When it has closed. Leaves the focus where somebody or something has put it since. */
export function returnFocus(opener: HTMLElement | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const target = opener?.isConnected ? opener : lastOpener
  target?.focus({ preventScroll: true })
}

/** Menus, and menus of menus, are labelled by the button that opens them. */
function outsideOfMenus(element: EventTarget | null): HTMLElement | null {
  let outside = element instanceof HTMLElement ? element : null
  for (let menu = menuOf(outside); menu; menu = menuOf(outside))
    outside = document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  return outside
}

function menuOf(element: HTMLElement | null): Element | null {
  return element?.closest('[role="menu"]') ?? null
}
