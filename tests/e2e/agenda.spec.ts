// A facilitator runs the agenda, two people take part: phases, timer, done, hidden notes, editing. What one does, the
// others see at once, and a page loaded again knows all of it.
import { expect, type Locator, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'
import { violationsOf } from './violationsOf.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const bar = ({ page }: Person): Locator => page.getByRole('banner', { name: 'Workshop' })
const timer = (person: Person): Locator => bar(person).getByRole('button', { name: /^Timer/ })
const stepOf = (person: Person): Locator => bar(person).locator('[aria-current="step"]')

async function plans(person: Person, length: '60 min'): Promise<void> {
  await person.button('Plan the agenda').click()
  await person.page.getByText(length, { exact: true }).click()
  await expect(person.page.getByRole('list', { name: 'Agenda' }).getByRole('listitem')).toHaveCount(6)
  await person.button('Use this agenda').click()
}

/** Gives the phase more or less minutes, by the command of a facilitator's page. */
async function extender({ id, keys }: TestWorkshop): Promise<(minutes: number) => Promise<void>> {
  const post = async (path: string, body: object, token = ''): Promise<{ token: string }> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const at = `${product.origin}/api/workshops/${id}${path}`
    const response = await fetch(at, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(response.ok).toBe(true)
    return (await response.json()) as { token: string }
  }
  const { token } = await post('/join', { key: keys.facilitator, name: 'Program' })
  return async (minutes) => void (await post('/commands', { type: 'phase.extend', minutes }, token))
}

test('an hour is chosen, started, paused and extended; everybody sees the same', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })
  await plans(maya, '60 min')
  await expect(bar(maya)).toContainText('The agenda is ready. Start when everybody is here.')
  await expect(bar(anna)).toContainText('The facilitator starts the agenda soon. Look around the map.')
  await maya.button('Start: Welcome').click()
  for (const person of [maya, anna, ben]) await expect(stepOf(person)).toContainText('Welcome')
  await expect(bar(anna)).toContainText('Look around the map. Say who you are and what you hope for.')

  await maya.button('Next: Build the map').click()
  await expect(maya.button('Next: Pains')).toBeVisible()
  await expect(bar(anna)).toContainText('Add the touchpoints you know: one card each, in its stage.')
  await expect(anna.page.getByText(/^Phase 2 of 6: Build the map\. 15 minutes\./)).toBeAttached()
  await expect(timer(anna)).toHaveText(/1[45]:\d\d left of 15 min/)

  await maya.chooses(timer(maya), 'Pause the timer')
  await expect(timer(anna)).toContainText('paused')
  await maya.chooses(timer(maya), 'Add 1 min')
  await expect(timer(ben)).toHaveText(/1[56]:\d\d paused/)
  await maya.chooses(timer(maya), 'Let the timer run')
  await expect(timer(ben)).toContainText('left of 16 min')

  // A participant's timer opens what everybody may do: nothing that leads.
  await timer(anna).click()
  await expect(anna.page.getByRole('menuitem')).toHaveText(['Agenda…', 'Mute the sound'])
  await anna.page.getByRole('menuitem', { name: 'Mute the sound' }).click()

  // Two have to say so, nobody sees who has.
  await anna.button('I’m done').click()
  await expect(bar(maya)).toContainText('1 of 2 have finished')
  await ben.button('I’m done').click()
  await expect(bar(maya)).toContainText('All 2 have finished')
  await maya.chooses(timer(maya), 'Skip to', '4. Group')
  await expect(stepOf(ben)).toContainText('Group')
  await expect(bar(ben)).toContainText('0 of 2 have finished')
  await maya.chooses(timer(maya), 'Back to Pains')
  await expect(stepOf(anna)).toContainText('Pains')

  for (const person of [maya, anna]) expect(await violationsOf(person.page)).toEqual([])
  await anna.page.reload()
  await anna.seesTheMap()
  await expect(stepOf(anna)).toContainText('Pains')
  await expect(timer(anna)).toContainText('left of 10 min')
  await timer(anna).click()
  await expect(anna.page.getByRole('menuitem', { name: 'Play a sound' })).toBeVisible()
  await anna.page.keyboard.press('Escape')
  await workshop.end()
})

test('two facilitators press Next at once: one phase, and a sentence for who was late', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const tom = await workshop.join('Tom', { role: 'facilitator' })
  await plans(maya, '60 min')
  await expect(tom.button('Start: Welcome')).toBeVisible()
  // Tom's browser hears of nothing while his press is on its way.
  await tom.page.route('**/commands', async (route) => {
    await maya.button('Start: Welcome').click()
    await expect(maya.button('Next: Build the map')).toBeVisible()
    await route.continue()
  })
  await tom.button('Start: Welcome').click()
  await expect(bar(tom).getByRole('alert')).toHaveText('Another facilitator changed the phase a moment ago.')
  await expect(tom.button('Next: Build the map')).toBeVisible()
  await tom.page.unroute('**/commands')

  // To the end: asked before, and everything is open again.
  await tom.chooses(timer(tom), 'Skip to', '6. Act')
  await expect(maya.button('End agenda')).toBeVisible()
  // The bar of a window as narrow as any: time and people, then the next step and the menu.
  await maya.page.setViewportSize({ width: 320, height: 640 })
  await expect
    .poll(() => rowsOfBar(maya))
    .toEqual([
      ['Journeyboard', 'Timer', 'People'],
      ['End agenda', 'Menu'],
    ])
  expect(await violationsOf(maya.page)).toEqual([])
  await maya.page.setViewportSize({ width: 1280, height: 800 })
  await maya.button('End agenda').click()
  await maya.page.getByRole('dialog', { name: 'End the agenda?' }).getByRole('button', { name: 'End agenda' }).click()
  await expect(tom.button('Start: Welcome')).toBeVisible()
  await expect(timer(tom)).toHaveCount(0)
  await workshop.end()
})

