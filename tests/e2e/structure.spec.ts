// The frame of the map: stages and lanes are added, named, moved, widened and deleted; cards follow; everybody sees it,
// and undo brings it back.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { type Box, boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const STAGES = ['Awareness', 'Consideration', 'Purchase', 'Use and retention', 'Advocacy']

test('stages: added, named, moved, widened, deleted, and every step undone', async ({ browser }) => {
  const { workshop, anna, ben } = await twoAtWork(browser)
  await anna.writesCard('Purchase', 'Touchpoints', 'Web shop')

  // Added after the last one; its name is asked for at once.
  await anna.button('Add stage').click()
  await expect(anna.writing).toBeInViewport({ ratio: 0.99 })
  await anna.writes('Renewal')
  await expect.poll(() => ben.stageNames()).toEqual([...STAGES, 'Renewal'])
  for (const person of [anna, ben]) await person.showsEverything()
  await ben.doubleClicks(ben.stage('Renewal'))
  await ben.writes('Second order')
  await expect.poll(() => anna.stageNames()).toEqual([...STAGES, 'Second order'])

  // The header is dragged before Consideration; the card goes with its stage.
  const target = await boxOf(anna.stage('Consideration'))
  await anna.takesHold(middleOf(await boxOf(anna.stage('Purchase'))), { x: target.x + 30, y: middleOf(target).y })
  await expect(anna.page.locator('.landing__line')).toBeVisible()
  await anna.letsGo()
  const moved = ['Awareness', 'Purchase', 'Consideration', 'Use and retention', 'Advocacy', 'Second order']
  for (const person of [anna, ben]) {
    await expect.poll(() => person.stageNames()).toEqual(moved)
    await person.seesCardIn('Web shop', 'Purchase', 'Touchpoints')
  }

  // Wider by one column with the right edge.
  const edge = await boxOf(anna.stage('Purchase'))
  const from = { x: edge.x + edge.width - 2, y: middleOf(edge).y }
  await anna.takesHold(from, { x: from.x + edge.width / 2, y: from.y })
  await anna.letsGo()
  for (const person of [anna, ben])
    await expect
      .poll(async () => (await boxOf(person.stage('Purchase'))).width)
      .toBeCloseTo((edge.width * 532) / 360, 0)

  // A stage with cards in it (the template gave it a thought) goes only after the question.
  await anna.chooses(anna.headerMenu('Stage Purchase'), 'Delete stage')
  const question = anna.page.getByRole('dialog', { name: 'Delete stage “Purchase”?' })
  await expect(question).toContainText('2 cards in it go too. You can undo this.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(anna.stages).toHaveCount(6)
  await anna.chooses(anna.headerMenu('Stage Purchase'), 'Delete stage')
  await question.getByRole('button', { name: 'Delete' }).click()
  for (const person of [anna, ben]) {
    await expect(person.stages).toHaveCount(5)
    await expect(person.card('Web shop')).toHaveCount(0)
  }

  await anna.undoes()
  for (const person of [anna, ben]) {
    await expect.poll(() => person.stageNames()).toEqual(moved)
    await person.seesCardIn('Web shop', 'Purchase', 'Touchpoints')
  }
  await anna.undoes()
  await expect.poll(async () => (await boxOf(ben.stage('Purchase'))).width).toBeCloseTo(edge.width, 0)
  await anna.undoes()
  for (const person of [anna, ben]) {
    await expect.poll(() => person.stageNames()).toEqual([...STAGES, 'Second order'])
    await person.seesCardIn('Web shop', 'Purchase', 'Touchpoints')
  }
  await workshop.end()
})

test('lanes: added by kind, named, moved, deleted, undone', async ({ browser }) => {
  const { workshop, anna, ben } = await twoAtWork(browser)
  const lanes = await anna.laneNames()
  await anna.writesCard('Awareness', 'Pains', 'No idea it exists')

  await anna.chooses(anna.headerMenu('Lane Pains'), 'Insert lane below', 'Notes')
  await anna.writes('Parking lot')
  const pains = lanes.indexOf('Pains')
  const withFree = lanes.toSpliced(pains + 1, 0, 'Parking lot')
  await expect.poll(() => ben.laneNames()).toEqual(withFree)
  await ben.writesCard('Awareness', 'Parking lot', 'A thought for later')
  await anna.seesCardIn('A thought for later', 'Awareness', 'Parking lot')

  // The bar of the lane just named stands over its neighbour's label until it is put away.
  await anna.presses('Escape')
  // The label is dragged above the touchpoints; cards go with their lane.
  const [target, label] = [await boxOf(anna.lane('Touchpoints')), await boxOf(anna.lane('Pains'))]
  await anna.takesHold(middleOf(label), { x: middleOf(label).x, y: target.y + label.height / 2 })
  await anna.letsGo()
  const moved = [
    'Customer actions',
    'Pains',
    ...withFree.filter((name) => !['Customer actions', 'Pains'].includes(name)),
  ]
  for (const person of [anna, ben]) {
    await expect.poll(() => person.laneNames()).toEqual(moved)
    await person.seesCardIn('No idea it exists', 'Awareness', 'Pains')
  }
  await anna.undoes()
  await expect.poll(() => ben.laneNames()).toEqual(withFree)

  // By the keyboard: the label is chosen, Delete asks first.
  await anna.clicks(anna.lane('Parking lot'))
  await anna.presses('Delete')
  await anna.page
    .getByRole('dialog', { name: 'Delete lane “Parking lot”?' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect.poll(() => ben.laneNames()).toEqual(lanes)
  await expect(ben.card('A thought for later')).toHaveCount(0)
  await anna.undoes()
  await ben.seesCardIn('A thought for later', 'Awareness', 'Parking lot')
  await workshop.end()
})

test('two journeys lie beside each other; a card goes from one to the other', async ({ browser }) => {
  const { workshop, anna, ben } = await twoAtWork(browser)
  await anna.writesCard('Advocacy', 'Pains', 'Nobody asks')
  const file = JSON.parse(await (await workshop.export('json')).text()) as { journeys: { title: string }[] }
  const [journey] = file.journeys
  if (journey) journey.title = 'As it should be'
  await anna.chooses(anna.button('Menu'), 'Import…')
  await anna.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'again.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  for (const person of [anna, ben]) {
    await expect(person.map).toHaveCount(2)
    await expect(person.stages).toHaveCount(10)
    await expect(person.card('Nobody asks')).toHaveCount(2)
  }
  await anna.showsEverything()
  const { left, right } = await sheetsApart(anna)

  // Out of the left map into the same cell of the right one.
  const card = async (sheet: Box) => {
    const boxes = await Promise.all((await anna.card('Nobody asks').all()).map(boxOf))
    return boxes.filter(({ x, y }) => x >= sheet.x && x < sheet.x + sheet.width && y < sheet.y + sheet.height)
  }
  const [[from], [to]] = [await card(left), await card(right)]
  if (!from || !to) throw new Error('one card in each map')
  await anna.takesHold(middleOf(from), middleOf(to))
  await anna.letsGo()
  await expect.poll(async () => (await card(right)).length).toBe(2)
  expect(await card(left)).toHaveLength(0)
  await anna.undoes()
  await expect.poll(async () => (await card(left)).length).toBe(1)
  await workshop.end()
})

test('locked: participants keep their cards and cannot change stages and lanes', async ({ browser }) => {
  const { workshop, anna, ben } = await twoAtWork(browser)
  await anna.chooses(anna.button('Menu'), 'Workshop settings')
  await anna.page.getByRole('switch', { name: /Lock stages and lanes/ }).click()
  await anna.presses('Escape')
  await expect(ben.page.getByText('Add what you know. Stages and lanes are locked.')).toBeVisible()
  await expect(ben.button('Add stage')).toHaveCount(0)
  await expect(ben.headerMenu('Stage Purchase')).toHaveCount(0)
  await expect(anna.button('Add stage')).toHaveCount(1)
  await ben.clicks(ben.stage('Purchase'))
  await ben.presses('Delete')
  await ben.writesCard('Purchase', 'Pains', 'Still possible')
  await anna.seesCardIn('Still possible', 'Purchase', 'Pains')
  await expect.poll(() => anna.stageNames()).toEqual(STAGES)
  await workshop.end()
})

async function twoAtWork(
  browser: Parameters<typeof startWorkshop>[0],
): Promise<{ workshop: TestWorkshop; anna: Person; ben: Person }> {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  return { workshop, anna, ben }
}

/** The two sheets, which do not touch, from left to right. */
async function sheetsApart(person: Person): Promise<{ left: Box; right: Box }> {
  const boxes = await Promise.all((await person.map.all()).map(boxOf))
  const [left, right] = boxes.toSorted((a, b) => a.x - b.x)
  if (!left || !right) throw new Error('two maps')
  expect(left.x + left.width).toBeLessThanOrEqual(right.x)
  return { left, right }
}
