// Everything that can be done to a card can be done without a mouse.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf } from './Person.ts'
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
  await anna.page.locator('.tl-container').focus()
  await anna.presses('t')
  await anna.writes('Pricing page')
  await anna.seesCard('Pricing page')
  const before = await boxOf(anna.card('Pricing page'))
  await anna.presses('Alt+ArrowRight')
  await expect.poll(async () => (await boxOf(anna.card('Pricing page'))).x).toBeGreaterThan(before.x)

  await anna.presses('Enter')
  await anna.writing.waitFor()
  await anna.presses('End')
  await anna.writes(' online')
  await anna.seesCard('Pricing page online')

  await anna.presses('ControlOrMeta+d')
  await expect(anna.card('Pricing page online')).toHaveCount(2)
  await anna.presses('Delete')
  await expect(anna.card('Pricing page online')).toHaveCount(1)
  await anna.undoes()
  await expect(anna.card('Pricing page online')).toHaveCount(2)
  await anna.redoes()
  await expect(anna.card('Pricing page online')).toHaveCount(1)
  await workshop.end()
})

test('from card to card, into an empty cell, to the bar of a card and back', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  await anna.writesCard('Awareness', 'Touchpoints', 'First')
  await anna.writesCard('Consideration', 'Touchpoints', 'Second')
  const bar = anna.page.getByRole('toolbar', { name: 'Card' })

  // Up from the second is the empty cell of customer actions: Enter writes there.
  await anna.selects('Second')
  await anna.presses('ArrowUp')
  await expect(anna.button('Add Customer action to Consideration')).toBeFocused()
  await anna.presses('Enter')
  await anna.writes('Compares offers')
  await anna.seesCardIn('Compares offers', 'Consideration', 'Customer actions')

  // F6 goes from the map to the bar of the selected card; Escape comes back.
  await expect(bar).toBeVisible()
  await anna.presses('F6')
  await expect(bar.getByRole('button').first()).toBeFocused()
  await anna.presses('Escape')
  await expect(anna.page.locator('.tl-container')).toBeFocused()
  await anna.presses('Escape')
  await expect(bar).toHaveCount(0)

  await anna.presses('?')
  const list = anna.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('Touchpoint')
  await anna.presses('Escape')
  await expect(list).toHaveCount(0)
  // A dialog gives the keyboard back to where it was opened from.
  await expect(anna.page.locator('.tl-container')).toBeFocused()
  await workshop.end()
})
