// Sorting: what says nearly the same becomes one note that keeps its parts, what belongs together is grouped under a name.
// Everybody sees it, it can be taken back, and it is in the drawn map.
import { type Browser, expect, test } from '@playwright/test'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'
import { violationsInBothLooks } from './violationsOf.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('notes that say nearly the same are suggested, merged, looked into and taken apart', async ({ browser }) => {
  const { workshop, maya, ben } = await sortingPhase(browser, {
    Purchase: ['Too many logins', 'Late delivery', 'Status cannot be seen'],
    Consideration: ['Several different logins', 'I cannot see the status'],
    Awareness: ['Logins, far too many'],
  })
  await ben.button('Sort').click()
  const panel = ben.page.getByRole('complementary', { name: 'Sorting' })
  await expect(panel.getByRole('status')).toHaveText('2 suggestions')
  const logins = panel.getByRole('region', { name: 'These 3 say nearly the same' })
  expect(await violationsInBothLooks(ben.page)).toEqual([])
  await logins.getByRole('radio', { name: 'Too many logins' }).check()
  await logins.getByRole('button', { name: 'Merge' }).click()

  // One note of three, for everybody and in the drawn map.
  for (const person of [maya, ben]) {
    await expect(person.card('Too many logins')).toContainText('3 notes')
    await expect(person.cards.filter({ hasText: 'logins' })).toHaveCount(1)
  }
  await expect.poll(async () => (await workshop.export('svg')).text()).toContain('>3 notes<')

  // What is not the same is not suggested again.
  await panel.getByRole('button', { name: 'Not the same' }).click()
  await expect(panel.getByRole('status')).toHaveText('Nothing to suggest')
  await panel.getByRole('button', { name: 'Close' }).click()
  await ben.button('Sort').click()
  await expect(panel.getByRole('status')).toHaveText('Nothing to suggest')

  // The parts are in its details, and one comes back where it was.
  await maya.selectsNothing()
  await maya.selects('Too many logins')
  await maya.button('Details').click()
  const parts = maya.page.getByRole('region', { name: 'Made of 3 notes' })
  await parts.getByRole('button', { name: 'Take out “Several different logins”' }).click()
  await ben.seesCardIn('Several different logins', 'Consideration', 'Pains')
  await expect(ben.card('Too many logins')).toContainText('2 notes')

  // Each takes back their own: Maya the taking out, Ben the merge.
  await maya.page.keyboard.press('Escape')
  await maya.selectsNothing()
  await maya.undoes()
  await expect(ben.card('Several different logins')).toHaveCount(0)
  await ben.selectsNothing()
  await ben.undoes()
  for (const person of [maya, ben]) {
    await person.seesCardIn('Several different logins', 'Consideration', 'Pains')
    await person.seesCardIn('Logins, far too many', 'Awareness', 'Pains')
    await expect(person.card('Too many logins')).not.toContainText('notes')
  }
  await workshop.end()
})

