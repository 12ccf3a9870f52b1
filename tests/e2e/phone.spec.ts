// A workshop on a phone: lists and forms instead of the canvas. Somebody with a laptop is there too, so that every step
// is seen from the other side.
import { type Browser, expect, test } from '@playwright/test'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import type { Phase } from '../../shared/workshop/agenda.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { isFit } from './isFit.ts'
import { boxOf } from './Person.ts'
import { PhonePerson, phoneScreen } from './PhonePerson.ts'
import { type Role, startWorkshop, type TestWorkshop } from './TestWorkshop.ts'
import { touches } from './touches.ts'
import { weighScripts } from './weighScripts.ts'

/**
 * Script that a phone loads from the link to the list of cards, gzip: the limit of issue 4. Preact, Yjs,
 * zod and the signals are 60 kB of it. And after a visit to cards, forms and feelings.
 */
const FIRST_SCRIPT_BYTES = 150_000
const WHOLE_SCRIPT_BYTES = 165_000
/** What taking files home loads besides, for who does. */
const EXPORT_SCRIPT_BYTES = 30_000

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a card added on a phone is on the map of a laptop, and the other way round', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await joinByPhone(browser, workshop)

  await ben.chip('Purchase').tap()
  await ben.button('Add a card').tap()
  await ben.chip('Touchpoints').tap()
  await ben.box.fill('From my phone')
  await ben.button('Add touchpoint').tap()
  await expect(ben.row('From my phone')).toBeVisible()
  await anna.seesCardIn('From my phone', 'Purchase', 'Touchpoints')

  await anna.writesCard('Awareness', 'Touchpoints', 'From a laptop')
  await ben.page.goBack()
  await ben.chip('Awareness').tap()
  await ben.row('From a laptop', 'Touchpoints').tap()
  await ben.page.getByLabel('Channel').fill('web')
  await anna.card('web').waitFor()
  await ben.back()
  await expect(ben.row('From a laptop', 'Touchpoints')).toContainText('web')

  await ben.row('From a laptop', 'Touchpoints').tap()
  await ben.button('Delete').tap()
  await expect(anna.card('From a laptop')).toHaveCount(0)
  await ben.button('Undo').tap()
  await anna.seesCardIn('From a laptop', 'Awareness', 'Touchpoints')
  await ben.leaves()
  await workshop.end()
})

test('a note is written alone, and is on the map after the reveal', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const phases = await setAgenda(workshop)
  await goTo(workshop, phases, 'Pains')
  const ben = await joinByPhone(browser, workshop)

  await expect(ben.page.getByText('Write what hurts, on your own. One pain per note.')).toBeVisible()
  await expect(ben.page.getByText('Only you see your notes until the reveal.')).toBeVisible()
  await ben.chip('Advocacy').tap()
  await ben.box.fill('Nobody reaches out')
  await ben.button('Add pain').tap()
  await ben.row('Nobody reaches out').tap()
  await ben.page.getByLabel('Your pain').fill('Nobody ever reaches out')
  await ben.button('Done').first().tap()
  await expect(ben.page.getByText('1 note written in the room')).toBeVisible()
  await ben.button('I’m done').tap()
  await expect(ben.page.getByText(/^1 of \d have finished$/)).toBeVisible()
  await expect(anna.card('Nobody')).toHaveCount(0)

  await ben.page.setViewportSize({ width: 844, height: 390 })
  await expect(ben.row('Nobody ever reaches out')).toBeVisible()
  await command(workshop, { type: 'phase.next', from: phases.find(({ name }) => name === 'Pains')?.id })
  await anna.seesCardIn('Nobody ever reaches out', 'Advocacy', 'Pains')
  await ben.chip('Advocacy').tap()
  await expect(ben.row('Nobody ever reaches out', 'Pains')).toBeVisible()
  await ben.leaves()
  await workshop.end()
})

