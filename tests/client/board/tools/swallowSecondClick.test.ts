import { expect, test } from 'vitest'
import { swallowSecondClick } from '../../../../client/board/tools/swallowSecondClick.ts'

/** A page where a click has just made a card; says which presses reach what lies on it. */
function page() {
  const target = new EventTarget()
  const reached: string[] = []
  // Node calls listeners in the order they came, a browser this one first.
  swallowSecondClick({ clientX: 100, clientY: 50, timeStamp: 1000 }, target)
  for (const kind of ['pointerdown', 'pointerup', 'click', 'dblclick'])
    target.addEventListener(kind, () => reached.push(kind))
  const press = (timeStamp: number, x: number, ...kinds: string[]): void => {
    for (const kind of kinds) {
      const event = new Event(kind, { cancelable: true })
      Object.defineProperties(event, { timeStamp: { value: timeStamp }, clientX: { value: x }, clientY: { value: 50 } })
      target.dispatchEvent(event)
    }
  }
  return { reached, press }
}

test('the second click at the same place reaches nothing', () => {
  const { reached, press } = page()
  press(1200, 102, 'pointerdown', 'pointerup', 'click', 'dblclick')
  expect(reached).toEqual([])
})

test('the click after a double click is a click again', () => {
  const { reached, press } = page()
  press(1200, 100, 'pointerdown', 'pointerup', 'click', 'dblclick')
  press(1400, 100, 'pointerdown')
  expect(reached).toEqual(['pointerdown'])
})

test('a press elsewhere, or later, is one of its own', () => {
  const elsewhere = page()
  elsewhere.press(1200, 160, 'pointerdown', 'pointerup')
  expect(elsewhere.reached).toEqual(['pointerdown', 'pointerup'])
  const later = page()
  later.press(1600, 100, 'pointerdown', 'pointerup')
  expect(later.reached).toEqual(['pointerdown', 'pointerup'])
})
