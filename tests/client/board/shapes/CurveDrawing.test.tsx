// One's own reading is seen also where it cannot be moved, and when it is the only one.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CurveDrawing } from '../../../../client/board/shapes/emotion-curve/CurveDrawing.tsx'
import type { StageId } from '../../../../shared/journey/ids.ts'
import type { EmotionCurve } from '../../../../shared/layout/emotionCurve.ts'

const line = { points: [], paths: [] }
const curve: EmotionCurve = {
  median: line,
  own: { points: [{ target: 's1' as StageId, x: 180, y: 45, value: 1 }], paths: [] },
  departments: [],
  labels: [],
  lineEnds: [],
  band: [],
  spread: [],
  peaks: [],
  lowest: null,
}

test('a single own reading is a point', () => {
  const markup = renderToStaticMarkup(
    <CurveDrawing
      width={360}
      height={144}
      curve={curve}
      people={1}
      isToBe={false}
      hasBand={false}
      markOf={() => null}
    />,
  )
  expect(markup).toContain('<circle class="curve__own-point" cx="180" cy="45"')
  expect(markup).toContain('1 person has set points')
})