test('feelings are set by faces, and the room shows after one’s own', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const phases = await setAgenda(workshop)
  await goTo(workshop, phases, 'Feelings')
  const ben = await joinByPhone(browser, workshop)
  const eva = await joinByPhone(browser, workshop, 'Eva')
  const stage = (person: PhonePerson, name: string) => person.page.getByRole('listitem').filter({ hasText: name })

  await expect(stage(ben, 'Awareness').getByText('Set yours first, then you see the room.')).toBeVisible()
  await stage(ben, 'Awareness').getByText('−2', { exact: true }).tap()
  await stage(ben, 'Awareness').getByLabel('Why does Awareness feel so?').fill('lost')
  await stage(ben, 'Awareness').getByLabel('Why does Awareness feel so?').press('Enter')
  await expect(stage(eva, 'Awareness').getByText('Set yours first, then you see the room.')).toBeVisible()
  await stage(eva, 'Awareness').getByText('−1', { exact: true }).tap()
  await expect(stage(eva, 'Awareness').getByText('The room: −1.5, median of 2 · lost')).toBeVisible()
  await expect(stage(ben, 'Awareness').getByText('The room: −1.5, median of 2 · lost')).toBeVisible()
  await ben.leaves()
  await eva.leaves()
  await workshop.end()
})

test('dots are placed, moved and counted', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const phases = await setAgenda(workshop)
  const ben = await joinByPhone(browser, workshop)
  await ben.button('Add pain to Awareness').tap()
  for (const pain of ['Too long', 'Too dear', 'Too late']) {
    await ben.box.fill(pain)
    await ben.button('Add pain').tap()
    await expect(ben.row(pain)).toBeVisible()
  }
  await goTo(workshop, phases, 'Vote')
  await command(workshop, { type: 'round.open', question: 'What hurts most?', kind: 'note', dotsPerPerson: 4 })

  // Whoever is on another page is told, and led there.
  await ben.page.getByRole('status').getByRole('button', { name: 'Vote', exact: true }).tap()
  await expect(ben.page.getByRole('heading', { name: 'What hurts most?' })).toBeVisible()
  const add = ben.button(/^Add a dot to Too dear/)
  for (let dot = 0; dot < 3; dot++) await add.tap()
  await expect(ben.page.getByText('1 of 4 dots left', { exact: true }).last()).toBeVisible()
  await add.tap()
  await expect(ben.page.getByText('At most 3 dots on one card.').first()).toBeVisible()
  await ben.button(/^Take a dot from Too dear/).tap()
  await ben.button(/^Add a dot to Too late/).tap()
  await expect(ben.page.getByText(/Your receipt/)).toBeVisible()
  await ben.button('I’m done').tap()
  await expect(ben.page.getByText(/^1 of \d have finished$/)).toBeVisible()

  await command(workshop, { type: 'round.close' })
  const ranking = ben.page.getByRole('table', { name: 'Ranking' })
  await expect(ranking.getByRole('row').nth(1)).toContainText(/Too dear.*2/)
  await expect(ranking.getByRole('row').nth(2)).toContainText(/Too late.*1/)
  // The code of one's own ballot is filled in: this browser kept it.
  await ben.button('Check').tap()
  await expect(ben.page.getByText('Counted as you cast it')).toBeVisible()
  await isFit(ben)

  // After the last phase a phone, too, leads to what is taken home.
  await command(workshop, { type: 'phase.stop' })
  await expect(ben.page.getByText('The recap shows what came out.')).toBeVisible()
  await expect(ben.page.getByRole('link', { name: 'Open the recap' })).toHaveAttribute('href', /\/recap$/)
  await isFit(ben)
  await ben.leaves()
  await workshop.end()
})

test('what is typed and what is sent offline survive closing the page', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await joinByPhone(browser, workshop)
  await ben.button('Add pain to Awareness').tap()
  await ben.context.setOffline(true)
  await expect(ben.page.getByText('Offline', { exact: true })).toBeVisible()
  await ben.box.fill('Written in a tunnel')
  await ben.button('Add pain').tap()
  await expect(ben.page.getByText('Offline. 1 change waits here and is sent when you are back.')).toBeVisible()
  await ben.box.fill('Half a thou')
  await ben.page.close()

  await ben.context.setOffline(false)
  const again = new PhonePerson('Ben', ben.context, await ben.context.newPage())
  await again.page.goto(`${product.origin}/w/${workshop.id}`)
  await again.isIn()
  await anna.seesCard('Written in a tunnel')
  await again.button('Add a card').tap()
  await expect(again.box).toHaveValue('Half a thou')
  await again.leaves()
  await workshop.end()
})

