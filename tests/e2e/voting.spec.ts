// A secret ballot in real browsers: a facilitator and three people vote on the canvas and in the list, by mouse and by
// keyboard, one of them offline for a while, over a restart of the server; and nobody's traffic holds another's vote.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { rootDir } from '../../server/launch/paths.mjs'
import type { RoundInfo } from '../../shared/protocol/api.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

/** A browser tries again after a random pause that grows up to half a minute. */
const RECONNECT = { timeout: 60_000 }

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('people vote by mouse and keyboard, offline and over a restart; nobody is counted wrong', async ({ browser }) => {
  const { workshop, maya } = await workshopWithPains(browser)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const kim = await workshop.join('Kim')
  await opensVote(maya, 5)
  for (const person of [maya, anna, ben, kim]) await expect(left(person, 5)).toBeVisible()
  await expect(ballot(anna).getByText('13 pains, in an order only you have')).toBeVisible()
  // Four are enough to hide among; who is warned with fewer: takeItHome.spec.ts.
  await expect(ballot(anna).getByText(/can give people away/)).toHaveCount(0)
  await hasNoAxeFaults(anna.page)

  // Anna on the canvas: clicks, keys, and the sentence of the cap at the card.
  await clicksCard(anna, 'Paper forms', 3)
  await expect(left(anna, 2)).toBeVisible()
  await clicksCard(anna, 'Paper forms', 1)
  await expect(anna.page.locator('.vote-pill__problem')).toHaveText('At most 3 dots on one card.')
  await anna.presses('-')
  await expect(left(anna, 3)).toBeVisible()
  await expect(row(anna, 'Paper forms')).toHaveAttribute('data-voted')
  await expect(ballot(anna).getByText(/^Saved\. Your receipt: \S{4}-\S{4}$/)).toBeVisible()

  // Ben in the list with the keyboard alone.
  const bens = await votesByKeys(ben)

  // Kim is offline: dots wait and are sent when she is back.
  await kim.goesOffline()
  await plus(kim, 'Several logins').click()
  await plus(kim, 'Paper forms').click()
  await expect(ballot(kim).getByText(/^Not sent yet\./)).toBeVisible()
  await kim.comesBackOnline()
  await expect(ballot(kim).getByText(/^Saved\./)).toBeVisible(RECONNECT)

  await product.killHard()
  await product.restart()
  await expect(anna.status('Saved')).toBeVisible(RECONNECT)
  await plus(anna, 'Deadline pressure').click()
  await expect(ballot(anna).getByText(/^Saved\./)).toBeVisible(RECONNECT)
  await ben.page.reload()
  await expect(left(ben, 0)).toBeVisible(RECONNECT)

  await entersProxy(maya, 'Tom', 'Deadline pressure')
  await ballot(anna).getByRole('button', { name: 'I’m done' }).click()
  for (const person of [maya, ben])
    await expect(ballot(person).getByText('1 of 4 have finished')).toBeVisible(RECONNECT)
  await endsVote(maya)
  for (const person of [maya, anna, ben]) await expect(person.page.locator('.ballot')).toHaveCount(0, RECONNECT)

  const { result } = await lastRound(workshop, maya)
  const others = { 'Paper forms': 2 + 1, 'Several logins': 1, 'Deadline pressure': 1 + 1 }
  expect(votesByTitle(result)).toEqual(addedUp(others, bens))
  expect(result?.tally).toMatchObject({ voted: 4, proxies: 1, dots: 11 })
  await workshop.end()
})

test('nobody’s traffic before the end holds anybody else’s vote, and no pointer shows it', async ({ browser }) => {
  const { workshop, maya } = await workshopWithPains(browser)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const ears = { maya: await listen(maya), anna: await listen(anna), ben: await listen(ben) }
  const { x, y } = middleOf(await boxOf(ben.card('Paper forms')))
  await ben.page.mouse.move(x, y)
  await expect(anna.page.locator('.peer-cursor').filter({ hasText: 'Ben' })).toHaveCount(1)

  await opensVote(maya, 5)
  for (const person of [maya, anna, ben]) await expect(left(person, 5)).toBeVisible()
  await expect(anna.page.locator('.peer-cursor')).toHaveCount(0)
  const { round } = await lastRound(workshop, maya)
  for (const ear of Object.values(ears)) ear.mark()

  await clicksCard(ben, 'Paper forms', 2)
  await plus(ben, 'Several logins').click()
  const saved = ballot(ben).getByText(/^Saved\. Your receipt: /)
  await expect(left(ben, 2)).toBeVisible()
  await ballot(ben).getByRole('button', { name: 'I’m done' }).click()
  for (const person of [maya, anna]) await expect(ballot(person).getByText('1 of 3 have finished')).toBeVisible()
  const receipt = (await saved.innerText()).replace(/^.*: /, '')

  // What the two others received since: counts, and not one card that can be voted on. What they have ever received
  // holds no receipt.
  for (const ear of [ears.maya, ears.anna]) {
    expect(ear.sinceMark().includes('"voted":1')).toBe(true)
    expect(round.candidateIds.filter((cardId) => ear.sinceMark().includes(cardId))).toEqual([])
    expect([ear.all().includes(receipt), ear.all().includes('"receipt":"')]).toEqual([false, false])
  }
  // The same ears hear it where it belongs.
  expect(ears.ben.all().includes(receipt)).toBe(true)

  await endsVote(maya)
  await expect(anna.page.locator('.ballot')).toHaveCount(0)
  await workshop.end()
})

