// What hands do in the canvas benchmark, with real mouse and key events. Every gesture is the same number of events on both
// canvases and ends where it began.
import type { Page } from '@playwright/test'

/** Input events of one gesture. */
const EVENTS = 60
/** tldraw zooms by a hundredth of this for each wheel event, at least 10. */
const WHEEL = 10

export async function pan(page: Page): Promise<void> {
  for (let at = 0; at < EVENTS; at++) await page.mouse.wheel(at % 20 < 10 ? 40 : -40, at % 30 < 15 ? 25 : -25)
}

export async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  for (let at = 0; at < EVENTS; at++) await page.mouse.wheel(0, at % 20 < 10 ? WHEEL : -WHEEL)
  await page.keyboard.up('Control')
}

/** Everything in view. */
export async function viewAll(page: Page): Promise<void> {
  await page.keyboard.press('Shift+1')
}

/** The middle of what is in view at that zoom, at most 1. Both canvases zoom by the wheel in the same way. */
export async function viewAt(page: Page, zoomLevel: number): Promise<void> {
  await page.keyboard.press('Shift+0')
  await page.waitForTimeout(500)
  await page.keyboard.down('Control')
  for (let now = 1; now > zoomLevel; now -= now * (WHEEL / 100)) await page.mouse.wheel(0, WHEEL)
  await page.keyboard.up('Control')
}

interface ScreenRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Cards whole inside the middle of the screen, where no toolbar is in the way, from top to bottom. */
async function cardsOnScreen(page: Page, selector: string): Promise<ScreenRect[]> {
  const rects = await page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect())
    return all
      .filter((rect) => rect.width > 0 && rect.left > 130 && rect.top > 120 && rect.right < 1180 && rect.bottom < 690)
      .map(({ x, y, width, height }) => ({ x, y, width, height }))
  }, selector)
  return rects.toSorted((a, b) => a.y - b.y || a.x - b.x)
}

/** Round in a circle and back. */
export async function dragCard(page: Page, selector: string): Promise<void> {
  const cards = await cardsOnScreen(page, selector)
  const card = cards[0]
  if (!card) throw new Error('No card is on the screen to drag.')
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let at = 1; at <= EVENTS; at++) {
    const angle = (at / EVENTS) * 2 * Math.PI
    await page.mouse.move(x + 120 * Math.sin(angle), y + 80 * (1 - Math.cos(angle)))
  }
  await page.mouse.up()
}

/** Draws a selection over the topmost cards on the screen, about so many. */
export async function brushCards(page: Page, selector: string, count: number): Promise<void> {
  const cards = (await cardsOnScreen(page, selector)).slice(0, count)
  const left = Math.min(...cards.map((card) => card.x))
  const right = Math.max(...cards.map((card) => card.x + card.width))
  const top = Math.min(...cards.map((card) => card.y))
  const bottom = Math.max(...cards.map((card) => card.y))
  // From a gap between cards: on a card it would be a drag.
  await page.mouse.move(left - 2, top - 2)
  await page.mouse.down()
  await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 5 })
  await page.mouse.move(right, bottom + 2, { steps: 5 })
  await page.mouse.up()
}