test('notes are merged by hand, grouped, named, added, taken out and ungrouped', async ({ browser }) => {
  const { workshop, maya, ben } = await sortingPhase(browser, {
    Purchase: ['Paper forms', 'Nobody answers', 'Late delivery', 'Fax only'],
  })
  // The bar of a selected card lies over what is below it, so the next one is beside it or above.
  await ben.selects('Paper forms', 'Nobody answers')
  await ben.button('Group').click()
  await expect(ben.page.getByRole('textbox', { name: 'Name of the group' })).toBeFocused()
  await ben.page.keyboard.type('Contact')
  await ben.page.keyboard.press('Enter')
  for (const person of [maya, ben]) {
    await expect(frame(person, 'Contact')).toHaveCount(1)
    // In one frame, one beside the other, the stranger outside.
    const box = await boxOf(frame(person, 'Contact'))
    for (const [words, isInside] of [
      ['Paper forms', true],
      ['Nobody answers', true],
      ['Late delivery', false],
    ] as const) {
      const card = await boxOf(person.card(words))
      expect(card.y >= box.y && card.y + card.height <= box.y + box.height, words).toBe(isInside)
    }
  }

  // Another joins by the bar, is renamed by the other person, and leaves again.
  await ben.selectsNothing()
  await ben.selects('Late delivery', 'Fax only')
  await ben.chooses(ben.button('Group'), 'Contact')
  await expect.poll(() => isInFrame(maya, 'Fax only', 'Contact')).toBe(true)
  await maya.selectsNothing()
  const name = await boxOf(frame(maya, 'Contact'))
  await maya.page.mouse.dblclick(name.x + 20, name.y + 8)
  await expect(maya.page.getByRole('textbox', { name: 'Name of the group' })).toBeFocused()
  await maya.page.keyboard.press('ControlOrMeta+a')
  await maya.page.keyboard.type('Reaching us')
  await maya.page.keyboard.press('Enter')
  await expect(frame(ben, 'Reaching us')).toHaveCount(1)
  await ben.selectsNothing()
  await ben.selects('Late delivery')
  await ben.chooses(ben.button('More'), 'Remove from group')
  await expect.poll(() => isInFrame(maya, 'Late delivery', 'Reaching us')).toBe(false)
  expect(await (await workshop.export('svg')).text()).toContain('>Reaching us<')

  // Two of the group are one note: it stays in the group.
  await ben.selectsNothing()
  await ben.selects('Fax only', 'Paper forms')
  await ben.button('Merge').click()
  const dialog = ben.page.getByRole('dialog', { name: 'Merge 2 notes' })
  expect(await violationsInBothLooks(ben.page)).toEqual([])
  await dialog.getByRole('radio', { name: 'Fax only' }).check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(maya.card('Fax only')).toContainText('2 notes')
  await expect(maya.card('Paper forms')).toHaveCount(0)
  await expect.poll(() => isInFrame(maya, 'Fax only', 'Reaching us')).toBe(true)

  // Ungrouped by key, and undone.
  await ben.selectsNothing()
  const again = await boxOf(frame(ben, 'Reaching us'))
  await ben.page.mouse.click(again.x + 20, again.y + 8)
  await ben.presses('Delete')
  for (const person of [maya, ben]) await expect(frame(person, 'Reaching us')).toHaveCount(0)
  await ben.undoes()
  for (const person of [maya, ben]) await expect(frame(person, 'Reaching us')).toHaveCount(1)

  // When the phase is over nobody sorts any more.
  await workshop.command({ type: 'phase.goto', phaseId: phaseId('Vote') })
  await expect(ben.button('Sort')).toHaveCount(0)
  await ben.selectsNothing()
  await ben.page.mouse.dblclick(again.x + 20, again.y + 8)
  await expect(ben.page.getByText('Cards can be changed again in Act.').first()).toBeVisible()
  await workshop.end()
})

function frame({ page }: Person, name: string) {
  return page.locator('.tl-shape[data-shape-type="cluster"]').filter({ hasText: name })
}

async function isInFrame(person: Person, words: string, name: string): Promise<boolean> {
  const [card, box] = [await boxOf(person.card(words)), await boxOf(frame(person, name))]
  return card.y >= box.y && card.y + card.height <= box.y + box.height
}

const phases = readyAgenda(60)
const phaseId = (name: string) => phases.find((phase) => phase.name === name)?.id ?? name

interface AtWork {
  readonly workshop: TestWorkshop
  readonly maya: Person
  readonly ben: Person
}

/** Maya facilitates; the pains stand there by stage, and the phase is for grouping. */
async function sortingPhase(browser: Browser, pains: Readonly<Record<string, readonly string[]>>): Promise<AtWork> {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  for (const [stage, notes] of Object.entries(pains))
    for (const words of notes) await maya.writesCard(stage, 'Pains', words)
  const ben = await workshop.join('Ben', { department: 'Operations' })
  await workshop.command({ type: 'agenda.set', phases })
  await workshop.command({ type: 'phase.goto', phaseId: phaseId('Group') })
  await expect(ben.button('Sort')).toBeVisible()
  return { workshop, maya, ben }
}
