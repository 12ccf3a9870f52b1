// Tables come in: columns are guessed and corrected, faults are named by row and column, nothing happens before the last
// button, and one press takes all of it back.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, toRichText } from 'tldraw'
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

/** Semicolons and Windows-1252, as a spreadsheet program on many desks saves it. */
const survey = Buffer.from(
  'Frage;Phase;Stärke\nLange Warteschlange für Formulare;Awareness;4\nNiemand antwortet;Nachher;viel\n;Awareness;2\n',
  'latin1',
)

async function choosesFile(person: Person, name: string, buffer: Buffer): Promise<void> {
  await person.chooses(person.button('Menu'), 'Import…')
  const dialog = person.page.getByRole('dialog', { name: 'Import a file' })
  await dialog.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

test('a survey becomes notes where people say, is seen by all, and goes again with one press', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  await choosesFile(anna, 'survey.csv', survey)
  const dialog = anna.page.getByRole('dialog', { name: 'Bring in a table' })
  await expect(dialog.getByText('survey.csv: 3 rows.')).toBeVisible()
  await dialog.getByLabel('Column C, Stärke').selectOption({ label: 'Severity' })
  await expect(dialog.getByLabel('Column A, Frage')).toHaveValue('field.text')
  await expect(dialog.getByText('2 cards will be made. 1 stage is new. 1 row is left out.')).toBeVisible()
  await expect(dialog.getByText('Row 3, column C: ‘viel’ is not a whole number from 1 to 5.')).toBeVisible()
  await expect(dialog.getByText('Row 4, column A: There are no words for ‘Note’.')).toBeVisible()
  await expect(ben.card('Lange Warteschlange für Formulare'), 'nothing has happened yet').toHaveCount(0)
  expect((await new AxeBuilder({ page: anna.page }).analyze()).violations).toEqual([])

  await dialog.getByText('Leave their rows out').click()
  await expect(dialog.getByText('1 card will be made. 2 rows are left out.')).toBeVisible()
  await dialog.getByText('Make them').click()
  await dialog.getByLabel('Rows without a lane go to').selectOption({ label: 'Pains' })
  await dialog.getByRole('button', { name: 'Import 2 cards' }).click()
  for (const person of [anna, ben]) {
    await expect(person.card('Lange Warteschlange für Formulare')).toHaveCount(1)
    await expect.poll(() => person.stageNames()).toContain('Nachher')
  }
  await anna.page.getByText('2 cards imported.', { exact: true }).waitFor()
  // What came is in view, the stage behind the others too.
  await expect(anna.stage('Nachher')).toBeInViewport({ ratio: 0.99 })
  await anna.button('Undo').and(anna.page.locator('.toast__action')).click()
  for (const person of [anna, ben]) {
    await expect(person.card('Niemand antwortet')).toHaveCount(0)
    await expect.poll(() => person.stageNames()).not.toContain('Nachher')
  }
  await workshop.end()
})

test('a list dropped on the map opens the choice of columns, its first line is a card too', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  const list = { name: 'pains.txt', text: 'Too much paper\nNobody calls back\nThree forms for one answer' }
  await dropsOnTheMap(ben, list)
  await expect(ben.page.getByText(/^Tables and workshop files are brought in by facilitators\./)).toBeVisible()
  await dropsOnTheMap(anna, list)
  const dialog = anna.page.getByRole('dialog', { name: 'Bring in a table' })
  await expect(dialog.getByText('3 cards will be made.')).toBeVisible()
  // A guess: whoever knows better says so.
  await dialog.getByLabel('The first row names the columns').check()
  await expect(dialog.getByText('2 cards will be made.')).toBeVisible()
  await dialog.getByLabel('The first row names the columns').uncheck()
  // Another one dropped on the open dialog takes its place; the browser does not leave the board for it.
  await dropsOnTheMap(anna, {
    name: 'more.csv',
    text: 'Stage,Lane,Card\nPurchase,Pains,No receipt\nPurchase,KPI,Returns',
  })
  await expect(dialog.getByText('2 cards will be made: 1 note and 1 KPI.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 2 cards' }).click()
  for (const person of [anna, ben]) await expect(person.card('Returns')).toHaveCount(1)
  await workshop.end()
})

