// Five faces side by side, from −2 to +2, each with its number. Native radio buttons underneath.
import { useId } from 'react'
import {
  EmotionFace,
  emotionInk,
  type EmotionLevel,
  emotionLevel,
  emotionLevels,
} from '../../board/shapes/emotion-curve/EmotionFace.tsx'
import { signed } from '../../ui/canvasWords.ts'
import { phoneWords } from '../../ui/phoneWords.ts'

const words = phoneWords.feelings

interface FaceChoiceProps {
  /** What the feeling is about. */
  label: string
  /** Null: not set yet. Values between two faces, set on the board, show as the nearest face. */
  value: number | null
  onValue: (value: number) => void
}

export function FaceChoice({ label, value, onValue }: FaceChoiceProps) {
  const name = useId()
  const shown = value === null ? null : emotionLevel(value)
  return (
    <fieldset className="faces">
      <legend className="visually-hidden">{label}</legend>
      {emotionLevels.toReversed().map((level) => (
        <label key={level} className="face" style={{ '--face-ink': emotionInk(level) } as object}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={shown === level}
            onChange={() => onValue(level)}
          />
          <EmotionFace level={level} size={26} />
          <span className="tabular" aria-hidden="true">
            {shown === level && value !== null ? signed(value) : signed(level)}
          </span>
          <span className="visually-hidden">{words.face(signed(level), faceWords(level))}</span>
        </label>
      ))}
    </fieldset>
  )
}

function faceWords(level: EmotionLevel): string {
  return words.faces[level + 2] ?? ''
}
