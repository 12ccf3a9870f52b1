// Cards: made in every way there is, moved, copied, pasted, deleted; their form with every field; and the drawings
// beside them.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { type Box, boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

/** What a double click makes in each lane, as the card's class tells it. */
const HOMES = [
  ['Customer actions', 'customer-action'],
  ['Touchpoints', 'touchpoint'],
  ['Thoughts', 'thought'],
  ['Pains', 'pain'],
  ['Gains', 'gain'],
  ['Process behind', 'process-step'],
  ['KPI', 'kpi'],
  ['Opportunities', 'opportunity'],
] as const

test('a double click makes the card that belongs in the lane; an empty one goes away again', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  for (const [lane, kind] of HOMES) {
    await anna.writesCard('Advocacy', lane, `By hand: ${kind}`)
    await expect(anna.card(`By hand: ${kind}`).locator(`.board-card--${kind}`)).toHaveCount(1)
  }
  for (const [lane, kind] of HOMES) await ben.seesCardIn(`By hand: ${kind}`, 'Advocacy', lane)

  const made = await ben.cards.count()
  const { x, y } = await anna.cell('Awareness', 'Gains')
  await anna.page.mouse.dblclick(x, y)
  await anna.writing.waitFor()
  await expect(ben.cards).toHaveCount(made + 1)
  await anna.presses('Escape')
  await expect(anna.cards).toHaveCount(made)
  await expect(ben.cards).toHaveCount(made)

  // On the desk beside the map: an idea that lies free.
  await anna.showsEverything()
  const map = await boxOf(anna.map)
  await anna.page.mouse.dblclick(map.x + 500, map.y + map.height + 40)
  await anna.writes('Beside the map')
  await expect(ben.card('Beside the map').locator('.board-card--idea')).toHaveCount(1)
  await workshop.end()
})

test('in a full cell a double click on the + makes one card and leaves it open', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const { x, y } = await anna.cell('Consideration', 'Thoughts')
  await anna.page.mouse.move(x, y)
  await anna.page.locator('.cell-button--on-rule').dblclick()
  await anna.writes('A second thought')
  await anna.seesCardIn('A second thought', 'Consideration', 'Thoughts')
  // At the sheet's lower edge the cell is meant, not the sheet.
  await anna.writesCard('Purchase', 'Opportunities', 'At the edge')
  await anna.seesCardIn('At the edge', 'Purchase', 'Opportunities')
  await workshop.end()
})

test('a double click from the form of another card makes a card and keeps the caret in it', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  await anna.writesCard('Awareness', 'Touchpoints', 'Advert')
  await anna.selects('Advert')
  await anna.button('Details').click()
  await anna.page.getByRole('textbox', { name: 'Expectation' }).click()
  const { x, y } = await anna.cell('Awareness', 'Pains')
  await anna.page.mouse.dblclick(x, y)
  await expect(anna.page.locator('.board-card__text:focus')).toBeVisible()
  await anna.writes('Too loud')
  await anna.seesCardIn('Too loud', 'Awareness', 'Pains')
  await expect(anna.page.getByRole('complementary').getByRole('textbox', { name: 'Note' })).toHaveValue('Too loud')
  await workshop.end()
})

test('the + of a cell, quick keys, and a card taken from the tools', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const { x, y } = await anna.cell('Consideration', 'Touchpoints')
  await anna.page.mouse.move(x, y)
  await anna.button('Add Touchpoint to Consideration').click()
  await anna.writes('Comparison site')
  await ben.seesCardIn('Comparison site', 'Consideration', 'Touchpoints')

  // Each key makes its kind in the stage one works in, in the lane that takes it.
  const keys = { t: 'Touchpoints', a: 'Customer actions', n: 'Pains', q: 'Thoughts', p: 'Process behind', k: 'KPI' }
  for (const [key, lane] of Object.entries({ ...keys, o: 'Opportunities', x: 'Opportunities' })) {
    await anna.presses(key)
    await anna.writes(`Key ${key}`)
    await anna.seesCardIn(`Key ${key}`, 'Consideration', lane)
  }
  await ben.seesCardIn('Key x', 'Consideration', 'Opportunities')

  await anna.chooses(anna.page.getByRole('button', { name: /^Note/ }), 'Quote')
  const spot = await anna.cell('Purchase', 'Thoughts')
  await anna.page.mouse.move(spot.x, spot.y)
  await expect(anna.page.locator('.landing__slot')).toBeVisible()
  await anna.page.mouse.click(spot.x, spot.y)
  await anna.writes('I just want it to work')
  await expect(ben.card('I just want it to work').locator('.board-card--quote')).toHaveCount(1)
  await ben.seesCardIn('I just want it to work', 'Purchase', 'Thoughts')
  await workshop.end()
})