test('who comes late sees counts only until the facilitator lets them vote; dialog and errors', async ({ browser }) => {
  const { workshop, maya } = await workshopWithPains(browser)
  await maya.chooses(menu(maya), 'Start a vote…')
  const dialog = maya.page.getByRole('dialog', { name: 'Start a vote' })
  await expect(dialog.getByText('13 cards to vote on')).toBeVisible()
  await hasNoAxeFaults(maya.page)
  await dialog.getByLabel('Kind').selectOption('Gains')
  await expect(dialog.getByLabel('Question')).toHaveValue('Which gains matter most?')
  await dialog.getByLabel('Stage', { exact: true }).selectOption('Preparing')
  await dialog.getByLabel('Kind').selectOption('Quotes')
  await dialog.getByRole('button', { name: 'Start the vote' }).click()
  await expect(dialog.getByText('There are no cards to vote on. Choose some first.')).toBeVisible()
  await dialog.getByLabel('Kind').selectOption('Pains')
  await dialog.getByText('With names').click()
  await dialog.getByRole('button', { name: 'Start the vote on 3 cards' }).click()
  await expect(left(maya, 3, 3)).toBeVisible()

  const late = await workshop.join('Late')
  await expect(ballot(late).getByText('The vote began before you came. The facilitator can let you in.')).toBeVisible()
  await expect(plus(late, 'Nothing personal')).toHaveCount(0)
  await expect(ballot(late).getByText(/^Not secret\./)).toBeVisible()
  // Where everybody sees who voted for what, few voters give nothing away.
  await expect(ballot(late).getByText(/give people away/)).toHaveCount(0)
  await maya.page.getByRole('button', { name: 'More for this vote' }).click()
  await maya.page.getByRole('menuitem', { name: 'Who may vote…' }).click()
  await hasNoAxeFaults(maya.page)
  await maya.page.getByRole('button', { name: 'Let vote Late' }).click()
  await expect(left(late, 3, 3)).toBeVisible()
  await plus(late, 'Nothing personal').click()
  await expect(ballot(late).getByText(/^Saved\./)).toBeVisible()
  await maya.presses('Escape')

  // The panel can be put away and comes back; the map keeps the keys.
  await ballot(late).getByRole('button', { name: 'Close' }).click()
  await late.button('Vote: 2 of 3 dots left').click()
  await expect(left(late, 2, 3)).toBeVisible()
  await workshop.end()
})

// What people do

async function workshopWithPains(browser: Browser): Promise<{ workshop: TestWorkshop; maya: Person }> {
  const workshop = await startWorkshop(browser, product, { template: 'blank', title: 'Leaving military service' })
  const maya = await workshop.join('Maya', { role: 'facilitator', department: 'Product' })
  const file = await readFile(join(rootDir, 'tests/fixtures/leaving-military-service.json'), 'utf8')
  const answer = await fetch(`${product.origin}/api/workshops/${workshop.id}/import/json?mode=replace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(workshop, maya)}` },
    body: file,
  })
  expect(answer.status).toBe(200)
  await maya.seesCard('Paper forms')
  await maya.showsEverything()
  return { workshop, maya }
}

/** The token this person's browser has got when it joined. */
async function tokenOf({ id }: TestWorkshop, person: Person): Promise<string> {
  const stored = await person.page.evaluate((key) => localStorage.getItem(key), `journeyboard.workshop.${id}`)
  return (JSON.parse(stored ?? '{}') as { joined: { token: string } }).joined.token
}

async function lastRound(workshop: TestWorkshop, person: Person): Promise<RoundInfo> {
  const answer = await fetch(`${product.origin}/api/workshops/${workshop.id}`, {
    headers: { authorization: `Bearer ${await tokenOf(workshop, person)}` },
  })
  const [last] = ((await answer.json()) as { rounds: RoundInfo[] }).rounds.slice(-1)
  if (!last) throw new Error('There is no round')
  return last
}

