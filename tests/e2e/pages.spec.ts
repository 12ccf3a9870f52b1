// Home, join and board as a stranger meets them: from the start page to the map, by link, with wrong links; accessible,
// on laptops and phones, and nothing from another origin.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a facilitator starts a workshop, invites, and a colleague joins by the link', async ({ page, browser }) => {
  await page.goto(product.origin)
  await page.getByLabel('What is the workshop about?').fill('Leaving military service')
  await page.getByRole('radio', { name: /Customer lifecycle/ }).check({ force: true })
  await page.getByRole('button', { name: 'Start workshop' }).click()
  await page.getByLabel('Your name').fill('Maya Ortiz')
  await page.getByRole('button', { name: 'Open the board' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  const link = await page.getByRole('dialog').getByRole('textbox').first().inputValue()
  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  expect(page.url()).not.toContain('#')

  const guestContext = await browser.newContext()
  const guest = await guestContext.newPage()
  await guest.goto(product.origin + new URL(link).pathname + new URL(link).hash)
  await expect(guest.getByRole('heading', { name: 'Leaving military service' })).toBeVisible()
  await guest.getByLabel('Your name').fill('Ruth Abara')
  await guest.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(guest.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  await expect(page.getByText('RA', { exact: true }).first()).toBeVisible()

  await guest.reload()
  await expect(guest.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  await page.goto(product.origin)
  await expect(page.getByText('You facilitate.')).toBeVisible()
  await guestContext.close()
})

test('a wrong link says so and offers a way on', async ({ page }) => {
  const workshop = await startWorkshop(page.context().browser() ?? fail(), product)
  await page.goto(`${product.origin}/w/${workshop.id}#wrongwrongwrongwrong`)
  await expect(page.getByText('This link no longer works. Ask for a new one.')).toBeVisible()
  await page.goto(`${product.origin}/w/0000000000000000#wrong`)
  await expect(page.getByText('This link no longer works. Ask for a new one.')).toBeVisible()
  await page.goto(`${product.origin}/nowhere`)
  await expect(page.getByText('There is no page here.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`home, join and board have no accessibility violation (${colorScheme})`, async ({ browser }) => {
    const workshop = await startWorkshop(browser, product)
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await page.goto(product.origin)
    await page.getByRole('heading', { name: 'Start a workshop' }).waitFor()
    await hasNoViolation(page)
    await page.goto(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
    await page.getByLabel('Your name').fill('Ruth')
    await hasNoViolation(page)
    await page.getByRole('button', { name: 'Join the workshop' }).click()
    await page.locator('.tl-shape[data-shape-type="journey-map"]').waitFor()
    await hasNoViolation(page)
    await context.close()
  })
}

test('nothing is loaded from another origin', async ({ page, browser }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== product.origin) foreign.push(request.url())
  })
  const workshop = await startWorkshop(browser, product)
  await page.goto(product.origin)
  await page.getByRole('heading', { name: 'Start a workshop' }).waitFor()
  await page.goto(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
  await page.getByLabel('Your name').fill('Ruth')
  await page.getByRole('button', { name: 'Join the workshop' }).click()
  await page.locator('.tl-shape[data-shape-type="journey-map"]').waitFor()
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})

for (const width of [1280, 390]) {
  test(`tldraw’s watermark is visible and uncovered at ${width} px`, async ({ browser }) => {
    const workshop = await startWorkshop(browser, product)
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
    await page.getByLabel('Your name').fill('Ruth')
    await page.getByRole('button', { name: 'Join the workshop' }).click()
    const watermark = page.locator('[class*="tl-watermark"]').first()
    await expect(watermark).toBeVisible()
    const box = await watermark.boundingBox()
    if (!box) throw new Error('the watermark has no box')
    // Every corner and the middle: what lies on top there is the watermark itself.
    const points = [0.05, 0.5, 0.95].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => ({ x: box.x + box.width * x, y: box.y + box.height * y })),
    )
    const covered = await page.evaluate(
      (points) =>
        points.filter(
          ({ x, y }) =>
            !document
              .elementsFromPoint(x, y)
              .slice(0, 2)
              .some((element) => element.closest('[class*="tl-watermark"]') !== null),
        ),
      points,
    )
    expect(covered).toEqual([])
    await context.close()
  })
}

async function hasNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

function fail(): never {
  throw new Error('no browser')
}
