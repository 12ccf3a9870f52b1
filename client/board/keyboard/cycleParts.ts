// F6: from the map to the panel to the bar and round again. Parts of the page say which they are with `data-part`.
const order = ['map', 'selection', 'panel', 'tools', 'zoom', 'bar'] as const

/** Moves the focus to the next part that is there. Returns false if there is none but this one. */
export function cycleParts(step: -1 | 1): boolean {
  const parts = order.flatMap((name) =>
    [...document.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)].slice(0, 1),
  )
  if (parts.length < 2) return false
  // The tools lie within the map: the innermost part counts.
  const current = document.activeElement?.closest<HTMLElement>('[data-part]')
  const at = parts.findIndex((part) => part === current)
  const next = parts[(Math.max(at, 0) + step + parts.length) % parts.length]
  const target = next && (firstControl(next) ?? next)
  if (!target) return false
  if (!target.hasAttribute('tabindex') && target === next) target.tabIndex = -1
  target.focus()
  return true
}

/** The canvas takes the focus itself; elsewhere it goes to the first thing that can be pressed. */
function firstControl(part: HTMLElement): HTMLElement | null {
  const canvas = part.querySelector<HTMLElement>('.tl-container')
  return canvas ?? part.querySelector<HTMLElement>('button:not([disabled]), a[href], input, [tabindex="0"]')
}
