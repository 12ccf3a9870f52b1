// What people see when a vote has ended: the ranking with its reasons, where the votes fell, their own ballot in the
// published list, and what a facilitator makes of it.
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { ClusterId } from '../../shared/journey/clusters.ts'
import { mergeCards } from '../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import { HttpVoters } from './HttpVoters.ts'
import { boxOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

const QUESTION = 'Which pains should we solve first?'
const [STATUS, FORMS, LOGINS, WAITS] = [
  'Status cannot be seen',
  'Paper forms',
  'Several logins',
  'Long waits without word',
] as const

let product: Product
let workshop: TestWorkshop
let voters: HttpVoters
let names: string[]
let cards: ReadonlyMap<string, string>
let maya: Person
let ana: Person

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  workshop = await startWorkshop(browser, product, { template: 'blank', title: 'Leaving military service' })
  voters = await HttpVoters.arrive(product, workshop)
  await voters.bringTheMap()
  cards = await voters.cards()
  await voters.command({ type: 'departments.set', departments: ['Defense', 'Benefits', 'Labor'] })
  names = [
    ...(await voters.join(4, 'Defense')),
    ...(await voters.join(4, 'Benefits')),
    ...(await voters.join(1, 'Labor')),
  ]
  const browserOptions = { acceptDownloads: true }
  maya = await workshop.join('Maya', { role: 'facilitator', department: 'Benefits', browser: browserOptions })
  ana = await workshop.join('Ana', { department: 'Labor', browser: browserOptions })
})
test.afterAll(async () => {
  await workshop.end()
  await product.stop()
})

const idOf = (words: string): string => cards.get(words) ?? ''
const panelOf = (page: Page, title: string = QUESTION): Locator =>
  page.getByRole('complementary', { name: title, exact: true })
const rowOf = (panel: Locator, words: string): Locator => panel.getByRole('row').filter({ hasText: words })

async function opens(terms: object = {}): Promise<string> {
  const order = {
    type: 'round.open' as const,
    question: QUESTION,
    kind: 'note' as const,
    dotsPerPerson: 3,
    capPerCard: 2,
  }
  const { roundId = '' } = await voters.command({ ...order, ...terms })
  return roundId
}

async function adds(person: Person, words: string): Promise<void> {
  await panelOf(person.page)
    .getByRole('button', { name: `Add a dot to ${words}` })
    .click()
}

