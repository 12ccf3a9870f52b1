// Which steps of the agenda are shown in the room there is, and which of them with their names: the current one always,
// then its neighbours, the later before the earlier. A short agenda keeps all its numbers; of a long one the steps
// around the current are shown, with a mark where others are left out. Pure; widths are estimates of 12 px Inter.

/** An average letter of a phase's name, px. */
const LETTER = 6.4
/** Circle, and the line to the next one with its gaps, px. */
const CIRCLE = 16
const LINE = 27
/** Between circle and name, px. */
const NAME_GAP = 5
/** "…" at an end, with its line, px. */
const MORE = 40

export interface FittingSteps {
  /** Places with their names. */
  readonly named: ReadonlySet<number>
  /** First and last place that is shown. */
  readonly from: number
  readonly to: number
}

/** Null: there is no room even for the current one and its neighbours. */
export function fitSteps(names: readonly string[], current: number, widthPx: number): FittingSteps | null {
  return fitAll(names, current, widthPx) ?? fitAround(names, current, widthPx)
}

function nameWidth(names: readonly string[], at: number): number {
  return NAME_GAP + (names[at]?.length ?? 0) * LETTER
}

/** All numbers, and the names that fit beside them. */
function fitAll(names: readonly string[], current: number, widthPx: number): FittingSteps | null {
  let leftPx = widthPx - names.length * CIRCLE - (names.length - 1) * LINE - nameWidth(names, current)
  if (leftPx < 0) return null
  const named = new Set([current])
  for (const at of byDistance(names.length, current)) {
    leftPx -= nameWidth(names, at)
    // Stops at the first that does not fit: names side by side, not scattered.
    if (leftPx < 0) break
    named.add(at)
  }
  return { named, from: 0, to: names.length - 1 }
}

/** Whole steps around the current one. */
function fitAround(names: readonly string[], current: number, widthPx: number): FittingSteps | null {
  const named = new Set([current])
  let leftPx = widthPx - 2 * MORE - CIRCLE - nameWidth(names, current)
  for (const at of byDistance(names.length, current)) {
    leftPx -= LINE + CIRCLE + nameWidth(names, at)
    if (leftPx < 0) break
    named.add(at)
  }
  // One alone says less than "9 of 15".
  if (named.size < Math.min(3, names.length)) return null
  return { named, from: Math.min(...named), to: Math.max(...named) }
}

function byDistance(count: number, current: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => at !== current)
    .toSorted((a, b) => Math.abs(a - current) - Math.abs(b - current) || b - a)
}
