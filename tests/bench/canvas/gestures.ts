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
  await cameraRests(page)
}

/** The middle of everything at that zoom, at most 1. Both canvases zoom by the wheel in the same way. */
export async function viewAt(page: Page, zoomLevel: number): Promise<void> {
  await viewAll(page)
  await page.keyboard.press('Shift+0')
  await cameraRests(page)
  await page.mouse.move(640, 400)
  await page.keyboard.down('Control')
  for (let now = 1; now > zoomLevel; now -= now * (WHEEL / 100)) await page.mouse.wheel(0, WHEEL)
  await page.keyboard.up('Control')
}

/** It glides to a new view. */
function cameraRests(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const camera = () => document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform
    // A key that was pressed just now has not moved it yet, hence the least number of frames.
    for (let still = 0; still < 20;) {
      const before = camera()
      await nextFrame()
      still = camera() === before ? still + 1 : 0
    }
  })
}

interface ScreenRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Cards whole inside the middle of the screen, where no bar or panel is in the way, from bottom to top. */
async function cardsOnScreen(page: Page, selector: string): Promise<ScreenRect[]> {
  // Where nothing of ours lies over the canvas: hints of a first visit begin at 575 px.
  const rects = await page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect())
    return all
      .filter((rect) => rect.width > 0 && rect.left > 320 && rect.top > 120 && rect.right < 1100 && rect.bottom < 570)
      .map(({ x, y, width, height }) => ({ x, y, width, height }))
  }, selector)
  return rects.toSorted((a, b) => b.y - a.y || a.x - b.x)
}

/** Selects so many of the cards on the screen. Upwards: our bar of the selection opens below it. */
export async function selectCards(page: Page, selector: string, count: number): Promise<void> {
  const cards = (await cardsOnScreen(page, selector)).slice(0, count)
  if (cards.length < count) throw new Error(`Only ${cards.length} cards are on the screen to select.`)
  await page.keyboard.down('Shift')
  for (const { x, y, width, height } of cards) await page.mouse.click(x + width / 2, y + height / 2)
  await page.keyboard.up('Shift')
}

/** The lowest card and what is selected with it, round in a circle and back. Fails if not so many cards came along. */
export async function dragCards(page: Page, selector: string, count: number): Promise<void> {
  const [card] = await cardsOnScreen(page, selector)
  if (!card) throw new Error('No card is on the screen to drag.')
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2]
  const before = await placesOf(page, selector)
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let at = 1; at <= EVENTS; at++) {
    const angle = (at / EVENTS) * 2 * Math.PI
    await page.mouse.move(x + 120 * Math.sin(angle), y - 80 * (1 - Math.cos(angle)))
    if (at !== EVENTS / 2) continue
    const now = await placesOf(page, selector)
    const moved = now.filter((place, index) => place !== before[index]).length
    if (moved !== count) throw new Error(`${moved} cards moved instead of ${count}.`)
  }
  await page.mouse.up()
}

/** Where the cards are drawn, after a frame: a busy canvas is behind the pointer. */
function placesOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(async (selector) => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.style.transform)
  }, selector)
}