test('a phone loads no canvas, and not more script than it needs', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const context = await browser.newContext(phoneScreen)
  const ben = new PhonePerson('Ben', context, await context.newPage())
  const weigh = weighScripts(ben.page)
  await ben.joins(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
  await ben.button('Add a card').waitFor()
  expect((await weigh()).bytes).toBeLessThan(FIRST_SCRIPT_BYTES)
  await ben.button('Add a card').tap()
  await ben.box.fill('A card')
  await ben.button(/^Add (?!a card)/).tap()
  await ben.row('A card').tap()
  await ben.button('Delete').waitFor()
  await ben.button('More').tap()
  await ben.button('Raise hand').waitFor()
  for (let page = 0; page < 3; page++) await ben.page.goBack()
  await ben.opensTab('Feelings')
  await ben.page.locator('.face').first().waitFor()
  const { bytes, paths } = await weigh()
  expect(bytes).toBeLessThan(WHOLE_SCRIPT_BYTES)
  expect(paths.filter((path) => /BoardPage|Dialog|Menu/.test(path))).toEqual([])
  await ben.leaves()
  await workshop.end()
})

test('a dialog opens over the lists and takes the focus', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const lea = await joinByPhone(browser, workshop, 'Lea', phoneScreen, 'facilitator')
  await lea.button('More').tap()
  await lea.button(/^Invite/).tap()
  const dialog = lea.page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await isFit(lea)
  await lea.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(lea.button(/^Invite/)).toBeFocused()

  // Everything the board's dialog hands out is handed out here, without the canvas.
  const weigh = weighScripts(lea.page)
  await lea.button(/^Take it home/).tap()
  const takesHome = lea.page.getByRole('dialog', { name: 'Take it home' })
  await expect(takesHome.getByRole('radio', { name: 'Print (PDF)' })).toBeChecked()
  await isFit(lea)
  await takesHome.getByText('Tables (CSV)', { exact: true }).tap()
  const saved = lea.page.waitForEvent('download')
  await takesHome.getByRole('button', { name: 'Download' }).tap()
  expect((await saved).suggestedFilename()).toMatch(/^First order .*\.zip$/)
  await expect(takesHome.getByText(/: in your downloads\.$/)).toBeVisible()
  const { bytes, paths } = await weigh()
  expect(bytes).toBeLessThan(EXPORT_SCRIPT_BYTES)
  expect(paths.filter((path) => /BoardPage|useCanvas/.test(path))).toEqual([])
  await lea.leaves()
  await workshop.end()
})

test('the map is looked at: pinched, panned, live', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await joinByPhone(browser, workshop)
  await ben.button('More').tap()
  await ben.button(/^Open the map/).tap()
  const drawing = ben.page.locator('.phone-map svg')
  await expect(drawing).toBeVisible()
  await isFit(ben)

  await anna.writesCard('Awareness', 'Touchpoints', 'Fresh from Anna')
  await expect(drawing.getByText('Fresh from Anna', { exact: true })).toBeVisible()

  const start = await boxOf(drawing)
  await touches(ben, [{ x: 150, y: 400 }], [{ x: 60, y: 350 }])
  const panned = await boxOf(drawing)
  expect(panned.x).toBeCloseTo(start.x - 90, 0)
  expect(panned.width).toBeCloseTo(start.width, 0)
  await touches(
    ben,
    [
      { x: 100, y: 400 },
      { x: 200, y: 400 },
    ],
    [
      { x: 50, y: 400 },
      { x: 250, y: 400 },
    ],
  )
  expect((await boxOf(drawing)).width / start.width).toBeCloseTo(2, 1)
  await ben.page.getByRole('application').press('0')
  expect((await boxOf(drawing)).width).toBeLessThanOrEqual(390)
  await ben.page.getByRole('application').press('+')
  expect((await boxOf(drawing)).width).toBeGreaterThan(390)
  await ben.button('Show everything').tap()

  await ben.back()
  await ben.button(/^Open the board/).tap()
  await expect(ben.page.getByTestId('canvas')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Menu', exact: true }).tap()
  await ben.page.getByRole('menuitem', { name: 'Open the list' }).tap()
  await expect(ben.button('Add a card')).toBeVisible()
  await ben.leaves()
  await workshop.end()
})