test('dragged cards show where they land, and land there; several at once; a wrong lane is put right', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  for (const words of ['One', 'Two', 'Three']) await anna.writesCard('Awareness', 'Touchpoints', words)

  await anna.takes('One', await anna.cell('Purchase', 'Touchpoints'))
  const slot = await boxOf(anna.page.locator('.landing__slot'))
  await anna.letsGo()
  await ben.seesCardIn('One', 'Purchase', 'Touchpoints')
  const landed = await boxOf(anna.card('One'))
  expect(landed.x).toBeCloseTo(slot.x, -1)
  expect(landed.y).toBeCloseTo(slot.y, -1)

  // Touchpoints have no place among the KPIs: same stage, the nearest lane that takes them.
  await anna.selects('Two', 'Three')
  await anna.takes('Two', await anna.cell('Advocacy', 'KPI'))
  await expect(anna.page.locator('.landing__slot')).toHaveCount(2)
  await anna.letsGo()
  for (const words of ['Two', 'Three'])
    for (const person of [anna, ben]) await person.seesCardIn(words, 'Advocacy', 'Touchpoints')

  // Escape in the middle gives the drag up; one undo brings both back.
  await anna.takes('One', await anna.cell('Awareness', 'Touchpoints'))
  await anna.presses('Escape')
  await anna.letsGo()
  await anna.seesCardIn('One', 'Purchase', 'Touchpoints')
  await anna.undoes()
  for (const words of ['Two', 'Three']) await ben.seesCardIn(words, 'Awareness', 'Touchpoints')
  await workshop.end()
})

test('several cards keep their stages and lanes to each other; with Alt copies of them do', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Touchpoints', 'One')
  await anna.writesCard('Consideration', 'Touchpoints', 'Two')
  await anna.writesCard('Awareness', 'Pains', 'Slow')

  await anna.selects('One', 'Two', 'Slow')
  await anna.drags('One', 'Purchase', 'Touchpoints')
  await ben.seesCardIn('One', 'Purchase', 'Touchpoints')
  await ben.seesCardIn('Slow', 'Purchase', 'Pains')
  expect(await ben.isInCell('Two', 'Consideration', 'Touchpoints')).toBe(false)
  await anna.undoes()
  await ben.seesCardIn('Two', 'Consideration', 'Touchpoints')
  await ben.seesCardIn('Slow', 'Awareness', 'Pains')

  await anna.selectsNothing()
  await anna.selects('One', 'Two', 'Slow')
  await anna.takes('One', await anna.cell('Purchase', 'Touchpoints'))
  await anna.page.keyboard.down('Alt')
  await expect(anna.page.locator('.landing__slot')).toHaveCount(3)
  await anna.letsGo()
  await anna.page.keyboard.up('Alt')
  for (const words of ['One', 'Two', 'Slow']) await expect(ben.card(words)).toHaveCount(2)
  await seesOneInEach(ben, 'Slow', ['Awareness', 'Purchase'], 'Pains')
  await seesOneInEach(ben, 'One', ['Awareness', 'Purchase'], 'Touchpoints')
  await workshop.end()
})

/** Cards with the same words: one lies in each of these stages. */
async function seesOneInEach(person: Person, words: string, stages: readonly string[], lane: string): Promise<void> {
  await expect
    .poll(async () => {
      const label = await boxOf(person.lane(lane))
      const middles = (await Promise.all((await person.card(words).all()).map(boxOf))).map(middleOf)
      const inLane = middles.filter(({ y }) => y > label.y && y < label.y + label.height)
      const headers = await Promise.all(stages.map((stage) => boxOf(person.stage(stage))))
      return headers.map((header) => inLane.filter(({ x }) => x > header.x && x < header.x + header.width).length)
    })
    .toEqual(stages.map(() => 1))
}

