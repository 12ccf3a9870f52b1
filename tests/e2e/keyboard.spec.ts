// Everything that can be done to a card can be done without a mouse.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('make, write, move, duplicate, delete and undo with keys only', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const { page } = anna
  await page.locator('.tl-container').focus()
  await page.keyboard.press('t')
  await page.locator('.tl-shape textarea:focus').waitFor()
  await page.keyboard.type('Pricing page')
  await page.keyboard.press('Enter')
  await expect(anna.card('Pricing page')).toHaveCount(1)
  const before = await anna.card('Pricing page').boundingBox()

  await page.keyboard.press('Alt+ArrowRight')
  await expect
    .poll(async () => (await anna.card('Pricing page').boundingBox())?.x ?? 0)
    .toBeGreaterThan(before?.x ?? Infinity)

  await page.keyboard.press('Enter')
  await page.locator('.tl-shape textarea:focus').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' online')
  await page.keyboard.press('Enter')
  await expect(anna.card('Pricing page online')).toHaveCount(1)

  await page.keyboard.press('ControlOrMeta+d')
  await expect(anna.card('Pricing page online')).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect(anna.card('Pricing page online')).toHaveCount(1)
  await anna.undoes()
  await expect(anna.card('Pricing page online')).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(anna.card('Pricing page online')).toHaveCount(1)
  await anna.leaves()
})

test('the list of keys opens with ?', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  await anna.page.locator('.tl-container').focus()
  await anna.page.keyboard.press('?')
  await expect(anna.page.getByRole('dialog')).toContainText('Touchpoint')
  await anna.leaves()
})
