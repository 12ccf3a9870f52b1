// What leaves the workshop and what comes in: the formats of the menu open and hold what is on the board, and a file
// comes back as it went.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { readPdf } from '../support/readPdf.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { replacesTheBoard } from './replacesTheBoard.ts'
import { opensTheExport, takes, textIn } from './takeHome.ts'
import { violationsOf } from './violationsOf.ts'
import { startWorkshop } from './TestWorkshop.ts'

const realInput = fileURLToPath(new URL('../fixtures/leaving-military-service.json', import.meta.url))

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a complete workshop comes in, is seen by all, goes out in every format, and into a new workshop', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product, { title: 'Leaving & arriving' })
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben', { role: 'viewer' })
  await anna.writesCard('Awareness', 'Pains', 'There before')
  await replacesTheBoard(anna, realInput)
  await expect(ben.card('There before')).toHaveCount(0)
  const file = JSON.parse(await readFile(realInput, 'utf8')) as WorkshopFile
  const [journey] = file.journeys
  for (const person of [anna, ben]) {
    await expect(person.map).toHaveCount(1)
    await expect.poll(() => person.stageNames()).toEqual(journey?.stages.map(({ name }) => name))
  }
  const title = 'Leaving military service'
  const lastStage = journey?.stages.at(-1)?.name ?? 'no stage'

  // Whoever only looks on takes home as much as anybody.
  await opensTheExport(ben)
  const pdf = readPdf(await takes(ben, 'Print (PDF)'))
  expect(pdf.title).toContain(title)
  expect(pdf.pages.map(({ words }) => words).join('\n')).toContain(lastStage)
  expect(textIn(await takes(ben, 'Slides (PowerPoint)'), 'ppt/slides/slide1.xml')).toContain(title)
  expect((await takes(ben, 'Recap (Markdown)')).toString()).toMatch(new RegExp(`^# ${title}`))
  const png = await takes(ben, 'Picture (PNG)')
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(await pixels(ben, png, 'image/png')).toBeGreaterThan(500)
  const svg = (await takes(ben, 'Drawing (SVG)')).toString()
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /)
  expect(svg).toContain(lastStage)
  expect(await pixels(ben, Buffer.from(svg), 'image/svg+xml')).toBeGreaterThan(500)
  for (const tool of ['Jira', 'Azure DevOps', 'GitLab', 'Linear', 'Trello'])
    expect((await takes(ben, 'Work items', tool)).toString(), tool).toContain(title)
  expect(textIn(await takes(ben, 'Work items', 'GitHub'), 'issues.md')).toContain(title)
  expect(textIn(await takes(ben, 'Workbook (Excel)'), 'xl/sharedStrings.xml')).toContain(lastStage)
  expect(textIn(await takes(ben, 'Tables (CSV)'), 'stages.csv')).toContain(lastStage)
  const json = await takes(ben, 'Workshop file (JSON)')
  expect((JSON.parse(json.toString()) as WorkshopFile).journeys).toEqual(file.journeys)

  const another = await startWorkshop(browser, product, { title: 'The next one' })
  const cleo = await another.join('Cleo', { role: 'facilitator' })
  await replacesTheBoard(cleo, { name: 'home.json', mimeType: 'application/json', buffer: json })
  await expect(cleo.card('Long waits without word')).toBeVisible()
  expect(await cleo.stageNames()).toEqual(await anna.stageNames())
  expect(await (await another.export('svg')).text()).toBe(svg)

  // The message with its “Undo” is gone at some time: the import is found in the history.
  await cleo.chooses(cleo.button('Menu'), 'History')
  const history = cleo.page.getByRole('complementary', { name: 'History' })
  await expect(history.getByText('Cleo replaced the board by that of a file')).toBeVisible()
  expect(await violationsOf(cleo.page)).toEqual([])
  await history.getByRole('button', { name: /^Take back the import of \d\d:\d\d$/ }).click()
  const asked = cleo.page.getByRole('dialog', { name: 'Take this import back?' })
  await expect(asked).toContainText('the board it replaced comes back')
  await asked.getByRole('button', { name: 'Take back' }).click()
  await expect(history.getByText('Cleo replaced the board')).toHaveCount(0)
  await expect.poll(() => cleo.stageNames()).toContain('Awareness')
  await another.end()
  await workshop.end()
})

test('a faulty file lists what is wrong, with its places, and changes nothing', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  await anna.writesCard('Awareness', 'Pains', 'Stays as it is')
  const before = await (await workshop.export('json')).text()
  const dialog = anna.page.getByRole('dialog')

  await anna.chooses(anna.button('Menu'), 'Import…')
  await chooseFile(anna, { name: 'half.json', text: '{"format":"journeyboard",\n "journeys": [' })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  // A single fault is said once, with its place.
  await expect(dialog).toContainText(/Line \d+, column \d+:/)
  await expect(dialog.getByRole('listitem')).toHaveCount(0)

  const file = JSON.parse(await readFile(realInput, 'utf8')) as { journeys: { stages: { name: unknown }[] }[] }
  for (const stage of file.journeys[0]?.stages.slice(0, 2) ?? []) stage.name = 42
  await chooseFile(anna, { name: 'wrong.json', text: JSON.stringify(file, null, 1) })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await anna.seesCardIn('Stays as it is', 'Awareness', 'Pains')
  expect(await (await workshop.export('json')).text()).toBe(before)
  await workshop.end()
})

interface WorkshopFile {
  readonly format: string
  readonly journeys: readonly { readonly stages: readonly { readonly name: string }[] }[]
}

async function chooseFile(person: Person, { name, text }: { name: string; text: string }): Promise<void> {
  await person.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** Width of a picture as the browser decodes it; 0 if it does not. */
async function pixels(person: Person, bytes: Buffer, type: string): Promise<number> {
  return person.page.evaluate(
    async ({ base64, type }) => {
      const image = new Image()
      const url = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (c) => c.codePointAt(0) ?? 0)], { type }))
      image.src = url
      await image.decode()
      return image.naturalWidth
    },
    { base64: bytes.toString('base64'), type },
  )
}