test('copy, paste, duplicate, delete, undo and redo', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { browser: { permissions: ['clipboard-read', 'clipboard-write'] } })
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Pains', 'Hard to find')
  await anna.page.evaluate(() => navigator.clipboard.writeText('before'))
  await anna.selects('Hard to find')
  await anna.presses('ControlOrMeta+c')
  // The browser takes it a moment later.
  await expect.poll(() => anna.page.evaluate(() => navigator.clipboard.readText())).not.toBe('before')
  await anna.presses('ControlOrMeta+v')
  for (const person of [anna, ben]) await expect(person.card('Hard to find')).toHaveCount(2)
  await anna.presses('ControlOrMeta+d')
  for (const person of [anna, ben]) await expect(person.card('Hard to find')).toHaveCount(3)
  await anna.presses('Delete')
  for (const person of [anna, ben]) await expect(person.card('Hard to find')).toHaveCount(2)
  await anna.undoes()
  await expect(ben.card('Hard to find')).toHaveCount(3)
  await anna.redoes()
  await expect(ben.card('Hard to find')).toHaveCount(2)

  // Into another workshop that the same person has open beside it.
  const other = await startWorkshop(browser, product, { title: 'Second order' })
  const page = await anna.context.newPage()
  await anna.opensBeside(page, `${product.origin}/w/${other.id}#${other.keys.participant}`)
  const chris = await other.join('Chris')
  const { x, y } = await anna.cell('Purchase', 'Pains')
  await anna.page.mouse.click(x, y)
  await anna.presses('ControlOrMeta+v')
  await expect(chris.card('Hard to find')).toHaveCount(1)
  await expect(chris.card('Hard to find').locator('.board-card--pain')).toHaveCount(1)
  await other.end()
  await workshop.end()
})

test('rows of a spreadsheet become cards', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { browser: { permissions: ['clipboard-read', 'clipboard-write'] } })
  const ben = await workshop.join('Ben')
  await anna.page.evaluate(() => navigator.clipboard.writeText('Search engine\nFriend\nNewsletter\n'))
  const { x, y } = await anna.cell('Awareness', 'Touchpoints')
  await anna.page.mouse.move(x, y)
  await anna.presses('ControlOrMeta+v')
  for (const words of ['Search engine', 'Friend', 'Newsletter'])
    for (const person of [anna, ben]) await person.seesCardIn(words, 'Awareness', 'Touchpoints')
  await expect(anna.page.getByText('3 cards made.', { exact: true })).toBeVisible()
  await anna.undoes()
  await expect(ben.card('Friend')).toHaveCount(0)
  await expect(ben.card('Search engine')).toHaveCount(0)
  await workshop.end()
})

test('an arrow holds on to cards and follows them', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Touchpoints', 'From here')
  await anna.writesCard('Purchase', 'Pains', 'To here')
  await anna.button('Arrow').click()
  await anna.takesHold(middleOf(await boxOf(anna.card('From here'))), middleOf(await boxOf(anna.card('To here'))))
  await anna.letsGo()
  await expect(ben.drawing('arrow')).toHaveCount(1)
  const before = await lineOf(ben)

  await anna.selectsNothing()
  await anna.drags('To here', 'Advocacy', 'Pains')
  await ben.seesCardIn('To here', 'Advocacy', 'Pains')
  for (const person of [anna, ben]) {
    await expect
      .poll(async () => {
        const [line, card] = [await lineOf(person), await boxOf(person.card('To here'))]
        const tip = line.x + line.width
        return tip > card.x - 24 && tip < card.x + card.width
      })
      .toBe(true)
  }
  expect((await lineOf(ben)).width).toBeGreaterThan(before.width * 1.5)

  // Gone with its card; back with one undo, still holding on.
  await anna.selects('From here')
  await anna.presses('Delete')
  await expect(ben.card('From here')).toHaveCount(0)
  await anna.undoes()
  await ben.seesCardIn('From here', 'Awareness', 'Touchpoints')
  await expect(ben.drawing('arrow')).toHaveCount(1)
  await workshop.end()
})

/** Where the line of the only arrow is drawn; the shape's own box begins elsewhere. */
async function lineOf(person: Person): Promise<Box> {
  return boxOf(person.drawing('arrow').locator('svg > g path').first())
}
