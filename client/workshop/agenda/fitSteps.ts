// Which steps of the agenda are shown in the room there is, and which of them with their names: the current one always,
// then its neighbours, the later before the earlier. A short agenda keeps all its numbers; of a long one the steps
// around the current are shown, with a mark where others are left out. Pure: how wide a name is drawn is handed in.

/** An average letter of a phase's name in 12 px Inter, px: where it cannot be measured. */
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

/** Px, as it is drawn; the current phase is bold. Null: unknown. */
export type MeasureName = (name: string, isCurrent: boolean) => number | null

/** Null: there is no room even for the current one and its neighbours. */
export function fitSteps(
  names: readonly string[],
  current: number,
  widthPx: number,
  measure: MeasureName = () => null,
): FittingSteps | null {
  const widths = names.map((name, at) => NAME_GAP + (measure(name, at === current) ?? name.length * LETTER))
  return fitAll(widths, current, widthPx) ?? fitAround(widths, current, widthPx)
}

/** All numbers, and the names that fit beside them. */
function fitAll(widths: readonly number[], current: number, widthPx: number): FittingSteps | null {
  let leftPx = widthPx - widths.length * CIRCLE - (widths.length - 1) * LINE - (widths[current] ?? 0)
  if (leftPx < 0) return null
  const named = new Set([current])
  for (const at of byDistance(widths.length, current)) {
    leftPx -= widths[at] ?? 0
    // Stops at the first that does not fit: names side by side, not scattered.
    if (leftPx < 0) break
    named.add(at)
  }
  return { named, from: 0, to: widths.length - 1 }
}

/** Whole steps around the current one. */
function fitAround(widths: readonly number[], current: number, widthPx: number): FittingSteps | null {
  const named = new Set([current])
  let leftPx = widthPx - 2 * MORE - CIRCLE - (widths[current] ?? 0)
  for (const at of byDistance(widths.length, current)) {
    leftPx -= LINE + CIRCLE + (widths[at] ?? 0)
    if (leftPx < 0) break
    named.add(at)
  }
  // One alone says less than "9 of 15".
  if (named.size < Math.min(3, widths.length)) return null
  return { named, from: Math.min(...named), to: Math.max(...named) }
}

function byDistance(count: number, current: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => at !== current)
    .toSorted((a, b) => Math.abs(a - current) - Math.abs(b - current) || b - a)
}
