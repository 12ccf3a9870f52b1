// How wide the name of a phase is drawn in the stepper, px: measured, because a name that is cut off says nothing.

/** As in agenda-steps.css. */
const SIZE = '12px Inter, system-ui, sans-serif'

let context: CanvasRenderingContext2D | null | undefined

/** Null where nothing can be measured. */
export function measureStepName(name: string, isCurrent: boolean): number | null {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return null
  context.font = `${isCurrent ? 700 : 500} ${SIZE}`
  return Math.ceil(context.measureText(name).width)
}
