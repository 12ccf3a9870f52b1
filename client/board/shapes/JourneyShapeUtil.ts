// What all shapes of a journey map have in common: their place and size follow from the document and the layout, so
// tldraw may select, edit, drag and delete them, and never rotate, resize, crop or align them.
import { type Geometry2d, ShapeUtil, type TLShape, type TLShapeUtilCanBindOpts, type TLUnknownShape } from 'tldraw'
import type { JourneyShape } from './journeyShapes.ts'

/** Shapes of the map that arrows may hold on to. */
const bindable: ReadonlySet<string> = new Set(['card', 'stage', 'lane', 'journey-map'])

export abstract class JourneyShapeUtil<Shape extends JourneyShape & TLUnknownShape> extends ShapeUtil<Shape> {
  abstract override getGeometry(shape: Shape): Geometry2d

  override canBind({ toShapeType }: TLShapeUtilCanBindOpts<Shape>): boolean {
    return bindable.has(toShapeType)
  }
  override canResize(): boolean {
    return false
  }
  override canResizeChildren(): boolean {
    return false
  }
  override canCrop(): boolean {
    return false
  }
  /** Align, distribute and stack would fight with the layout. */
  override canBeLaidOut(): boolean {
    return false
  }
  override canSnap(): boolean {
    return false
  }
  override hideResizeHandles(): boolean {
    return true
  }
  override hideRotateHandle(): boolean {
    return true
  }
  /** The indicator alone marks the selected one: two outlines around one card would be one too many. */
  override hideSelectionBoundsBg(): boolean {
    return true
  }
  override hideSelectionBoundsFg(): boolean {
    return true
  }
  override canReceiveNewChildrenOfType(_shape: Shape, _type: TLShape['type']): boolean {
    return false
  }
}