test('a facilitator who has only a phone leads the agenda; a turned phone keeps what is typed', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const [, build] = await setAgenda(workshop)
  const ben = await joinByPhone(browser, workshop)
  const lea = await joinByPhone(browser, workshop, 'Lea', phoneScreen, 'facilitator')
  await lea.button('Start: Welcome').tap()
  await lea.button('Next: Build the map').tap()
  await expect(ben.page.getByText('2 of 12 · Build the map')).toBeVisible()
  await lea.button('Pause the timer').tap()
  await expect(ben.page.getByText('paused', { exact: true })).toBeVisible()
  await lea.button('Let the timer run').tap()
  await lea.button('+1 min').tap()
  await expect(ben.page.getByText(`left of ${(build?.minutes ?? 0) + 1} min`)).toBeVisible()

  await ben.button('Add a card').tap()
  await ben.box.fill('In the middle of a sentence')
  await lea.button('Back').tap()
  await expect(ben.page.getByText('Look around the map. Say who you are and what you hope for.')).toBeAttached()
  await ben.page.setViewportSize({ width: 1000, height: 700 })
  await expect(ben.page.getByText('There is room for the board now.')).toBeVisible()
  await lea.button('Next: Build the map').tap()
  await expect(ben.box).toHaveValue('In the middle of a sentence')
  await ben.leaves()
  await lea.leaves()
  await workshop.end()
})

for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 360],
] as const) {
  test(`a thumb hits everything, nothing reaches over the edge, axe finds nothing (${width} px, ${colorScheme})`, async ({
    browser,
  }) => {
    const workshop = await startWorkshop(browser, product)
    const phases = await setAgenda(workshop)
    await goTo(workshop, phases, 'Build the map')
    const screen = { ...phoneScreen, colorScheme, viewport: { width, height: 640 } }
    const ben = await joinByPhone(browser, workshop, 'Ben', screen)
    await isFit(ben)
    await ben.button('Add a card').tap()
    await ben.box.fill('A card')
    await isFit(ben)
    await ben.button(/^Add (?!a card)/).tap()
    await ben.row('A card').tap()
    await ben.button('Delete').waitFor()
    await isFit(ben)
    await ben.button('More').tap()
    await ben.button('Raise hand').waitFor()
    await isFit(ben)
    for (let page = 0; page < 3; page++) await ben.page.goBack()
    await goTo(workshop, phases, 'Feelings')
    await ben.page.locator('.face').first().waitFor()
    await isFit(ben)
    await goTo(workshop, phases, 'Pains')
    await ben.box.waitFor()
    await isFit(ben)
    await ben.leaves()
    await workshop.end()
  })
}

async function joinByPhone(
  browser: Browser,
  workshop: TestWorkshop,
  name = 'Ben',
  screen = phoneScreen,
  role: Role = 'participant',
): Promise<PhonePerson> {
  const context = await browser.newContext(screen)
  const person = new PhonePerson(name, context, await context.newPage())
  await person.joins(`${product.origin}/w/${workshop.id}#${workshop.keys[role]}`)
  return person
}

/** A program with the facilitator's key leads, so that the stories are about the phone. */
const leads = new Map<string, string>()

async function command(workshop: TestWorkshop, body: object): Promise<void> {
  const at = `${product.origin}/api/workshops/${workshop.id}`
  const post = (path: string, content: object, token?: string) =>
    fetch(at + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(content),
    })
  let token = leads.get(workshop.id)
  if (token === undefined) {
    const joined = await post('/join', { key: workshop.keys.facilitator, name: 'Lead' })
    token = ((await joined.json()) as { token: string }).token
    leads.set(workshop.id, token)
  }
  const answer = await post('/commands', body, token)
  expect(answer.ok, `${JSON.stringify(body).slice(0, 100)}: ${await answer.text()}`).toBe(true)
}

async function setAgenda(workshop: TestWorkshop): Promise<Phase[]> {
  const phases = readyAgenda(120)
  await command(workshop, { type: 'agenda.set', phases })
  return phases
}

async function goTo(workshop: TestWorkshop, phases: readonly Phase[], name: string): Promise<void> {
  const phaseId = phases.find((phase) => phase.name === name)?.id
  await command(workshop, { type: 'phase.goto', phaseId })
}
