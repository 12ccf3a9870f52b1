// How much of the map is drawn at a zoom. One attribute on the canvas decides for all shapes at once through CSS; no
// card ever reads the camera.
export type DetailLevel = 'full' | 'far' | 'outline'

/** Below this cards are plain blocks. */
export const FAR_BELOW = 0.45
/** Below this only stage names and curves are left. */
const OUTLINE_BELOW = 0.15

export function detailLevel(zoom: number): DetailLevel {
  if (zoom < OUTLINE_BELOW) return 'outline'
  return zoom < FAR_BELOW ? 'far' : 'full'
}
