// What opens over or beside the board (files out, files in, history, results, settings) holds nothing that
// keeps people out: axe, in dark mode; the stories of each look at it in light.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'
import { violationsOf } from './violationsOf.ts'

const QUESTION = 'Which pains should we solve first?'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const menu = ({ page }: Person): Locator => page.getByRole('banner').getByRole('button', { name: 'Menu' })

/** Of the page's own words: whether the colours are those of dark mode. */
function inkIsLight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [red = 0] = (/\d+/.exec(getComputedStyle(document.body).color) ?? []).map(Number)
    return red > 128
  })
}

test('dialogs and panels keep nobody out in the dark', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator', browser: { colorScheme: 'dark' } })
  const { page } = maya
  const dialog = page.getByRole('dialog')
  const isOpenToAll = async (what: string, sheet: Locator): Promise<void> => {
    await expect(sheet, what).toBeVisible()
    expect(await violationsOf(page), what).toEqual([])
  }
  expect(await inkIsLight(page)).toBe(true)

  await maya.writesCard('Awareness', 'Pains', 'Too many forms')
  await maya.isSaved()
  await maya.chooses(menu(maya), 'History')
  const history = page.getByRole('complementary', { name: 'History' })
  await history.getByRole('textbox').fill('Before the vote')
  await history.getByRole('button', { name: 'Keep now' }).click()
  const row = history.getByRole('button', { name: /^Before the vote/ })
  await isOpenToAll('the list of snapshots', row)
  await history.getByRole('button', { name: 'Close' }).click()
  await maya.writesCard('Purchase', 'Pains', 'Nobody answers')

  await maya.chooses(menu(maya), 'Start a vote…')
  await dialog.getByRole('button', { name: 'Start the vote on 2 cards' }).click()
  const panel = page.getByRole('complementary', { name: QUESTION })
  await panel.getByRole('button', { name: 'Add a dot to Nobody answers' }).click()
  await expect(panel).toContainText('Saved. Your receipt:')
  await panel.getByRole('button', { name: 'End the vote' }).click()
  await dialog.getByRole('button', { name: 'End the vote' }).click()
  await expect(panel.getByRole('table', { name: 'Ranking' })).toBeVisible()
  await panel.getByRole('button', { name: /^Show the ballot/ }).click()
  await isOpenToAll('the result', panel)
  await panel.getByRole('button', { name: 'Close' }).click()

  await maya.chooses(menu(maya), 'History')
  await row.click()
  await isOpenToAll('a snapshot', page.getByRole('region', { name: /^The map as it was/ }))
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click()

  for (const entry of ['Export…', 'Import…', 'Workshop settings']) {
    await maya.chooses(menu(maya), entry)
    await isOpenToAll(entry, dialog)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await workshop.end()
})
