// The board is kept under a name, looked at beside the board, gone back to while others are there, and forth again.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

async function opensHistory({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(page.getByRole('complementary', { name: 'History' })).toBeVisible()
}

test('one goes back to a snapshot, the other follows, and it is taken back', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  await maya.writesCard('Awareness', 'Pains', 'Too many forms')
  await maya.isSaved()

  await opensHistory(maya)
  const panel = maya.page.getByRole('complementary')
  await expect(panel.getByText('No snapshots yet.')).toBeVisible()
  await panel.getByRole('button', { name: 'Keep now' }).click()
  await expect(panel.getByText('Give it a name so that you find it again.')).toBeVisible()
  await panel.getByRole('textbox').fill('Before voting')
  await maya.page.keyboard.press('Enter')
  const row = panel.getByRole('button', { name: /^Before voting\b/ })
  await expect(row).toBeVisible()
  await expect(panel.getByRole('textbox')).toHaveValue('')
  await maya.page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  await ben.writesCard('Awareness', 'Pains', 'Nobody answers')
  await expect(maya.card('Nobody answers')).toHaveCount(1)

  await opensHistory(maya)
  await row.click()
  const map = maya.page.getByRole('region', { name: /^The map as it was: Before voting/ })
  await expect(map.getByText('Too many forms', { exact: true })).toBeVisible()
  await expect(map.getByText('Nobody answers', { exact: true })).toHaveCount(0)
  await expect(panel.getByText('Since then: 1 card added.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'All snapshots' })).toBeFocused()

  await panel.getByRole('button', { name: 'Go back to this' }).click()
  const question = maya.page.getByRole('dialog', { name: 'Go back to “Before voting”?' })
  await expect(question.getByText('for the other person here too')).toBeVisible()
  await question.getByRole('button', { name: 'Go back to this' }).click()
  await expect(ben.card('Nobody answers')).toHaveCount(0)
  await expect(ben.card('Too many forms')).toHaveCount(1)
  await expect(ben.page.getByText(/^Maya restored the board of \d\d:\d\d\.$/)).toBeVisible()
  await expect(maya.page.getByText(/^Maya restored/)).toHaveCount(0)
  await expect(maya.card('Nobody answers')).toHaveCount(0)
  await expect(panel.getByRole('button', { name: /^Before restoring\b/ })).toBeVisible()
  await expect(row).toBeFocused()

  await maya.page.getByText('Undo', { exact: true }).click()
  await expect(ben.card('Nobody answers')).toHaveCount(1)
  await expect(maya.card('Nobody answers')).toHaveCount(1)
  await workshop.end()
})

test('who facilitates nothing has no history to open, and a closed workshop is opened again from its strip', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  await ben.page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(ben.page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(ben.page.getByRole('menuitem', { name: 'History' })).toHaveCount(0)
  await ben.page.keyboard.press('Escape')

  await maya.page.getByRole('button', { name: 'Menu', exact: true }).click()
  await maya.page.getByRole('menuitem', { name: 'Workshop settings' }).click()
  await maya.page.getByRole('switch', { name: 'Close the workshop' }).click()
  await maya.page.keyboard.press('Escape')
  const closed = 'Nobody can change the board now.'
  await expect(ben.page.getByText(closed)).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Open again' })).toHaveCount(0)
  await expect(maya.page.getByText(closed)).toBeVisible()
  await maya.page.getByRole('button', { name: 'Open again' }).click()
  await expect(ben.page.getByText(closed)).toHaveCount(0)
  await ben.writesCard('Awareness', 'Pains', 'Open again')
  await expect(maya.card('Open again')).toHaveCount(1)
  await workshop.end()
})
