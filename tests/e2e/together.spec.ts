// Two and three people on one map, each in a browser of their own: what one does, the other sees, and nobody's work
// undoes another's.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('one drags a card while the other renames it: both keep both, and see each other do it', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })
  await anna.writesCard('Awareness', 'Touchpoints', 'Sees an advert')
  await ben.seesCardIn('Sees an advert', 'Awareness', 'Touchpoints')

  await ben.opensForWriting('Sees an advert')
  await expect(presence(anna)).toContainText('Ben writes')
  await ben.presses('End')
  await ben.page.keyboard.type(' on')

  const before = await boxOf(ben.card('Sees an advert'))
  await anna.takes('Sees an advert', await anna.cell('Purchase', 'Touchpoints'))
  await expect(ben.page.locator('.peer-hand')).toHaveText(/Anna/)
  await expect.poll(async () => (await boxOf(ben.card('Sees an advert'))).x).toBeGreaterThan(before.x + 100)

  await ben.writes(' TV')
  await anna.seesCard('Sees an advert on TV')
  await anna.letsGo()
  for (const person of [anna, ben]) await person.seesCardIn('Sees an advert on TV', 'Purchase', 'Touchpoints')
  await expect(ben.page.locator('.peer-hand')).toHaveCount(0)
  await expect(presence(anna)).not.toContainText('Ben writes')
  await workshop.end()
})

test('two people type into one note at once: nothing is lost', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Pains', 'Slow')
  await ben.seesCard('Slow')
  await anna.opensForWriting('Slow')
  await ben.opensForWriting('Slow')
  await anna.presses('Home')
  await ben.presses('End')
  await Promise.all([anna.page.keyboard.type('very very '), ben.page.keyboard.type(' answers')])
  for (const person of [anna, ben]) await expect(person.writing).toHaveValue('very very Slow answers')
  await anna.presses('Enter')
  await ben.presses('Enter')
  for (const person of [anna, ben]) await person.seesCardIn('very very Slow answers', 'Awareness', 'Pains')
  await workshop.end()
})

test('undo takes back one’s own step and leaves the other’s work', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Touchpoints', 'Advert')
  await ben.seesCard('Advert')
  await anna.drags('Advert', 'Purchase', 'Touchpoints')
  await ben.seesCardIn('Advert', 'Purchase', 'Touchpoints')
  await ben.renames('Advert', 'Poster')
  await ben.writesCard('Awareness', 'Pains', 'Too many of them')
  await anna.seesCard('Poster')

  await anna.undoes()
  for (const person of [anna, ben]) {
    await person.seesCardIn('Poster', 'Awareness', 'Touchpoints')
    await person.seesCardIn('Too many of them', 'Awareness', 'Pains')
  }
  await anna.redoes()
  for (const person of [anna, ben]) await person.seesCardIn('Poster', 'Purchase', 'Touchpoints')

  // Taking back the card's creation would take Ben's words with it: that is refused with a sentence.
  await anna.undoes()
  for (let step = 0; step < 4; step += 1) await anna.undoes()
  await expect(anna.page.getByText('Others have written in this card, so it stays.').first()).toBeVisible()
  for (const person of [anna, ben]) await person.seesCard('Poster')
  await workshop.end()
})

test('three people, one offline with edits and the page closed: all end equal', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const chris = await workshop.join('Chris')
  await anna.writesCard('Consideration', 'Touchpoints', 'Price list')
  await chris.seesCard('Price list')
  const address = chris.page.url()

  await chris.goesOffline()
  await chris.writesCard('Awareness', 'Pains', 'Written offline')
  await chris.drags('Price list', 'Purchase', 'Touchpoints')
  await chris.seesCardIn('Price list', 'Purchase', 'Touchpoints')
  await expect(chris.page.getByText(/^Offline\. \d+ changes? waits? here/)).toBeVisible()
  await anna.renames('Price list', 'Printed price list')
  await ben.writesCard('Purchase', 'Pains', 'Written by Ben')
  await chris.closesThePage()
  await chris.comesBackOnline()
  await chris.opensItAgain(address)

  for (const person of [anna, ben, chris]) {
    await person.seesCardIn('Written offline', 'Awareness', 'Pains')
    await person.seesCardIn('Written by Ben', 'Purchase', 'Pains')
    await person.seesCardIn('Printed price list', 'Purchase', 'Touchpoints')
  }
  await chris.isSaved()
  await workshop.end()
})

test('people see each other: list, pointers with names, following', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })
  await anna.page.mouse.move(700, 400)
  await expect(ben.page.locator('.peer-cursor')).toHaveText(/Anna/)
  await expect.poll(async () => (await boxOf(ben.page.locator('.peer-cursor'))).x).toBeCloseTo(700, -1)

  await anna.button('People, 2 here').click()
  const list = anna.page.getByRole('list').filter({ hasText: 'Ben' })
  await expect(list).toContainText('Sales')
  await expect(list).toContainText('Anna you')

  await anna.button('Follow Ben').click()
  await expect(anna.page.getByRole('status').filter({ hasText: 'Following Ben' })).toBeVisible()
  const widthOf = async (person: Person) => (await boxOf(person.stage('Advocacy'))).width
  const before = await widthOf(anna)
  const far = await ben.cell('Advocacy', 'Pains')
  await ben.page.mouse.move(far.x, far.y)
  await ben.page.keyboard.down('Control')
  await ben.page.mouse.wheel(0, -400)
  await ben.page.keyboard.up('Control')
  await expect.poll(async () => Math.abs((await widthOf(anna)) - (await widthOf(ben)))).toBeLessThan(2)
  expect(await widthOf(anna)).toBeGreaterThan(before * 1.05)
  await anna.page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(anna.page.getByText('Following Ben')).toHaveCount(0)

  const { x, y } = middleOf(await boxOf(ben.map))
  await ben.page.mouse.move(x, y)
  await ben.closesThePage()
  await expect(anna.page.locator('.peer-cursor')).toHaveCount(0)
  await expect(anna.button('People, 1 here')).toBeVisible()
  await workshop.end()
})

/** What is drawn of the others over the canvas. */
function presence(person: Person) {
  return person.page.locator('.presence-layer')
}
