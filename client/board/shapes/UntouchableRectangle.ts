// A rectangle that has bounds (for culling, for zoom to fit) and is never hit: clicks, brushes and erasers go through
// to whatever lies below. What can be touched inside is HTML with its own events.
import { Rectangle2d } from 'tldraw'

export class UntouchableRectangle extends Rectangle2d {
  constructor(width: number, height: number) {
    super({ width, height, isFilled: false })
  }
  override distanceToPoint(): number {
    return Number.POSITIVE_INFINITY
  }
  override hitTestPoint(): boolean {
    return false
  }
  override hitTestLineSegment(): boolean {
    return false
  }
}