test('hidden notes are asked about before a private phase ends', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  await plans(maya, '60 min')
  await maya.button('Start: Welcome').click()
  await maya.chooses(timer(maya), 'Skip to', '3. Pains')
  await expect(stepOf(anna)).toContainText('Pains')
  await anna.writesCard('Awareness', 'Pains', 'Nobody answers')
  await anna.isSaved()

  const ask = maya.page.getByRole('dialog', { name: '1 note is still hidden' })
  await maya.button('Next: Group').click()
  await ask.getByRole('button', { name: 'Stay in this phase' }).click()
  await expect(maya.button('Next: Group')).toBeVisible()
  await maya.button('Next: Group').click()
  expect(await violationsOf(maya.page)).toEqual([])
  await ask.getByRole('button', { name: 'Reveal 1 note and go on' }).click()
  await expect(stepOf(anna)).toContainText('Group')
  await maya.seesCardIn('Nobody answers', 'Awareness', 'Pains')
  await workshop.end()
})

/** What can be pressed in the bar, row by row, by how its name begins; without the line that says what to do now. */
async function rowsOfBar(person: Person): Promise<string[][]> {
  const controls = await bar(person).locator('a, button').and(person.page.locator(':not(.top-bar__now *)')).all()
  const rows = new Map<number, string[]>()
  for (const control of controls) {
    const box = await control.boundingBox()
    if (!box) continue
    expect(box.x + box.width).toBeLessThanOrEqual(person.page.viewportSize()?.width ?? 0)
    const name = (await control.getAttribute('aria-label')) ?? (await control.innerText())
    // Controls of one row have different heights, and are middle to middle.
    const middle = box.y + box.height / 2
    const row = [...rows.keys()].find((y) => Math.abs(y - middle) < 12) ?? middle
    rows.set(row, [...(rows.get(row) ?? []), name.replace(/,[^]*/, '')])
  }
  return [...rows.values()]
}

test('the timer warns in words at 2 minutes, 30 seconds and the end', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  await plans(maya, '60 min')
  await maya.button('Start: Welcome').click()
  await expect(timer(anna)).toContainText('left of 5 min')
  // Nobody waits for minutes: a program takes them away.
  const takes = await extender(workshop)
  await takes(-3.4)
  await expect(timer(anna)).toContainText('last 2 minutes')
  await takes(-1.4)
  await expect(timer(anna)).toContainText('last 30 seconds')
  // The last 12 seconds pass.
  await expect(timer(anna)).toHaveText(/Time is up 0:\d\d over/)
  await expect(anna.page.getByText('Time is up. Finish your sentence.')).toBeAttached()
  // Who lets it run again is told what is left.
  await maya.chooses(timer(maya), 'Add 5 min')
  await expect(timer(anna)).toHaveText(/[45]:\d\d left of/)
  await workshop.end()
})

test('the agenda is edited by keyboard and read by participants', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  await plans(maya, '60 min')
  await maya.chooses(maya.button('Menu'), 'Agenda')
  const dialog = maya.page.getByRole('dialog', { name: 'Agenda' })
  const rows = dialog.locator('.phase-row__what b')

  await dialog.getByRole('button', { name: 'Drag Vote, or use the arrow keys' }).press('ArrowUp')
  await expect(rows.nth(3)).toContainText('Vote')
  await dialog.getByRole('button', { name: 'Move Vote down' }).click()
  await maya.chooses(dialog.getByRole('button', { name: 'Add a phase' }), 'Empty phase')
  await dialog.getByRole('button', { name: 'Save agenda' }).click()
  await expect(dialog.getByText('Give the phase a name.')).toBeVisible()
  await dialog.getByLabel('Name', { exact: true }).fill('Lunch')
  await dialog.getByLabel('Minutes').fill('half')
  await expect(dialog.getByText('Enter minutes from 0 to 600.')).toBeVisible()
  await dialog.getByLabel('Minutes').fill('45')
  await dialog.getByText('Ideas', { exact: true }).click()
  await dialog.getByLabel('Private writing').check()
  await expect(dialog).toContainText('Write ideas in private')
  await expect(dialog).toContainText('105 minutes in all')
  expect(await violationsOf(maya.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save agenda' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(maya.button('Menu')).toBeFocused()

  await maya.button('Start: Welcome').click()
  await anna.page.getByRole('button', { name: /Show the agenda$/ }).click()
  const read = anna.page.getByRole('dialog', { name: 'Agenda' })
  await expect(read.getByRole('listitem')).toHaveCount(7)
  await expect(read.getByRole('listitem').first()).toContainText('now')
  await expect(read.getByRole('listitem').last()).toContainText('Lunch')
  await expect(read.getByRole('textbox')).toHaveCount(0)
  await workshop.end()
})
