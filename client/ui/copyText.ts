// Puts text on the clipboard. Workshops often run over plain http in a local network, where browsers hide the clipboard
// API; there the text is copied out of the field that shows it.

/** true when the text is on the clipboard. */
export async function copyText(text: string, shownIn: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelection(shownIn)
  }
}

function copySelection(field: HTMLInputElement | null): boolean {
  if (field === null) return false
  const before = document.activeElement
  field.focus({ preventScroll: true })
  field.select()
  // Deprecated, and the only way without a secure context.
  const copied = document.execCommand('copy')
  if (copied && before instanceof HTMLElement) before.focus({ preventScroll: true })
  return copied
}