async function dropsOnTheMap({ page }: Person, file: { name: string; text: string }): Promise<void> {
  await page.evaluate(({ name, text }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], name))
    const dialog = document.querySelector('[role="dialog"]')
    const place = dialog ?? document.querySelector('.tl-canvas')
    for (const type of ['dragover', 'drop'])
      place?.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: 600, clientY: 400 }),
      )
  }, file)
}

test('what cannot be read says so and changes nothing', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const before = await (await workshop.export('json')).text()
  await choosesFile(anna, 'broken.xlsx', Buffer.from('no spreadsheet at all'))
  await expect(
    anna.page.getByText('This spreadsheet cannot be read. Save it again as .xlsx, or as CSV. Nothing was changed.'),
  ).toBeVisible()
  const input = anna.page.getByRole('dialog').locator('input[type="file"]')
  await input.setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('Only a heading') })
  await expect(anna.page.getByText(/no rows below its first one/)).toBeVisible()
  expect(await (await workshop.export('json')).text()).toBe(before)
  await workshop.end()
})

test('a plan follows what others do to the map, and says when the board is too small for it', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  await choosesFile(anna, 'survey.csv', survey)
  const dialog = anna.page.getByRole('dialog', { name: 'Bring in a table' })
  await expect(dialog.getByText('2 cards will be made. 1 stage is new. 1 row is left out.')).toBeVisible()
  const place = `${product.origin}/api/workshops/${workshop.id}`
  const joined = await fetch(`${place}/join`, {
    method: 'POST',
    body: JSON.stringify({ key: workshop.keys.facilitator, name: 'Script' }),
  })
  const { token } = (await joined.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  expect(
    (await fetch(`${place}/import/csv`, { method: 'POST', headers, body: 'Text;Stage\nx;Nachher\n' })).status,
  ).toBe(200)
  await expect(dialog.getByText('2 cards will be made. 1 row is left out.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Another file' }).click()

  const large = Buffer.from(`Text,Stage\n${'Long words,Awareness\n'.repeat(12_000)}`)
  const input = anna.page.getByRole('dialog', { name: 'Import a file' }).locator('input[type="file"]')
  await input.setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: large })
  await expect(dialog.getByText('The board holds at most 12,000 cards and drawings.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Import 12000 cards' })).toBeDisabled()
  await workshop.end()
})

test('a tldraw file comes in as free drawings, without what is not kept here', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  await choosesFile(anna, 'sketch.tldr', tldrFile())
  for (const person of [anna, ben]) {
    await expect(person.drawing('geo')).toHaveCount(1)
    await expect(person.drawing('bookmark')).toHaveCount(0)
  }
  await expect(anna.page.getByText(/^1 drawing came in\. Left out: 1 thing/).first()).toBeVisible()
  await anna.undoes()
  for (const person of [anna, ben]) await expect(person.drawing('geo')).toHaveCount(0)
  await choosesFile(anna, 'broken.tldr', Buffer.from('{"no": "file"}'))
  await expect(anna.page.getByText(/no tldraw file that can be read/).first()).toBeVisible()
  await workshop.end()
})

/** As tldraw saves it: a rectangle, and a bookmark, which would load another origin. */
function tldrFile(): Buffer {
  const schema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })
  const common = { typeName: 'shape', parentId: 'page:one', isLocked: false, opacity: 1, meta: {}, rotation: 0 }
  const size = { w: 120, h: 80, growY: 0, scale: 1 }
  const look = { geo: 'rectangle', dash: 'draw', labelColor: 'black', color: 'black', fill: 'none', size: 'm' }
  const label = { url: '', font: 'draw', align: 'middle', verticalAlign: 'middle', richText: toRichText('') }
  const mark = { w: 300, h: 200, assetId: null, url: 'https://example.org' }
  const records = [
    { typeName: 'document', id: 'document:document', gridSize: 10, name: '', meta: {} },
    { typeName: 'page', id: 'page:one', name: 'Page', index: 'a1', meta: {} },
    { ...common, id: 'shape:box', type: 'geo', index: 'a1', x: 0, y: 0, props: { ...size, ...look, ...label } },
    { ...common, id: 'shape:mark', type: 'bookmark', index: 'a2', x: 200, y: 0, props: mark },
  ]
  return Buffer.from(JSON.stringify({ tldrawFileFormatVersion: 1, schema: schema.serialize(), records }))
}
