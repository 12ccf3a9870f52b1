// Feelings leave with the workshop file without their people: at home everybody has their own again and counts once, in
// another workshop they are of people who are not there.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { replacesTheBoard } from './replacesTheBoard.ts'
import { opensTheExport, takes } from './takeHome.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('the file is brought back, and brought elsewhere', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  await sets(anna, 'ArrowDown', 'ArrowDown')
  await sets(maya, 'End')
  for (const person of [anna, maya])
    await expect(curve(person)).toHaveAccessibleName(/^Emotion curve: median of 2 readings: \+0\.5/)
  for (const person of [anna, maya]) await person.isSaved()

  const dialog = await opensTheExport(maya)
  const buffer = await takes(maya, 'Workshop file (JSON)')
  await expect(dialog).toContainText('Not in it: who felt what. An import leaves out: names of participants,')
  const { journeys } = JSON.parse(buffer.toString()) as { journeys: { emotions: { participant: string }[] }[] }
  expect(journeys.flatMap(({ emotions }) => emotions.map(({ participant }) => participant))).toEqual([
    'person1',
    'person2',
  ])
  await maya.presses('Escape')
  const file = { name: 'home.json', mimeType: 'application/json', buffer }

  await test.step('at home after a change of mind: as it was, and still one’s own', async () => {
    await sets(anna, 'End')
    await expect(curve(maya)).toHaveAccessibleName(/median of 2 readings: \+2/)
    await replacesTheBoard(maya, file)
    await expect(point(anna)).toHaveAttribute('aria-valuetext', 'Awareness: −1')
    await sets(anna, 'ArrowUp', 'ArrowUp')
    await expect(point(anna)).toHaveAttribute('aria-valuetext', 'Awareness: 0')
    for (const person of [anna, maya])
      await expect(curve(person)).toHaveAccessibleName(/^Emotion curve: median of 2 readings: \+1/)
  })
  await test.step('elsewhere nobody’s, and one’s own comes beside', async () => {
    const other = await startWorkshop(browser, product, { template: 'blank' })
    const cleo = await other.join('Cleo', { role: 'facilitator' })
    await replacesTheBoard(cleo, file)
    await expect(point(cleo)).toHaveAttribute('aria-valuetext', 'Awareness: not set')
    await sets(cleo, 'End')
    await expect(curve(cleo)).toHaveAccessibleName(/^Emotion curve: median of 3 readings: \+2/)
    await other.end()
  })
  await workshop.end()
})

const curve = (person: Person) => person.page.locator('svg.curve')
const point = (person: Person) => person.page.getByRole('slider', { name: 'How Awareness feels to you' })

async function sets(person: Person, ...keys: string[]): Promise<void> {
  await point(person).focus()
  await person.presses(...keys)
}
