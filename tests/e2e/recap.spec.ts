// What everybody takes home, in the browser: opened from the board, by a link of its own, on a phone, on paper.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { type Product, startProduct } from '../support/startProduct.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'
import { weighScripts } from './weighScripts.ts'

/** Script of the page, gzip: the limit of the issue that asked for the page. */
const RECAP_SCRIPT_BYTES = 100_000
const fixture = new URL('../fixtures/leaving-military-service.json', import.meta.url)

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

async function post(workshop: TestWorkshop, token: string, path: string, body: object | string): Promise<unknown> {
  const response = await fetch(`${product.origin}/api/workshops/${workshop.id}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return await response.json()
}

/** The real workshop with one vote that has ended and a date for the review. */
async function finished(workshop: TestWorkshop): Promise<string> {
  const join = { key: workshop.keys.facilitator, name: 'Maya Ortiz', department: 'Benefits' }
  const { token } = (await post(workshop, '', '/join', join)) as { token: string }
  await post(workshop, token, '/import/json?mode=replace', readFileSync(fixture, 'utf8'))
  await post(workshop, token, '/commands', { type: 'workshop.review', date: '2027-03-01' })
  const { roundId } = (await post(workshop, token, '/commands', {
    type: 'round.open',
    question: 'Which pains should we solve first?',
    kind: 'note',
    noteType: 'pain',
  })) as { roundId: string }
  const round = await fetch(`${product.origin}/api/workshops/${workshop.id}/rounds/${roundId}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const [first = ''] = ((await round.json()) as { round: { candidateIds: string[] } }).round.candidateIds
  await post(workshop, token, '/commands', { type: 'round.proxy', allocation: { [first]: 2 }, name: 'Ruth' })
  await post(workshop, token, '/commands', { type: 'round.close' })
  return token
}

test('somebody who was not there reads the recap by its link, prints it and takes a file', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product, { title: 'Leaving military service' })
  await finished(workshop)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const weigh = weighScripts(page)
  await page.goto(`${product.origin}/w/${workshop.id}/recap#${workshop.keys.viewer}`)
  await expect(page.getByRole('heading', { name: 'Leaving military service', level: 1 })).toBeVisible()
  expect(page.url(), 'the key does not stay in the address').not.toContain('#')
  await expect(page.getByText('We look at it again on 1 March 2027')).toBeVisible()
  await expect(page.locator('.recap__facts')).toContainText('As-is')
  await expect(page.locator('.recap__map svg text').first()).toBeVisible()
  await expect(page.getByText('Lowest point', { exact: true })).toBeVisible()
  await expect(page.getByRole('cell', { name: '1 of 1' })).toBeVisible()
  await expect(
    page.getByText('1 of 2 voted, 2 dots cast. 1 ballot was entered for people without a device.'),
  ).toBeVisible()
  const { bytes } = await weigh()
  expect(bytes).toBeLessThan(RECAP_SCRIPT_BYTES)
  expect(bytes).toBeGreaterThan(10_000)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tables (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^Leaving military service .*\.zip$/)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'What we do next' })).toBeVisible()
  // Head, map and feelings on the first sheet, what comes of them on the second.
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
  await context.close()
  await workshop.end()
})

test('on a phone nothing is wider than the screen but the map, which can be moved', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  await finished(workshop)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(`${product.origin}/w/${workshop.id}/recap#${workshop.keys.viewer}`)
  await expect(page.locator('.recap__map svg text').first()).toBeAttached()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await context.close()
  await workshop.end()
})

test('a participant’s link asks to join first, a wrong one says so, a facilitator hands out a link', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product, { title: 'First order' })
  const context = await browser.newContext()
  const page = await context.newPage()
  const at = `${product.origin}/w/${workshop.id}/recap`
  await page.goto(`${at}#${'x'.repeat(24)}`)
  await expect(page.getByRole('heading', { name: /This link/ })).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${at}#${workshop.keys.participant}`)
  await expect(page.getByRole('heading', { name: 'Join “First order” first' })).toBeVisible()
  await page.getByRole('link', { name: 'Join the workshop' }).click()
  await page.getByLabel('Your name').fill('Ruth Abara')
  await context.close()

  const maya = await workshop.join('Maya', { role: 'facilitator' })
  await maya.page.goto(at)
  await expect(maya.page.getByText('Nothing has been voted on.')).toBeVisible()
  await expect(maya.page.getByText('No actions yet. Start with the top pain.')).toBeVisible()
  // The day of the next review is agreed last: it is set here, by keyboard, and a half-typed day is none.
  await expect(maya.page.getByText('No day yet to look at the actions again.')).toBeVisible()
  await maya.button('Set the day').click()
  const day = maya.page.getByLabel('Next review of the actions')
  await expect(day).toBeFocused()
  await maya.page.keyboard.type('0301')
  await maya.page.keyboard.type('2027')
  await expect(maya.page.getByText('We look at it again on 1 March 2027')).toBeVisible()
  await maya.button('Done').click()
  await expect(maya.button('Change the day')).toBeFocused()
  // Of a map that says nothing about itself only its state is told, and that beside the heading.
  await expect(maya.page.getByRole('heading', { name: 'The journey As-is' })).toBeVisible()
  await expect(maya.page.locator('.recap__facts')).toHaveCount(0)
  await maya.page.getByRole('button', { name: 'Make a link to this page' }).click()
  const link = await maya.page.getByRole('textbox').inputValue()
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'First order', level: 1 })).toBeVisible()
  await expect(guest.getByText('We look at it again on 1 March 2027')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Change the day' })).toHaveCount(0)
  await guest.context().close()
  await workshop.end()
})
