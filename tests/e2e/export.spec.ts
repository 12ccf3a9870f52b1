// The dialog that takes a workshop home: what it says, what can be chosen, how it is used.
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { IMPORT_MAX_BYTES } from '../../shared/protocol/limits.ts'
import { readPdf } from '../support/readPdf.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, middleOf } from './Person.ts'
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

  // A file that would not come back in says so.
  await anna.page.route('**/export/json?*', (route) =>
    route.fulfill({ contentType: 'application/json', body: ' '.repeat(IMPORT_MAX_BYTES + 1) }),
  )
  await dialog.getByRole('radio', { name: 'Workshop file (JSON)' }).check()
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog.getByText(/in your downloads\. It has more than 16 MiB, too much for Import/)).toBeVisible()

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

test('what is selected goes out as a picture of its own; a card that somebody deletes meanwhile is left out of it', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben', { role: 'facilitator' })
  await anna.writesCard('Awareness', 'Pains', 'No prices')
  await anna.writesCard('Purchase', 'Pains', 'Long form')
  await anna.writesCard('Purchase', 'Gains', 'Free delivery')
  await ben.seesCard('Free delivery')

  // With nothing selected and one map there is nothing to choose.
  await anna.selectsNothing()
  await opensTheExport(anna)
  await anna.page.getByRole('radio', { name: 'Drawing (SVG)' }).check()
  await expect(anna.page.getByLabel('What')).toHaveCount(0)
  await anna.page.keyboard.press('Escape')

  await anna.selects('No prices', 'Free delivery')
  const { x, y } = middleOf(await boxOf(anna.card('No prices')))
  await anna.page.mouse.click(x, y, { button: 'right' })
  await anna.page.getByRole('menuitem', { name: 'Export selection…' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Take it home' })
  await expect(dialog.getByRole('radio', { name: 'Picture (PNG)' })).toBeChecked()
  const what = dialog.getByLabel('What')
  await expect(what.locator('option:checked')).toHaveText('Selection (2 cards)')
  const picture = await takes(anna, 'Picture (PNG)')
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)]
  const svg = String(await takes(anna, 'Drawing (SVG)'))
  expect(svg).toContain(`width="${width / 2}" height="${height / 2}"`)
  expect([svg.includes('No prices'), svg.includes('Free delivery'), svg.includes('Long form')]).toEqual([
    true,
    true,
    false,
  ])

  await ben.selects('No prices')
  await ben.presses('Delete')
  await expect(what.locator('option:checked')).toHaveText('Selection (1 card)')
  const rest = String(await takes(anna, 'Drawing (SVG)'))
  expect([rest.includes('No prices'), rest.includes('Free delivery')]).toEqual([false, true])
  await ben.selects('Free delivery')
  await ben.presses('Delete')
  await expect(what.locator('option:checked')).toHaveText('Selection')
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(
    'Nothing of the selection is on the board any more. Select again what you want to take.',
  )
  await what.selectOption('The whole board')
  expect(String(await takes(anna, 'Drawing (SVG)'))).toContain('Long form')
  await workshop.end()
})
