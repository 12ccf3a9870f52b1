import { describe, expect, it } from 'vitest'
import { snapEmotion } from '../../../../client/board/shapes/emotion-curve/emotionEdits.ts'
import { emotionLevel } from '../../../../client/board/shapes/emotion-curve/EmotionFace.tsx'
import { signed } from '../../../../client/ui/canvasWords.ts'

describe('snapEmotion', () => {
  it('moves in halves, finely in tenths, and stays on the scale', () => {
    expect(snapEmotion(-1.3, false)).toBe(-1.5)
    expect(snapEmotion(-1.3, true)).toBe(-1.3)
    expect(snapEmotion(0.2, false)).toBe(0)
    expect(Object.is(snapEmotion(-0.2, false), 0)).toBe(true)
    expect(snapEmotion(9, false)).toBe(2)
    expect(snapEmotion(-9, true)).toBe(-2)
    // 0.1 + 0.2 must not show.
    expect(snapEmotion(0.30000000000000004, true)).toBe(0.3)
  })
})

describe('emotionLevel', () => {
  it('shows a feeling for every half: only 0 is neutral', () => {
    expect([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].map(emotionLevel)).toEqual([-2, -2, -1, -1, 0, 1, 1, 2, 2])
  })
})

describe('signed', () => {
  it('writes a true minus and no plus before 0', () => {
    expect([-1.5, 0, 0.04, 2].map(signed)).toEqual(['−1.5', '0', '0', '+2'])
  })
})
