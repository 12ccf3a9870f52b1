// Home, join and board as a stranger meets them: from the start page to the map, by link, with wrong links; accessible,
// on laptops and phones, and nothing from another origin.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'
import { weighScripts } from './weighScripts.ts'

/** Script of the home page, gzip. */
const HOME_SCRIPT_BYTES = 120_000
/** LOOK: targets on phones are at least this high, px. */
const TOUCH_PX = 44

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a facilitator starts a workshop, invites, and a colleague joins by the link', async ({ page, browser }) => {
  await page.goto(product.origin)
  await expect(page.getByText('No workshops in this browser yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Start workshop' }).click()
  await expect(page.getByText('Give the workshop a name so that people know where they are.')).toBeVisible()
  await page.getByLabel('What is the workshop about?').fill('Leaving military service')
  await page.getByText('Customer lifecycle', { exact: true }).click()
  await page.getByRole('button', { name: 'Start workshop' }).click()
  await page.getByLabel('Your name').fill('Maya Ortiz')
  await page.getByRole('button', { name: 'Open the board' }).click()

  const dialog = page.getByRole('dialog', { name: 'Invite people' })
  await expect(dialog.getByRole('img', { name: 'QR code of the link for participants' })).toBeVisible()
  const link = new URL(await dialog.getByRole('textbox').first().inputValue())
  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  expect(page.url(), 'the key does not stay in the address').not.toContain('#')

  const guestContext = await browser.newContext()
  const guest = await guestContext.newPage()
  await guest.goto(product.origin + link.pathname + link.hash)
  await expect(guest.getByText('Maya Ortiz invites you to a workshop')).toBeVisible()
  await expect(guest.getByRole('heading', { name: 'Leaving military service' })).toBeVisible()
  await guest.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(guest.getByText('Enter a name so that others know who writes.')).toBeVisible()
  await guest.getByLabel('Your name').fill('Ruth Abara')
  await guest.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(guest.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  await expect(page.getByText('RA', { exact: true }).first()).toBeVisible()

  // First steps go away once they are put away, also after loading the page again.
  await guest.getByRole('button', { name: 'Skip the hints' }).click()
  await guest.reload()
  await expect(guest.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  await expect(guest.getByRole('region', { name: 'First steps' })).toHaveCount(0)

  await page.goto(product.origin)
  await expect(page.getByText('You facilitate.')).toBeVisible()
  await page.getByRole('link', { name: /Leaving military service/ }).click()
  await expect(page.locator('.tl-shape[data-shape-type="stage"]')).toHaveCount(5)
  await guestContext.close()
})

test('a wrong link says so and offers a way on', async ({ page, browser }) => {
  const workshop = await startWorkshop(browser, product)
  for (const wrong of [`${workshop.id}#wrongwrongwrongwrong`, '0000000000000000#wrong', workshop.id]) {
    await page.goto(`${product.origin}/w/${wrong}`)
    await expect(page.getByText('This link no longer works. Ask for a new one.')).toBeVisible()
    await page.goto('about:blank')
  }
  const answer = await page.goto(`${product.origin}/nowhere`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('There is no page here.')).toBeVisible()
  await page.getByRole('link', { name: 'To the start page' }).click()
  await expect(page.getByRole('heading', { name: 'Start a workshop' })).toBeVisible()
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
    await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
    await hasNoViolation(page)
    // With everything open that can be: people, a card with its bar and its form.
    await page.getByRole('button', { name: 'People, 1 here' }).click()
    await page.locator('.tl-container').focus()
    await page.keyboard.press('t')
    await page.locator('.tl-container textarea:focus').waitFor()
    await page.keyboard.type('A card')
    await page.keyboard.press('Enter')
    await page.getByRole('toolbar', { name: 'Card' }).waitFor()
    await hasNoViolation(page)
    await context.close()
  })
}

test('nothing is loaded from another origin, and home is light', async ({ page, browser }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && origin !== product.origin) foreign.push(request.url())
  })
  const weigh = weighScripts(page)
  const workshop = await startWorkshop(browser, product)
  await page.goto(product.origin)
  await page.getByRole('heading', { name: 'Start a workshop' }).waitFor()
  const { bytes } = await weigh()
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(HOME_SCRIPT_BYTES)

  await page.goto(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
  await page.getByLabel('Your name').fill('Ruth')
  await page.getByRole('button', { name: 'Join the workshop' }).click()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})

for (const width of [1280, 390]) {
  test(`tldraw’s watermark is visible and uncovered at ${width} px`, async ({ browser }) => {
    const workshop = await startWorkshop(browser, product)
    const anna = await workshop.join('Anna', { browser: { viewport: { width, height: 800 } } })
    const watermark = anna.page.locator('[class*="tl-watermark"]').first()
    await expect(watermark).toBeVisible()
    const box = await boxOf(watermark)
    // Edges and the middle, inside the window (tldraw lets its bar on phones reach 1 to 2 px over the edge): what lies on
    // top there is the watermark itself.
    const points = [0.05, 0.5, 0.95]
      .flatMap((x) => [0.1, 0.5, 0.9].map((y) => ({ x: box.x + box.width * x, y: box.y + box.height * y })))
      .filter(({ x }) => x < width)
    expect(points.length).toBeGreaterThanOrEqual(6)
    const covered = await anna.page.evaluate(
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
    await workshop.end()
  })
}

test('on a phone: join, see the map, write a card with two taps', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
  const ben = await workshop.join('Ben', { browser: phone })
  const { page } = ben
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, 'nothing reaches over the right edge').toBeLessThanOrEqual(0)
  const tools = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')
  for (const tool of await tools.all()) {
    const box = await tool.boundingBox()
    if (!box) continue
    expect(box.height).toBeGreaterThanOrEqual(TOUCH_PX)
    expect(box.x + box.width).toBeLessThanOrEqual(390)
  }
  await ben.button('Touchpoint').tap()
  const { x, y } = await ben.cell('Awareness', 'Touchpoints')
  await page.touchscreen.tap(x, y)
  await ben.writes('From my phone')
  await anna.seesCardIn('From my phone', 'Awareness', 'Touchpoints')
  await workshop.end()
})

async function hasNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}
