// A facilitator leads the room and people take part with their hands: raised hands, a view for everybody, a frozen
// board, reactions, the laser pointer; roles and links are given and taken back.
import { expect, type Locator, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'
import { violationsOf } from './violationsOf.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
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
  await expect(ben.button('Raise hand')).toBeVisible()
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
  await expect(anna.page.getByText('Maya has frozen the board. Only facilitators change it now.')).toBeVisible()
  expect(await violationsOf(anna.page)).toEqual([])
  await maya.button('Let them go on').click()
  await expect(anna.page.getByText('Maya has frozen the board.')).toHaveCount(0)
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

test('a link for one person lets in one', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  await maya.button('Invite').first().click()
  const invite = maya.page.getByRole('dialog', { name: 'Invite people' })
  await invite.getByText('A link for one person').click()
  await invite.getByLabel('Who it is for').fill('Otto')
  await invite.getByRole('button', { name: 'Make the link' }).click()
  // The address others should use may be another than the one this browser is on.
  const [, key = ''] = (await invite.getByLabel('Link for Otto').inputValue()).split('#')
  expect(await violationsOf(maya.page)).toEqual([])
  await maya.presses('Escape')
  const otto = await workshop.join('Otto', { key })
  await expect(maya.page.getByRole('button', { name: /^People, 2 here/ })).toBeVisible()
  await otto.page.reload()
  await otto.seesTheMap()
  const eve = await (await browser.newContext()).newPage()
  await eve.goto(`${product.origin}/w/${workshop.id}#${key}`)
  await expect(eve.getByText('This link no longer works. Ask for a new one.').first()).toBeVisible()
  // Whoever came with it has nothing to hand on.
  await otto.button('Invite').first().click()
  await expect(otto.page.getByText('Ask the facilitator for the link to share.')).toBeVisible()
  await eve.context().close()
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
  expect(await violationsOf(maya.page)).toEqual([])
  await invite.getByRole('button', { name: 'End this link', exact: true }).click()
  await expect(anna.page.getByText('This link no longer works. Ask for a new one.').first()).toBeVisible()
  await workshop.end()
})
