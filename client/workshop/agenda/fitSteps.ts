// Which steps of the agenda show their names in the room there is: the current one always, then its neighbours, the
// nearer and the later first; the others are their numbers. Pure; widths are estimates of 12 px Inter.

/** An average letter of a phase's name, px. */
const LETTER = 6.4
/** Circle, and the line to the next one with its gaps, px. */
const CIRCLE = 16
const LINE = 27
/** Between circle and name, px. */
const NAME_GAP = 5

/** Places whose names are shown; null: not even the numbers fit. */
export function fitSteps(names: readonly string[], current: number, widthPx: number): ReadonlySet<number> | null {
  const nameWidth = (at: number) => NAME_GAP + (names[at]?.length ?? 0) * LETTER
  let leftPx = widthPx - names.length * CIRCLE - (names.length - 1) * LINE - nameWidth(current)
  if (leftPx < 0) return null
  const shown = new Set([current])
  const byDistance = names
    .map((_, at) => at)
    .filter((at) => at !== current)
    .toSorted((a, b) => Math.abs(a - current) - Math.abs(b - current) || b - a)
  for (const at of byDistance) {
    leftPx -= nameWidth(at)
    // Stops at the first that does not fit: names side by side, not scattered.
    if (leftPx < 0) break
    shown.add(at)
  }
  return shown
}
