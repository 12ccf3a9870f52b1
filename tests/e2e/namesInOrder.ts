import type { Locator } from '@playwright/test'
import type { Box } from './Person.ts'
import { boxOf } from './Person.ts'

/** What headers say, sorted by where they are on the screen. */
export async function namesInOrder(names: readonly Locator[], by: (box: Box) => number): Promise<string[]> {
  const found = await Promise.all(names.map(async (name) => ({ box: await boxOf(name), text: await name.innerText() })))
  return found.toSorted((a, b) => by(a.box) - by(b.box)).map(({ text }) => text)
}
