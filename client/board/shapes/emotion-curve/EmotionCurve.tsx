// Zero line and levels of the emotion lane.
import type { EmotionCurveShape } from '../journeyShapes.ts'

export function EmotionCurve({ shape }: { shape: EmotionCurveShape }) {
  return <div className="emotion-curve" style={{ width: shape.props.w, height: shape.props.h }} />
}