async function seesNoBarrier(page: Page): Promise<void> {
  // Of the panel; what is around it has stories of its own.
  const { violations } = await new AxeBuilder({ page }).include('.panel').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test.describe.configure({ mode: 'serial' })

test('the result opens for everybody, explains itself, and everybody can check it', async () => {
  const roundId = await opens()
  await adds(ana, STATUS)
  await adds(ana, STATUS)
  await adds(ana, FORMS)
  await expect(panelOf(ana.page)).toContainText('Saved. Your receipt:')
  let othersCode = ''
  for (const [at, name] of names.entries()) {
    const dots = at % 2 === 0 ? { [idOf(STATUS)]: 1, [idOf(LOGINS)]: 2 } : { [idOf(WAITS)]: 2, [idOf(FORMS)]: 1 }
    othersCode = await voters.vote(name, roundId, dots)
  }
  await voters.command({ type: 'round.close' })

  const panel = panelOf(ana.page)
  await expect(panel).toContainText(/Round 1, secret, closed at \d\d:\d\d\. 10 of 12 voted, 30 dots\./)
  await expect(panelOf(maya.page)).toContainText('10 of 12 voted')
  const ranking = panel.getByRole('table', { name: 'Ranking' })
  await expect(ranking.getByRole('rowheader')).toHaveText([/Several logins/, /Long waits/, /Status/, /Paper forms/])
  await expect(rowOf(ranking, LOGINS).getByRole('cell')).toHaveText(['1', /Defense \d+.*Others \d+/, '10', '5'])
  await expect(panel).toContainText(
    'Ties: higher severity first, then more distinct voters, then evidence, else a run-off.',
  )

  // Where the votes fell: small groups together, every field with its number.
  const heat = panel.getByRole('table', { name: 'Where the votes fell' })
  await expect(heat.getByRole('columnheader')).toHaveText(['Stage', /Defense$/, 'Others'])
  await expect(heat.getByRole('row', { name: /^Settling/ })).toHaveText(/Settling\D*\d+\D*\d+/)
  await expect(panel).toContainText('Benefits and Labor are shown together as Others')

  // One's own ballot by the code of this browser, somebody else's however it is typed, one that is none.
  const code = panel.getByRole('textbox', { name: 'Code of your ballot' })
  await expect(code).toHaveValue(/^\w{4}-\w{4}$/)
  await panel.getByRole('button', { name: 'Check' }).click()
  await expect(panel).toContainText('Counted as you cast it')
  await expect(panel.getByRole('listitem')).toHaveText([`2 ${STATUS}`, `1 ${FORMS}`])
  await code.fill(` ${othersCode.toLowerCase().replace('-', ' ')}`)
  await code.press('Enter')
  await expect(panel).toContainText('This ballot is in the list and counts')
  await code.fill('ZZZZ-ZZZZ')
  await code.press('Enter')
  await expect(panel).toContainText('This code is not in the list.')

  await panel.getByRole('button', { name: 'Recount all 10 ballots here' }).click()
  await expect(panel).toContainText('Equal: 10 ballots give the same ranking.')
  await panel.getByRole('button', { name: 'Show the ballots' }).click()
  await expect(panel.getByRole('table', { name: 'Published ballots' }).getByRole('row')).toHaveCount(11)
  const download = ana.page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Download the list' }).click()
  const list = await download
  expect(list.suggestedFilename()).toBe('ballots-round-1.json')
  // As a whole: the browser reads it after the click.
  const saved = JSON.parse(await readFile(await list.path(), 'utf8')) as { ballots: unknown[] }
  expect(saved.ballots).toHaveLength(10)
  await seesNoBarrier(ana.page)
  await expect(panel.getByRole('button', { name: /opportunit|Run-off|Sort lane/ })).toHaveCount(0)
  const drawn = await (await workshop.export('svg')).text()
  expect(drawn.includes('votes of round 1, secret.'), 'the drawn map says which vote its numbers are').toBe(true)
})

test('votes stand on the cards until somebody puts them away; the menu opens the result again', async () => {
  const pills = ana.page.locator('.vote-total')
  await expect(pills).toHaveCount(4)
  const panel = panelOf(ana.page)
  await panel.getByRole('switch', { name: 'Show votes on the map' }).click()
  await expect(pills).toHaveCount(0)
  await panel.getByRole('switch', { name: 'Show votes on the map' }).click()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toHaveCount(0)
  const [pill, card] = [await boxOf(pills.filter({ hasText: '10' }).locator('b')), await boxOf(ana.card(LOGINS))]
  expect(Math.abs(pill.x + pill.width - (card.x + card.width)), 'at the right corner').toBeLessThan(12)
  expect(Math.abs(pill.y - card.y), 'at the upper corner').toBeLessThan(16)
  await ana.chooses(ana.button('Menu'), 'Results')
  await expect(panel).toBeFocused()
  await ana.presses('Escape')
  await expect(panel).toHaveCount(0)
})

test('a facilitator makes opportunities, sorts the lane, and takes either back in one step', async () => {
  const panel = panelOf(maya.page)
  await seesNoBarrier(maya.page)
  const above = async (words: string, other: string) => {
    const [first, second] = [await boxOf(ana.card(words)), await boxOf(ana.card(other))]
    return first.y < second.y || (first.y === second.y && first.x < second.x)
  }
  expect(await above(LOGINS, 'Deadline pressure')).toBe(false)
  await panel.getByRole('button', { name: 'Sort lane by votes' }).click()
  await expect.poll(() => above(LOGINS, 'Deadline pressure')).toBe(true)
  expect(await above(LOGINS, FORMS)).toBe(true)

  const make = panel.getByRole('button', { name: 'Make opportunities of the top 3' })
  await make.click()
  await maya.seesCard(`How might we solve “${LOGINS}”?`)
  await expect(panel).toContainText('3 opportunities are on the map.')
  await panel.getByRole('button', { name: 'Undo' }).click()
  await expect(maya.card('How might we solve')).toHaveCount(0)
  await make.click()
  await ana.seesCard(`How might we solve “${LOGINS}”?`)
  await ana.seesCard(`How might we solve “${STATUS}”?`)
  await make.click()
  await expect(panel).toContainText('These opportunities are on the map already.')
})

test('notes merged after the vote are counted again, for everybody to see', async () => {
  await voters.edit((target) => {
    const [into, part] = [idOf(LOGINS), idOf(FORMS)] as CardId[]
    if (into && part) mergeCards(target, { id: 'merge1' as ClusterId, into, parts: [part] })
  })
  const panel = panelOf(maya.page)
  const merged = panel.getByRole('region', { name: 'Counted again after merging' })
  await expect(merged).toContainText(`“${FORMS}” is part of “${LOGINS}” since the vote.`)
  await expect(merged).toContainText(
    'Before: “Several logins” 10 votes from 5 voters and “Paper forms” 5 votes from 5 voters.',
  )
  await expect(merged).toContainText('Now: 15 votes from 10 voters.')
  await expect(rowOf(panel.getByRole('table', { name: 'Ranking' }), LOGINS)).toContainText('15')
  await panel.getByRole('button', { name: 'Recount all 10 ballots here' }).click()
  await expect(panel).toContainText('Equal: 10 ballots give the same ranking.')
  await expect(ana.page.locator('.vote-total').filter({ hasText: '15' })).toHaveCount(1)
  await seesNoBarrier(maya.page)
})

test('a tie is decided by a run-off with one press; every round can be looked at again', async () => {
  const roundId = await opens({ question: 'Which of two?', cardIds: [idOf(STATUS), idOf(WAITS)] })
  await voters.vote(names[0] ?? '', roundId, { [idOf(STATUS)]: 1, [idOf(WAITS)]: 1 })
  // Earlier votes would lead those who vote now.
  await expect(ana.page.locator('.vote-total')).toHaveCount(0)
  await voters.command({ type: 'round.close' })
  const tie = panelOf(maya.page, 'Which of two?')
  await expect(tie).toContainText('With 1 voter the totals give them away.')
  await expect(tie).toContainText('2 share rank 1 with 1 vote. Nothing in the tie rule tells them apart')
  await tie.getByRole('button', { name: 'Run-off' }).click()
  const ballot = panelOf(ana.page, 'Run-off: Which of two?')
  await ballot.getByRole('button', { name: `Add a dot to ${WAITS}` }).click()
  await expect(ballot).toContainText('Saved. Your receipt:')
  await voters.command({ type: 'round.close' })
  const result = panelOf(ana.page, 'Run-off: Which of two?')
  await expect(result).toContainText('Round 3, secret')
  await expect(result).toContainText('Run-off of round 2.')
  await expect(result.getByRole('rowheader').first()).toContainText(WAITS)
  await result.getByRole('combobox', { name: 'Round' }).selectOption({ label: `1. ${QUESTION}` })
  await expect(panelOf(ana.page)).toContainText('10 of 12 voted')
  await expect(ana.page.locator('.vote-total').filter({ hasText: '15' })).toHaveCount(1)
})

test('nobody voted: says so; the server’s refusal of a run-off is said where it was asked', async () => {
  await opens({ question: 'Anything?' })
  await voters.command({ type: 'round.close' })
  await expect(panelOf(maya.page, 'Anything?')).toContainText('Nobody has voted in this round.')
  await expect(panelOf(maya.page, 'Anything?').getByRole('table', { name: 'Ranking' })).toHaveCount(0)
  await panelOf(maya.page, 'Anything?')
    .getByRole('combobox', { name: 'Round' })
    .selectOption({ label: '2. Which of two?' })
  const tie = panelOf(maya.page, 'Which of two?')
  await voters.command({ type: 'workshop.close' })
  await expect(tie.getByRole('button', { name: 'Run-off' })).toHaveCount(0)
  await voters.command({ type: 'workshop.close', closed: false })
  await voters.edit(({ doc }) => {
    doc.getMap('cards').delete(idOf(STATUS))
    doc.getMap('cards').delete(idOf(WAITS))
  })
  await expect(maya.page.locator(`[data-shape-id="shape:${idOf(WAITS)}"]`)).toHaveCount(0)
  await tie.getByRole('button', { name: 'Run-off' }).click()
  await expect(tie.getByRole('alert')).toContainText('There are no cards to vote on.')
})

test('every round is in the file, those without votes too', async () => {
  const json = (await (await workshop.export('json')).json()) as { rounds: { tally: { voted: number } }[] }
  expect(json.rounds.map(({ tally }) => tally.voted)).toEqual([10, 1, 1, 0])
})
