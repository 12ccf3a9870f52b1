// Who lies above whom, without writing it down: a fractional index made from a shape's kind and id, the same on every
// client. Sheets lie lowest, then labels, curves, cards; drawings get the keys tldraw gives them, which are above.
import type { JourneyShape } from '../shapes/journeyShapes.ts'

const layers: Record<JourneyShape['type'], string> = {
  'journey-map': 'a0',
  stage: 'a1',
  lane: 'a1',
  'emotion-curve': 'a2',
  cluster: 'a2',
  card: 'a3',
}

/**
 * No sheet, label or curve has a higher key (ids have at most 32 characters, 5 more for a curve, three in a row for a group; none begins with that many z). A drawing below it would
 * lie under a sheet, out of reach.
 */
export const HIGHEST_SHEET_INDEX = `a2${'z'.repeat(44)}`

/** Entity ids are base 62, so they can stand behind a key; a key must not end in 0. */
export function journeyShapeIndex(type: JourneyShape['type'], entityId: string): string {
  const index = `${layers[type]}${entityId}`
  return index.endsWith('0') ? `${index}V` : index
}
