import type { ScreenPoint } from './Person.ts'
import type { PhonePerson } from './PhonePerson.ts'

/** Fingers go down, move in steps as fingers do, and come up. */
export async function touches(
  { page }: PhonePerson,
  from: readonly ScreenPoint[],
  to: readonly ScreenPoint[],
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const fingers = (points: readonly ScreenPoint[]) => points.map((point, id) => ({ ...point, id }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) })
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const between = from.map((point, at) => ({
      x: point.x + ((to[at]?.x ?? point.x) - point.x) * share,
      y: point.y + ((to[at]?.y ?? point.y) - point.y) * share,
    }))
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(between) })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
