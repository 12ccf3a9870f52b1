// A filled rectangle that is hit inside and nowhere else. tldraw takes a point up to 8 px beside a shape for a hit, which
// on a map at 60 % fills the gaps of a cell: a double click there would open the neighbour instead of making a card.
import { Rectangle2d, type VecLike } from 'tldraw'

export class ExactRectangle extends Rectangle2d {
  constructor(width: number, height: number) {
    super({ width, height, isFilled: true })
  }
  override distanceToPoint(point: VecLike): number {
    const distance = super.distanceToPoint(point)
    return distance <= 0 ? distance : Number.POSITIVE_INFINITY
  }
  override hitTestPoint(point: VecLike): boolean {
    return super.hitTestPoint(point, 0, true)
  }
}
