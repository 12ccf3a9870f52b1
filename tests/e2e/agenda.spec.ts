// A facilitator runs a workshop, two people take part: agenda, phases, timer, done, hands, spotlight, freeze. What one
// does, the others see at once, and a page loaded again knows all of it.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

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
const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).exclude('.tl-container').analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

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

  for (const person of [maya, anna]) expect(await violations(person.page)).toEqual([])
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
  expect(await violations(maya.page)).toEqual([])
  await ask.getByRole('button', { name: 'Reveal 1 note and go on' }).click()
  await expect(stepOf(anna)).toContainText('Group')
  await maya.seesCardIn('Nobody answers', 'Awareness', 'Pains')
  await workshop.end()
})

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
  expect(await violations(maya.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save agenda' }).click()
  await expect(dialog).toHaveCount(0)

  await maya.button('Start: Welcome').click()
  await anna.page.getByRole('button', { name: /Show the agenda$/ }).click()
  const read = anna.page.getByRole('dialog', { name: 'Agenda' })
  await expect(read.getByRole('listitem')).toHaveCount(7)
  await expect(read.getByRole('listitem').first()).toContainText('now')
  await expect(read.getByRole('listitem').last()).toContainText('Lunch')
  await expect(read.getByRole('textbox')).toHaveCount(0)
  await workshop.end()
})

test('hands, a view for everybody, and a frozen board', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })

  await ben.presses('r')
  await anna.button('Raise hand').click()
  await maya.page.getByRole('button', { name: /^People, 3 here, 2 hands are up/ }).click()
  const hands = maya.page.getByRole('region', { name: 'Raised hands' })
  await expect(hands.getByRole('listitem')).toHaveText([/^1.*Ben/, /^2.*Anna/])
  await hands.getByRole('button', { name: 'Lower the hand of Ben' }).click()
  await expect(hands.getByRole('listitem')).toHaveText([/Anna/])
  await expect(ben.button('Raise hand')).toHaveAttribute('aria-pressed', 'false')
  await maya.presses('Escape')

  const room = maya.button('Lead the room')
  const label = (person: Person): Locator => person.page.locator('.follow-frame__label')
  await maya.chooses(room, 'Keep everyone with me')
  await expect(label(anna)).toContainText('Maya shows you this view')
  await anna.button('Leave').click()
  await expect(label(anna)).toContainText('Maya shows everybody a view.')
  await anna.button('Go there').click()
  await expect(label(anna)).toContainText('Maya shows you this view')
  const zoomOf = (person: Person): Locator => person.page.getByRole('button', { name: /^Zoom, / })
  await zoomsTo(maya, 'Zoom to 100 %')
  await expect(zoomOf(anna)).toHaveText('100 %')

  await maya.chooses(room, 'Let everyone go')
  await expect(label(anna)).toHaveCount(0)
  await maya.chooses(room, 'Keep everyone, nobody can leave')
  await expect(label(ben)).toContainText('Maya keeps everybody on this view')
  await expect(label(ben).getByRole('button')).toHaveCount(0)
  await ben.presses('Escape')
  await ben.page.getByRole('button', { name: 'Zoom out' }).click()
  await expect(zoomOf(ben)).toHaveText('100 %')
  // Who comes later is kept too.
  await ben.page.reload()
  await expect(label(ben)).toContainText('Maya keeps everybody on this view')
  await maya.button('Let everyone go').click()
  await expect(label(ben)).toHaveCount(0)

  await room.click()
  await maya.page.getByRole('menuitemcheckbox', { name: 'Freeze the board' }).click()
  await maya.presses('Escape')
  await expect(
    anna.page.getByText('A facilitator has frozen the board. Only facilitators change it now.'),
  ).toBeVisible()
  expect(await violations(anna.page)).toEqual([])
  await maya.button('Let them go on').click()
  await expect(anna.page.getByText('A facilitator has frozen the board.')).toHaveCount(0)
  await workshop.end()
})

async function zoomsTo(person: Person, entry: string): Promise<void> {
  await person.chooses(person.page.getByRole('button', { name: /^Zoom, / }), entry)
}

test('a reaction and a laser pointer reach the others and go by themselves', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  // It is there for 2.4 s: everybody looks before it is sent.
  const seen = [anna, maya].map(({ page }) => expect(page.locator('.reaction')).toHaveText(/👏.*Anna/))
  const heard = expect(maya.page.getByText('Anna: Applause')).toBeAttached()
  await anna.chooses(anna.button('React'), 'Applause')
  await Promise.all([...seen, heard])
  await expect(maya.page.locator('.reaction')).toHaveCount(0)

  await maya.presses('l')
  const { x, y } = await maya.cell('Awareness', 'Pains')
  await maya.takesHold({ x, y }, { x: x + 200, y: y + 20 })
  await expect(anna.page.locator('.laser-layer path')).toHaveCount(1)
  await maya.letsGo()
  await expect(anna.page.locator('.laser-layer path')).toHaveCount(0)
  await workshop.end()
})

test('a facilitator gives the role, takes it back, changes a department and ends a link', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  const panel = maya.page.getByRole('complementary', { name: 'People' })
  await maya.page.getByRole('button', { name: /^People, 2 here/ }).click()
  const more = panel.getByRole('button', { name: 'More for Anna' })
  await maya.chooses(more, 'Make facilitator')
  await expect(anna.button('Lead the room')).toBeVisible()
  await maya.chooses(more, 'Take the role of facilitator back')
  await expect(anna.button('Lead the room')).toHaveCount(0)
  // The last one cannot leave: the workshop would have nobody.
  await maya.chooses(panel.getByRole('button', { name: 'More for Maya' }), 'Facilitate no longer')
  await expect(maya.page.getByText('A workshop needs a facilitator.').first()).toBeVisible()

  await maya.chooses(more, 'Change name and department')
  const change = maya.page.getByRole('dialog', { name: 'Change name and department' })
  await change.getByLabel('Department').fill('Billing')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(panel).toContainText('Billing')

  await maya.button('Invite').first().click()
  const invite = maya.page.getByRole('dialog', { name: 'Invite people' })
  await invite.getByText('Links given out').click()
  await invite.getByRole('button', { name: 'End this link for a facilitator' }).click()
  await expect(invite).toContainText('1 person is out at once.')
  await invite.getByRole('button', { name: 'End this link', exact: true }).click()
  await expect(invite).toContainText('You came in with this link.')
  await invite.getByRole('button', { name: 'End this link for a participant' }).click()
  expect(await violations(maya.page)).toEqual([])
  await invite.getByRole('button', { name: 'End this link', exact: true }).click()
  await expect(anna.page.getByText('This link no longer works. Ask for a new one.').first()).toBeVisible()
  await workshop.end()
})
