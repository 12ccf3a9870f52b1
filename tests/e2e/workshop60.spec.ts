// A whole workshop of an hour, run through at speed on the real journey: one facilitator and five people in browsers of
// their own. Private writing, reveal, merging, a secret ballot over a crash of the server, a tie, a run-off, actions, and
// what everybody takes home. The tally is compared with what everybody did.
import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Locator, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

const fixture = new URL('../fixtures/leaving-military-service.json', import.meta.url)
const QUESTION = 'Which pains should we solve first?'
/** Six browsers with a canvas each, on two processors. */
const WHOLE_STORY_MS = 420_000
/** A browser tries again after a random pause that grows up to half a minute. */
const RECONNECT = { timeout: 60_000 }

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('an hour from the first phase to the recap', async ({ browser }) => {
  test.setTimeout(WHOLE_STORY_MS)
  const workshop = await startWorkshop(browser, product, { template: 'blank', title: 'Leaving military service' })
  const maya = await workshop.join('Maya', { role: 'facilitator', department: 'Benefits' })
  await bringsTheMap(workshop, maya)
  const people: Person[] = []
  for (const [name, department] of [
    ['Anna', 'Defense'],
    ['Ben', 'Defense'],
    ['Carla', 'Health'],
    ['Dan', 'Labor'],
    ['Eva', 'Benefits'],
  ] as const)
    people.push(await workshop.join(name, { department }))
  const [anna, ben, carla, dan, eva] = people as [Person, Person, Person, Person, Person]
  const everybody = [maya, ...people]

  await maya.button('Plan the agenda').click()
  await maya.page.getByText('60 min', { exact: true }).click()
  await maya.button('Use this agenda').click()
  await maya.button('Start: Welcome').click()
  await goesOn(maya, 'Build the map', everybody)
  await anna.writesCard('Thriving', 'Thoughts', 'Who else is in this situation?')
  for (const person of everybody) await person.seesCard('Who else is in this situation?')

  // On their own: five notes that nobody else sees, two of which say the same.
  await goesOn(maya, 'Pains', everybody)
  const written = new Map<Person, string>([
    [anna, 'Letters are hard to read'],
    [ben, 'The letters are hard to read'],
    [carla, 'Nobody calls back'],
    [dan, 'Two offices ask for the same'],
    [eva, 'No date for the first payment'],
  ])
  for (const [person, words] of written) await person.writesCard('Settling', 'Pains', words)
  await expect(hidden(maya)).toContainText('5 notes by 5 people, hidden')
  await expect(maya.card('Nobody calls back')).toHaveCount(0)
  await expect(dan.card('Nobody calls back')).toHaveCount(0)
  for (const person of people) await person.isSaved()

  await maya.button('Next: Group').click()
  await maya.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reveal 5 notes/ })
    .click()
  for (const person of everybody)
    for (const words of written.values()) await expect(person.card(words).first()).toBeAttached()

  await mergesTheSame(carla)
  for (const person of everybody) await expect(person.card('The letters are hard to read')).toContainText('2 notes')

  await goesOn(maya, 'Vote', everybody)
  const first = await opensVote(maya)
  // Two cards are to share the first place. Everybody's dots, as they place them.
  const cast: [Person, Record<string, number>][] = [
    [anna, { 'Nobody calls back': 3, 'Paper forms': 1 }],
    [ben, { 'No date for the first payment': 3 }],
    [carla, { 'Nobody calls back': 2, 'Deadline pressure': 1 }],
    [dan, { 'No date for the first payment': 2, 'Paper forms': 1 }],
    [eva, { 'Several logins': 1 }],
  ]
  for (const [person, dots] of cast.slice(0, 3)) await places(person, QUESTION, dots)
  // The server dies in the middle of the open round; what had a receipt is there, the others go on.
  await product.killHard()
  await product.restart()
  for (const person of people) await expect(person.status('Saved')).toBeVisible(RECONNECT)
  for (const [person, dots] of cast.slice(3)) await places(person, QUESTION, dots)
  await ballot(anna, QUESTION).getByRole('button', { name: 'I’m done' }).click()
  await expect(ballot(maya, QUESTION).getByText('1 of 6 have finished')).toBeVisible(RECONNECT)
  await endsVote(maya, QUESTION)

  expect(await ranking(workshop, maya, first)).toEqual(recount(cast))
  const result = resultOf(dan, QUESTION)
  await expect(result).toContainText('5 of 6 voted, 14 dots.')
  await expect(result.getByRole('table', { name: 'Ranking' }).getByRole('rowheader').first()).toContainText(
    /No date for the first payment|Nobody calls back/,
  )

  // Severity, voters and evidence do not tell every tie apart: these do, so the facilitator asks the room once more.
  await resultOf(maya, QUESTION).getByRole('button', { name: 'Run-off' }).click()
  const again = `Run-off: ${QUESTION}`
  await expect(ballot(anna, again)).toBeVisible()
  const second: [Person, Record<string, number>][] = [
    [anna, { 'Nobody calls back': 1 }],
    [ben, { 'No date for the first payment': 1 }],
    [carla, { 'Nobody calls back': 1 }],
    [dan, { 'Nobody calls back': 1 }],
  ]
  for (const [person, dots] of second) await places(person, again, dots)
  await endsVote(maya, again)
  const winner = resultOf(eva, again).getByRole('table', { name: 'Ranking' }).getByRole('rowheader').first()
  await expect(winner).toContainText('Nobody calls back')

  await resultOf(maya, again)
    .getByRole('button', { name: /^Make .*opportunit/ })
    .click()
  await eva.seesCard('How might we solve “Nobody calls back”?')
  await goesOn(maya, 'Act', everybody)
  await takesHome(workshop, browser)
  await workshop.end()
})