/** Cards without a vote are left out. */
function votesByTitle(result: RoundInfo['result']): Record<string, number> {
  const titles = new Map(result?.candidates.map(({ cardId, title }) => [cardId, title]))
  const voted = result?.tally.ranking.filter(({ votes }) => votes > 0) ?? []
  return Object.fromEntries(voted.map(({ cardId, votes }) => [titles.get(cardId) ?? '', votes]))
}

function addedUp(...parts: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const part of parts) for (const [title, dots] of Object.entries(part)) sum[title] = (sum[title] ?? 0) + dots
  return sum
}

const menu = (person: Person): Locator => person.page.getByRole('banner').getByRole('button', { name: 'Menu' })

async function opensVote(maya: Person, dots: number): Promise<void> {
  await maya.chooses(menu(maya), 'Start a vote…')
  const dialog = maya.page.getByRole('dialog', { name: 'Start a vote' })
  await dialog.getByLabel('Dots per person', { exact: true }).fill(String(dots))
  await dialog.getByRole('button', { name: 'Start the vote on 13 cards' }).click()
  await expect(dialog).toHaveCount(0)
}

async function endsVote(maya: Person): Promise<void> {
  await ballot(maya).getByRole('button', { name: 'End the vote' }).click()
  await maya.page.getByRole('dialog', { name: 'End the vote?' }).getByRole('button', { name: 'End the vote' }).click()
}

async function entersProxy(maya: Person, name: string, card: string): Promise<void> {
  await maya.page.getByRole('button', { name: 'More for this vote' }).click()
  await maya.page.getByRole('menuitem', { name: /^Enter a vote for someone/ }).click()
  const dialog = maya.page.getByRole('dialog', { name: 'A vote for someone without a device' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: `Add a dot to ${card}` }).click()
  await dialog.getByRole('button', { name: 'Enter this vote' }).click()
  await expect(dialog.getByText(/^Entered\. Their receipt: /)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
}

/** As fast as a hand: on the canvas every click is a dot, also the second of two. */
async function clicksCard(person: Person, words: string, times: number): Promise<void> {
  const { x, y, width, height } = await boxOf(person.card(words))
  // On the words, beside the pill.
  for (let at = 0; at < times; at++) await person.page.mouse.click(x + width / 3, y + height / 4)
}

/** Tab reaches the list once; arrows, + and − do the rest. */
async function votesByKeys(ben: Person): Promise<Record<string, number>> {
  const titles = await ballot(ben).locator('.ballot-row__title').allInnerTexts()
  await ballot(ben).locator('[data-action="add"]').first().focus()
  await ben.presses('+', '+', 'ArrowDown', '+', '+', '+')
  await expect(left(ben, 0)).toBeVisible()
  await ben.presses('ArrowDown', '+')
  await expect(ballot(ben).getByText('All 5 dots are placed. Take one back first.').first()).toBeVisible()
  await ben.presses('ArrowUp', '-', '+')
  await expect(left(ben, 0)).toBeVisible()
  await expect(ballot(ben).getByText(/^Saved\./)).toBeVisible()
  return { [titles[0] ?? '']: 2, [titles[1] ?? '']: 3 }
}

// What is to be seen

const ballot = (person: Person): Locator => person.page.getByRole('complementary', { name: /^Which (pains|gains)/ })
const left = (person: Person, dots: number, of = 5): Locator =>
  ballot(person).getByText(`${dots} of ${of} dots left`, { exact: true })
const row = (person: Person, words: string): Locator => ballot(person).getByRole('listitem').filter({ hasText: words })
const plus = (person: Person, words: string): Locator => row(person, words).locator('[data-action="add"]')

async function hasNoAxeFaults(page: Page): Promise<void> {
  // A tooltip may still be fading: it lies outside of every region for a moment, as tooltips do.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-radix-popper-content-wrapper]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

interface Ear {
  /** Everything received from here on is `sinceMark`. */
  mark(): void
  sinceMark(): string
  all(): string
}

/** Everything a browser receives, HTTP and sockets, as text. Loads the page again so that nothing is missed. */
async function listen(person: Person): Promise<Ear> {
  let received = ''
  let marked = 0
  const { page } = person
  page.on('response', (response) => {
    void response.text().then(
      (text) => (received += `${JSON.stringify(response.headers())}${text}`),
      // Redirects and what was cut off by leaving have no body.
      () => undefined,
    )
  })
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => (received += payload.toString())))
  await page.reload()
  await person.seesTheMap()
  return {
    mark: () => (marked = received.length),
    sinceMark: () => received.slice(marked),
    all: () => received,
  }
}
