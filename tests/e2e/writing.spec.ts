// Writing card after card: one step of undo each, nothing in the way of the next, the bar when one comes back.
import { expect, type Locator, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const bar = ({ page }: Person): Locator => page.locator('.selection-bar__place')
const details = ({ page }: Person): Locator => page.locator('.selection-bar').getByRole('button', { name: 'Details' })

async function writesByDoubleClick(person: Person, lane: string, words: string): Promise<void> {
  const { x, y } = await person.cell('Purchase', lane)
  await person.page.mouse.dblclick(x, y)
  await person.writes(words)
}

test('a card and its first words are one step', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await writesByDoubleClick(anna, 'Pains', 'Slow')
  // Words written later are a step of their own.
  await anna.renames('Slow', 'Very slow')
  await writesByDoubleClick(anna, 'Gains', 'Friendly')
  await ben.seesCard('Friendly')
  // From here on by keys only: for a moment after it was let go, tldraw takes Shift as still held.
  await anna.undoes()
  await expect(ben.card('Friendly')).toHaveCount(0)
  await ben.seesCard('Very slow')
  await anna.undoes()
  await expect(ben.card('Very slow')).toHaveCount(0)
  await ben.seesCard('Slow')
  await anna.redoes()
  await ben.seesCard('Very slow')
  await anna.redoes()
  await ben.seesCardIn('Friendly', 'Purchase', 'Gains')
  await workshop.end()
})

test('no bar in the way after writing, until somebody comes back to the card', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  await writesByDoubleClick(anna, 'Pains', 'Slow')
  await expect(bar(anna)).toHaveCSS('opacity', '0')
  // Where the bar would lie, in the next lane, a card can be made.
  await writesByDoubleClick(anna, 'Gains', 'Friendly')
  await anna.seesCardIn('Friendly', 'Purchase', 'Gains')

  // Off the card it waits; back on it, it comes.
  await anna.page.mouse.move(640, 20)
  await expect(bar(anna)).toHaveCSS('opacity', '0')
  const { x, y } = middleOf(await boxOf(anna.card('Friendly')))
  await anna.page.mouse.move(x, y, { steps: 3 })
  await expect(bar(anna)).toHaveCSS('opacity', '1')
  await details(anna).click()
  await expect(anna.page.locator('.card-details .panel')).toBeVisible()

  // With a field of the form in hand, a double click on the canvas makes a card at once.
  await anna.page.locator('.card-details textarea').first().click()
  await writesByDoubleClick(anna, 'Opportunities', 'Call back')
  await anna.seesCardIn('Call back', 'Purchase', 'Opportunities')
  await anna.page.locator('.card-details').getByRole('button', { name: 'Close' }).click()

  // The keyboard finds it.
  await anna.selectsNothing()
  await writesByDoubleClick(anna, 'KPI', 'Time to answer')
  await expect(bar(anna)).toHaveCSS('opacity', '0')
  await anna.presses('F6')
  await expect(bar(anna).locator(':focus')).toHaveCount(1)
  await expect(bar(anna)).toHaveCSS('opacity', '1')
  await workshop.end()
})

test('the first steps are beside the names of the lanes, and beside a panel', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const { page } = await workshop.join('Anna', { role: 'facilitator' })
  await page.evaluate(() => localStorage.removeItem('journeyboard.hints.board-facilitator'))
  await page.reload()
  const hints = page.getByRole('region', { name: 'First steps' })
  const place = await boxOf(hints)
  expect(place.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2)
  const watermark = await boxOf(page.locator('[class*="tl-watermark"]').first())
  expect(place.y + place.height).toBeLessThan(watermark.y)
  await page.getByRole('button', { name: /^People/ }).click()
  const panel = await boxOf(page.locator('.panel'))
  const { x, width } = await boxOf(hints)
  expect(x + width).toBeLessThan(panel.x)
  await workshop.end()
})