// What they do

async function bringsTheMap(workshop: TestWorkshop, maya: Person): Promise<void> {
  const stored = await maya.page.evaluate((key) => localStorage.getItem(key), `journeyboard.workshop.${workshop.id}`)
  const { token } = (JSON.parse(stored ?? '{}') as { joined: { token: string } }).joined
  const answer = await fetch(`${product.origin}/api/workshops/${workshop.id}/import/json?mode=replace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: await readFile(fixture, 'utf8'),
  })
  expect(answer.status).toBe(200)
  await maya.seesCard('Paper forms')
  await maya.showsEverything()
}

async function goesOn(maya: Person, phase: string, everybody: readonly Person[]): Promise<void> {
  await maya.button(`Next: ${phase}`).click()
  for (const { page } of everybody)
    await expect(page.getByRole('banner', { name: 'Workshop' }).locator('[aria-current="step"]')).toContainText(phase)
}

/** What two people wrote alike is suggested; the person chooses the words that stay. */
async function mergesTheSame(person: Person): Promise<void> {
  await person.button('Sort').click()
  const panel = person.page.getByRole('complementary', { name: 'Sorting' })
  const same = panel.getByRole('region').filter({ hasText: 'The letters are hard to read' })
  await same.getByRole('radio', { name: 'The letters are hard to read' }).check()
  await same.getByRole('button', { name: 'Merge' }).click()
  await panel.getByRole('button', { name: 'Close' }).click()
}

async function opensVote(maya: Person): Promise<string> {
  const opened = maya.page.waitForResponse(
    (response) =>
      response.url().endsWith('/commands') && response.request().postData()?.includes('round.open') === true,
  )
  await maya.chooses(maya.page.getByRole('banner').getByRole('button', { name: 'Menu' }), 'Start a vote…')
  const dialog = maya.page.getByRole('dialog', { name: 'Start a vote' })
  await dialog.getByLabel('Dots per person', { exact: true }).fill('4')
  await dialog.getByRole('button', { name: 'Start the vote on 17 cards' }).click()
  return ((await (await opened).json()) as { roundId: string }).roundId
}

async function places(person: Person, question: string, dots: Record<string, number>): Promise<void> {
  for (const [card, count] of Object.entries(dots)) {
    const add = ballot(person, question).getByRole('button', { name: `Add a dot to ${card}` })
    for (let at = 0; at < count; at++) await add.click()
  }
  await expect(ballot(person, question).getByText(/^Saved\. Your receipt: /)).toBeVisible(RECONNECT)
}

async function endsVote(maya: Person, question: string): Promise<void> {
  await ballot(maya, question).getByRole('button', { name: 'End the vote' }).click()
  await maya.page.getByRole('dialog', { name: 'End the vote?' }).getByRole('button', { name: 'End the vote' }).click()
  await expect(maya.page.locator('.ballot')).toHaveCount(0, RECONNECT)
}

/** Somebody who was not there reads what came out. */
async function takesHome(workshop: TestWorkshop, browser: Browser): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${product.origin}/w/${workshop.id}/recap#${workshop.keys.viewer}`)
  await expect(page.getByRole('heading', { name: `Round 2: Run-off: ${QUESTION}` })).toBeVisible()
  await expect(page.getByText('5 of 6 voted, 14 dots cast.')).toBeVisible()
  await expect(page.locator('.recap__opportunities')).toContainText('How might we solve “Nobody calls back”?')
  await context.close()
}

// What is to be seen

const hidden = ({ page }: Person): Locator => page.getByRole('region', { name: 'Private writing' })
const ballot = ({ page }: Person, question: string): Locator =>
  page.getByRole('complementary', { name: question, exact: true })
const resultOf = ballot

/** Votes by card as the server counted them. */
async function ranking(workshop: TestWorkshop, maya: Person, roundId: string): Promise<Record<string, number>> {
  const stored = await maya.page.evaluate((key) => localStorage.getItem(key), `journeyboard.workshop.${workshop.id}`)
  const { token } = (JSON.parse(stored ?? '{}') as { joined: { token: string } }).joined
  const answer = await fetch(`${product.origin}/api/workshops/${workshop.id}/rounds/${roundId}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { result } = (await answer.json()) as {
    result: {
      candidates: { cardId: string; title: string }[]
      tally: { ranking: { cardId: string; votes: number }[] }
    }
  }
  const titles = new Map(result.candidates.map(({ cardId, title }) => [cardId, title]))
  return Object.fromEntries(
    result.tally.ranking.filter(({ votes }) => votes > 0).map(({ cardId, votes }) => [titles.get(cardId) ?? '', votes]),
  )
}

function recount(cast: readonly [Person, Record<string, number>][]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const [, dots] of cast) for (const [card, count] of Object.entries(dots)) sum[card] = (sum[card] ?? 0) + count
  return sum
}
