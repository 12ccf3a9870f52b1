// The five faces of the emotion scale. A number stands beside them; colour and face alone say nothing certain.
import type { ReactNode } from 'react'

export type EmotionLevel = -2 | -1 | 0 | 1 | 2
export const emotionLevels: readonly EmotionLevel[] = [2, 1, 0, -1, -2]

const features: Record<EmotionLevel, ReactNode> = {
  2: <path d="M6 6.2h.01M10 6.2h.01M4.6 9h6.8c-.3 2-1.6 3.2-3.4 3.2S4.9 11 4.6 9z" />,
  1: <path d="M6 6.2h.01M10 6.2h.01M5.4 9.7c1.3 1.4 3.9 1.4 5.2 0" />,
  0: <path d="M6 6.2h.01M10 6.2h.01M5.5 10.5h5" />,
  [-1]: <path d="M6 6.2h.01M10 6.2h.01M5.4 11c1.3-1.4 3.9-1.4 5.2 0" />,
  [-2]: <path d="M5 5.6l1.4.8M11 5.6l-1.4.8M4.8 11.6c1.6-2.6 4.8-2.6 6.4 0" />,
}

const inks: Record<EmotionLevel, string> = {
  2: 'var(--emo-p2)',
  1: 'var(--emo-p1)',
  0: 'var(--emo-0)',
  [-1]: 'var(--emo-n1)',
  [-2]: 'var(--emo-n2)',
}

/** The face nearest to a feeling; halves go away from the middle, so that −0.5 is not "neutral". */
export function emotionLevel(value: number): EmotionLevel {
  const level = Math.sign(value) * Math.round(Math.abs(value))
  return Math.min(2, Math.max(-2, level + 0)) as EmotionLevel
}

export function emotionInk(value: number): string {
  return inks[emotionLevel(value)]
}

export function EmotionFace({ level, size = 16 }: { level: EmotionLevel; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.4" />
      {features[level]}
    </svg>
  )
}
