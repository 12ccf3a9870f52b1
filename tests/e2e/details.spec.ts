// The form of a card writes every field that its kind declares, the other person has it in their form, and it is in the
// file. Nothing here knows the kinds: what a declaration adds is tested with it.
import { expect, type Locator, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { cardDefinition, type CardKind } from '../../shared/journey/cards/cardKinds.ts'
import type { Field } from '../../shared/journey/fields.ts'
import type { Person } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

/** Key or lane that makes the kind; the KPI first, others name it. */
const KINDS = ['kpi', 'touchpoint', 'note', 'process-step', 'opportunity', 'action'] as const satisfies CardKind[]
/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('every field of every kind', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const { x, y } = await anna.cell('Consideration', 'Touchpoints')
  await anna.page.mouse.move(x, y)
  for (const kind of KINDS) {
    const { key = '', fields, title } = cardDefinition(kind)
    await anna.presses(key)
    await anna.writes(`My ${kind}`)
    await anna.clicks(anna.card(`My ${kind}`))
    await opensDetails(anna, kind)
    await ben.clicks(ben.card(`My ${kind}`))
    await opensDetails(ben, kind)
    for (const [name, field] of Object.entries(fields)) {
      if (name === title) continue
      await test.step(`${kind}: ${field.label}`, async () => {
        await enters(form(anna), field)
        await shows(form(ben), field)
      })
    }
    await form(anna).getByRole('button', { name: 'Close' }).click()
    await anna.selectsNothing()
    await ben.selectsNothing()
  }
  const file = (await (await workshop.export('json')).json()) as { journeys: unknown[] }
  const text = JSON.stringify(file)
  for (const kind of KINDS) expect(text).toContain(`My ${kind}`)
  expect(text.match(/Written in the form/g)?.length).toBeGreaterThan(8)
  await workshop.end()
})

test('a persona in the head of the map, with a picture', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.page.getByRole('button', { name: 'Persona details' }).first().click()
  const panel = form(anna)
  await panel.getByLabel('Persona', { exact: true }).fill('Pat, first-time buyer')
  await panel.locator('input[type=file]').setInputFiles({ name: 'pat.png', mimeType: 'image/png', buffer: PIXEL })
  await expect(ben.map).toContainText('Pat, first-time buyer')
  await expect(ben.map.locator('img')).toHaveCount(1)
  await workshop.end()
})

function form(person: Person): Locator {
  return person.page.locator('.card-details')
}

async function opensDetails(person: Person, kind: CardKind): Promise<void> {
  if (await form(person).isHidden())
    await person.page.getByRole('toolbar', { name: 'Card' }).getByText('Details').click()
  await expect(form(person).getByRole('heading')).toContainText(cardDefinition(kind).label)
}

/** Something in the field that was not there before. */
async function enters(panel: Locator, field: Field): Promise<void> {
  const named = panel.getByLabel(field.label, { exact: true })
  switch (field.type) {
    case 'text':
      await named.fill('Written in the form'.slice(0, field.maxLength))
      return
    case 'choice':
      if (field.options.length > 3) await named.selectOption(last(field.options).value)
      else await panel.getByRole('group', { name: field.label }).getByText(last(field.options).label).click()
      return
    case 'number':
      if (await panel.getByRole('group', { name: field.label }).isVisible())
        await panel.getByRole('group', { name: field.label }).getByText('4', { exact: true }).click()
      else {
        await named.fill('12')
        await named.press('Enter')
      }
      return
    case 'flag':
      await panel.getByRole('switch', { name: field.label }).click()
      return
    case 'date':
      await named.fill('2027-03-01')
      return
    case 'department':
      await panel.getByRole('button', { name: `${field.label}: Not set` }).click()
      await panel.page().getByRole('menuitem', { name: 'Support' }).click()
      return
    case 'card':
      await named.selectOption({ label: 'My kpi' })
      return
    case 'readings':
      await panel.getByLabel('Date').fill('2027-01-31')
      await panel.getByLabel('Value').fill('62')
      await panel.getByRole('button', { name: 'Add reading' }).click()
      return
    case 'picture':
      await panel.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PIXEL })
  }
}

/** The same in the other's form. */
async function shows(panel: Locator, field: Field): Promise<void> {
  const named = panel.getByLabel(field.label, { exact: true })
  switch (field.type) {
    case 'text':
      return expect(named).toHaveValue('Written in the form'.slice(0, field.maxLength))
    case 'choice':
      return field.options.length > 3
        ? expect(named).toHaveValue(last(field.options).value)
        : expect(
            panel.getByRole('group', { name: field.label }).getByLabel(last(field.options).label, { exact: true }),
          ).toBeChecked()
    case 'number':
      return (await panel.getByRole('group', { name: field.label }).isVisible())
        ? expect(panel.getByRole('group', { name: field.label }).getByLabel('4', { exact: true })).toBeChecked()
        : expect(named).toHaveValue('12')
    case 'flag':
      return expect(panel.getByRole('switch', { name: field.label })).toBeChecked()
    case 'date':
      return expect(named).toHaveValue('2027-03-01')
    case 'department':
      return expect(panel.getByRole('button', { name: `${field.label}: Support` })).toBeVisible()
    case 'card':
      return expect(named.locator('option:checked')).toHaveText('My kpi')
    case 'readings':
      return expect(panel.getByRole('listitem')).toContainText('62')
    case 'picture':
      return expect(panel.locator('img')).toHaveCount(1)
  }
}

function last<Item>(items: readonly Item[]): Item {
  const item = items.at(-1)
  if (item === undefined) throw new Error('a choice of nothing')
  return item
}
