// The dialog that takes a workshop home: what it says, what can be chosen, how it is used.
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readPdf } from '../support/readPdf.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { opensTheExport, takes } from './takeHome.ts'
import { startWorkshop } from './TestWorkshop.ts'
import { violationsOf } from './violationsOf.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('the export says what each file leaves out, takes options, and is used by keyboard and on a phone', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  await anna.writesCard('Awareness', 'Pains', 'Naïve café')
  const dialog = await opensTheExport(anna)
  await dialog.getByText(/^Not in it: names of participants, .* more$/).click()
  await expect(dialog.getByText(/^Also not: .*single ballots/)).toBeVisible()
  expect(await violationsOf(anna.page)).toEqual([])

  await dialog.getByLabel('Paper').selectOption('A0')
  const poster = readPdf(await takes(anna, 'Print (PDF)')).pages[0]
  expect(Math.max(poster?.width ?? 0, poster?.height ?? 0)).toBeCloseTo(3_370.4, 0)

  // Arrows go through all formats; what belongs to each opens with it.
  await dialog.getByRole('radio', { name: 'Workbook (Excel)' }).focus()
  await anna.page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'Tables (CSV)' })).toBeChecked()
  // By way of the line that tells what the file leaves out, if that one opens.
  const mark = dialog.getByRole('checkbox', { name: 'For Excel' })
  await expect(async () => {
    await anna.page.keyboard.press('Tab')
    await expect(mark).toBeFocused({ timeout: 500 })
  }).toPass()
  await anna.page.keyboard.press('Space')
  const tables = unzipSync(new Uint8Array(await takes(anna, 'Tables (CSV)')))
  expect([...(tables['notes.csv'] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])

  // What the server refuses is read where it was asked for.
  await anna.page.route('**/export/md?*', (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'busy', message: 'Try again in a minute.' } } }),
  )
  await dialog.getByText('Recap (Markdown)').click()
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Try again in a minute.')
  await expect(dialog.getByRole('link', { name: 'Open the recap page' })).toHaveAttribute('href', /\/recap$/)
  await anna.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  const ben = await workshop.join('Ben', { browser: { viewport: { width: 390, height: 844 }, hasTouch: true } })
  const sheet = await opensTheExport(ben)
  expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  for (const row of await sheet.getByRole('radio').locator('..').all())
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await violationsOf(ben.page)).toEqual([])
  await workshop.end()
})
