// One next step on every screen: at most one filled button, and the line of the bar says what can really be done now.
// Through a vote, where panel and bar could both call for the next press.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

const QUESTION = 'Which pains should we solve first?'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('from an empty ballot to the recap: one filled button, one sentence, each thing said once', async ({
  browser,
}) => {
  const { workshop, maya, ben, goTo } = await inPhases(browser)
  await maya.writesCard('Purchase', 'Pains', 'Paper forms')
  await ben.seesCard('Paper forms')
  await goTo('Pains')
  await filledIs(maya, 'Next: Group')
  await filledIs(ben, 'I’m done')

  // Nothing to vote on yet: nothing to be done with, and the panel is no higher than its sentence.
  await goTo('Vote')
  await filledIs(maya, 'Start a vote…')
  await expect(bar(maya)).toContainText('Pick the cards and start the vote.')
  await filledIs(ben)
  for (const person of [maya, ben]) await expect(bar(person)).not.toContainText('have finished')
  expect((await boxOf(panel(ben))).height).toBeLessThan(200)

  await maya.button('Start a vote…').click()
  await maya.page.getByRole('dialog').getByRole('button', { name: 'Start the vote on 1 card' }).click()
  await expect(panel(maya, QUESTION)).toContainText('have finished')
  await filledIs(maya, 'I’m done')
  await filledIs(ben, 'I’m done')
  for (const person of [maya, ben]) await expect(bar(person)).not.toContainText('have finished')
  await panel(ben, QUESTION).getByRole('button', { name: 'Add a dot to Paper forms' }).click()
  for (const person of [ben, maya]) await panel(person, QUESTION).getByRole('button', { name: 'I’m done' }).click()
  await filledIs(ben)
  // The host, who has no browser, has not finished; put away, the ballot leaves the count to the bar.
  await panel(ben, QUESTION).getByRole('button', { name: 'Close' }).click()
  await expect(bar(ben)).toContainText('2 of 3 have finished')
  await endsVote(maya)

  await filledIs(maya, 'Make the winner an opportunity')
  await filledIs(ben)
  for (const person of [maya, ben])
    await expect(bar(person)).toContainText('Look at the result together. What surprises you?')
  await maya.page.getByRole('button', { name: /^Make .*opportunit/ }).click()
  await filledIs(maya, 'Next: Act')

  // The result does not lie over the map that the next phase is about.
  await maya.button('Next: Act').click()
  for (const person of [maya, ben]) await expect(panel(person, QUESTION)).toHaveCount(0)
  await filledIs(maya, 'End agenda')
  await filledIs(ben, 'I’m done')
  await maya.button('End agenda').click()
  // Where the agenda ends the room says when it looks at the actions again.
  await maya.page.getByLabel('Next review of the actions').fill('2027-03-01')
  await maya.page.getByRole('dialog').getByRole('button', { name: 'End agenda' }).click()
  for (const person of [maya, ben]) {
    await filledIs(person, 'Open the recap')
    await expect(bar(person)).toContainText('The recap shows what came out.')
  }
  const recap = ben.context.waitForEvent('page')
  await ben.page.getByRole('link', { name: 'Open the recap' }).click()
  await expect((await recap).getByRole('heading', { name: 'What hurts most' })).toBeVisible()
  await expect((await recap).getByText('We look at it again on 1 March 2027')).toBeVisible()
  await workshop.end()
})

async function inPhases(browser: Browser): Promise<{
  workshop: TestWorkshop
  maya: Person
  ben: Person
  goTo: (phase: string) => Promise<void>
}> {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  const phases = readyAgenda(60)
  await workshop.command({ type: 'agenda.set', phases })
  const goTo = (name: string) =>
    workshop.command({ type: 'phase.goto', phaseId: phases.find((phase) => phase.name === name)?.id ?? name })
  return { workshop, maya, ben, goTo }
}

async function endsVote(maya: Person): Promise<void> {
  await panel(maya, QUESTION).getByRole('button', { name: 'End the vote' }).click()
  await maya.page.getByRole('dialog').getByRole('button', { name: 'End the vote' }).click()
}

const bar = ({ page }: Person): Locator => page.getByRole('banner', { name: 'Workshop' })
const panel = ({ page }: Person, title = 'Your ballot'): Locator =>
  page.getByRole('complementary', { name: title, exact: true })

/** Away from all of them: a button under the pointer has another colour. */
async function filledIs(person: Person, ...labels: string[]): Promise<void> {
  await person.page.mouse.move(2, 400)
  await expect.poll(() => filledButtons(person.page), { message: `filled for ${person.name}` }).toEqual(labels)
}

/** What is drawn in the colour of the next step, whatever its class says. */
function filledButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const probe = document.createElement('i')
    probe.style.background = 'var(--primary)'
    document.body.append(probe)
    const filled = getComputedStyle(probe).backgroundColor
    probe.remove()
    return [...document.querySelectorAll<HTMLElement>('.button')]
      .filter((button) => button.getClientRects().length > 0 && getComputedStyle(button).backgroundColor === filled)
      .map((button) => button.innerText)
  })
}
