// Faces and numbers of the scale, in the lane's label column.
import { emotionY } from '../../../../shared/layout/emotionScale.ts'
import { signed } from '../../../ui/canvasWords.ts'
import { EmotionFace, emotionInk, emotionLevels } from './EmotionFace.tsx'

export function EmotionScale() {
  return (
    <div className="emotion-scale" aria-hidden="true">
      {emotionLevels.map((level) => (
        <div
          key={level}
          className="emotion-scale__level"
          style={{ top: emotionY(level) - 8, color: emotionInk(level) }}
        >
          <span>{signed(level)}</span>
          <EmotionFace level={level} />
        </div>
      ))}
    </div>
  )
}
