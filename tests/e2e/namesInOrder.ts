import type { Locator } from '@playwright/test'

interface Corner {
  readonly x: number
  readonly y: number
}

/** What headers say, sorted by where they are on the screen; what is not on the screen is left out. */
export async function namesInOrder(names: readonly Locator[], by: (corner: Corner) => number): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => ({ box: await name.boundingBox(), text: await name.innerText() })),
  )
  return found
    .flatMap(({ box, text }) => (box ? [{ at: by(box), text }] : []))
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text)
}
