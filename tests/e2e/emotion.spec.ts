// The emotion curve: everybody sets their own points, the room sees the median, from four readings on with its band.
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

test('own points by mouse and keyboard; median and band for 1, 2 and 4 people', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const onlooker = await workshop.join('Onlooker', { role: 'viewer' })
  await expect(curve(onlooker)).toHaveAccessibleName('Emotion curve, no readings yet')
  await expect(point(onlooker, 'Awareness')).toHaveCount(0)

  // Anna drags her point in Awareness down to −1 and says why.
  const from = middleOf(await boxOf(point(anna, 'Awareness')))
  const perLevel = await levelHeight(anna)
  await anna.page.mouse.move(from.x, from.y)
  await anna.page.mouse.down()
  await anna.page.mouse.move(from.x, from.y + perLevel, { steps: 4 })
  await anna.page.mouse.up()
  await expect(point(anna, 'Awareness')).toHaveAttribute('aria-valuetext', 'Awareness: −1')
  await anna.page.getByLabel('Why?').fill('Nobody told me')
  await anna.presses('Enter')
  await expect(point(anna, 'Awareness')).toHaveAttribute('aria-valuetext', 'Awareness: −1, Nobody told me')
  await expect(anna.page.getByLabel('Why?')).toHaveCount(0)

  // The next one with the keyboard: one step is a half, End is the best there is.
  await sets(anna, 'Consideration', 'End', 'ArrowDown')
  await expect(point(anna, 'Consideration')).toHaveAttribute('aria-valuetext', 'Consideration: +1.5')
  await expect(anna.page.locator('.curve__own')).toHaveCount(1)
  // One reading is one person's: it is no median of the room yet.
  await expect(anna.page.locator('.curve__median')).toHaveCount(0)
  await expect(curve(onlooker)).toHaveAccessibleName('Emotion curve, 1 person has set points')

  // Whoever has set nothing yet is not drawn towards the others.
  const ben = await workshop.join('Ben', { department: 'Sales' })
  await expect(ben.page.getByText('Set yours first')).toBeVisible()
  await sets(ben, 'Awareness', 'ArrowUp', 'ArrowUp')
  await sets(ben, 'Consideration', 'End', 'ArrowDown')
  for (const person of [anna, ben, onlooker]) {
    await expect(curve(person)).toHaveAccessibleName(
      'Emotion curve: median of 2 readings: 0 Nobody told me, +1.5; Lowest point 0',
    )
    await expect(person.page.locator('.curve__median')).toHaveCount(1)
    await expect(person.page.locator('.curve__ring')).toHaveCount(1)
    await expect(person.page.locator('.curve__band')).toHaveCount(0)
  }

  // Four readings: −1, 1, 2, 2. The median lies between, the band says how far apart the room is.
  for (const name of ['Chris', 'Dana']) await sets(await workshop.join(name), 'Awareness', 'End')
  for (const person of [anna, onlooker])
    await expect(curve(person)).toHaveAccessibleName(/^Emotion curve: median of 4 readings: \+1\.5/)
  await expect(onlooker.page.locator('.curve__band')).toHaveCount(1)
  await expect(onlooker.page.getByText('Band: half of the room is inside')).toBeVisible()

  // Anna takes hers back, and brings it back.
  await point(anna, 'Awareness').focus()
  await anna.presses('Delete')
  await expect(point(anna, 'Awareness')).toHaveAttribute('aria-valuetext', 'Awareness: not set')
  await anna.selectsNothing()
  await anna.undoes()
  await expect(point(anna, 'Awareness')).toHaveAttribute('aria-valuetext', 'Awareness: −1, Nobody told me')
  await workshop.end()
})

function curve(person: Person) {
  return person.page.locator('svg.curve')
}

function point(person: Person, stage: string) {
  return person.page.getByRole('slider', { name: `How ${stage} feels to you` })
}

async function sets(person: Person, stage: string, ...keys: string[]): Promise<void> {
  await point(person, stage).focus()
  await person.presses(...keys)
}

/** Height of one level of the scale on the screen, px: the lane is 144 high and a level 27. */
async function levelHeight(person: Person): Promise<number> {
  return ((await boxOf(curve(person))).height * 27) / 144
}
