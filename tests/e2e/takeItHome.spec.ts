// One workshop from its first phase to the day after, by hand in real browsers: an agenda, private writing, a reveal, a
// secret vote, an action with owner, date and KPI, a review date. Then everything is taken home: every format through the
// dialog, the recap, and the lossless file into a new workshop, where the map is the same.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { catalog, type FormatName, formatNames } from '../../shared/export/catalog.ts'
import { lostIn, type LossSubject } from '../../shared/export/losses.ts'
import { parseCsv } from '../support/parseCsv.ts'
import { readWorkbook } from '../support/readWorkbook.ts'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { replacesTheBoard } from './replacesTheBoard.ts'
import { opensTheExport, takes, textIn } from './takeHome.ts'
import { startWorkshop } from './TestWorkshop.ts'
import { wordsInFile } from './wordsInFile.ts'

const QUESTION = 'Which pains should we solve first?'
const [CALLS, FORMS, PRICES] = ['Nobody calls back', 'Three forms, one answer', 'Prices differ by shop'] as const
const OPPORTUNITY = `How might we solve “${CALLS}”?`
const ACTION = 'Name one person per order'
const OWNER = 'Ruth Okafor'
const KPI = 'Calls returned'
const FEW = 'With 3 voters the totals can give people away.'

/** What must be readable in a file, unless its list of losses says that it is not carried. */
const facts: readonly { readonly subject: LossSubject; readonly words: readonly RegExp[] }[] = [
  { subject: 'title', words: [wordsOf('Ordering by phone')] },
  { subject: 'stages', words: [wordsOf('Awareness'), wordsOf('Advocacy')] },
  { subject: 'touchpoints', words: [wordsOf('Hotline'), wordsOf('Leaflet'), wordsOf('Invoice')] },
  { subject: 'notes', words: [wordsOf(CALLS), wordsOf(FORMS), wordsOf(PRICES)] },
  { subject: 'kpis', words: [wordsOf(KPI)] },
  { subject: 'opportunities', words: [wordsOf(OPPORTUNITY)] },
  { subject: 'actions', words: [wordsOf(ACTION)] },
  { subject: 'owners', words: [wordsOf(OWNER), dayOf('2027-01-29', '29 Jan')] },
  { subject: 'review', words: [dayOf('2027-03-01', '1 Mar')] },
]

/** Where the votes stand in each file: the winner has 4 of the 6 dots, the others one each. */
const votes: Partial<Record<FormatName, (file: Buffer) => void>> = {
  pdf: (file) => expect(wordsInFile('pdf', file)).toMatch(/2of3voted,6dots/),
  pptx: (file) => expect(wordsInFile('pptx', file)).toMatch(/Nobodycallsback.{0,80}?4/),
  md: (file) => expect(file.toString()).toMatch(/^\| 1 \|.*Nobody calls back.*\| 4 \|/m),
  svg: (file) => expect(wordsInFile('svg', file)).toMatch(/votesofround1,secret\./),
  xlsx: (file) =>
    expect(rankingIn(readWorkbook(new Uint8Array(file)).get('vote_results')?.rows ?? [])).toEqual(RANKING),
  csv: (file) => expect(rankingIn(parseCsv(textIn(file, 'vote_results.csv')))).toEqual(RANKING),
  xes: (file) => expect(wordsInFile('xes', file)).toContain('Nobodycallsback'),
  json: (file) => {
    const { rounds } = JSON.parse(file.toString()) as WorkshopFile
    expect(rounds).toMatchObject([{ tally: { voted: 2, dots: 6 }, ballots: [{ voterId: null }, { voterId: null }] }])
  },
}
const RANKING = ['4', '1', '1']

/** A whole workshop, sixteen files and an import, on two processors. */
const WHOLE_STORY_MS = 360_000

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a workshop is run to its end, taken home in every format, and opened again as it was', async ({ browser }) => {
  test.setTimeout(WHOLE_STORY_MS)
  const workshop = await startWorkshop(browser, product, { title: 'Ordering by phone' })
  const maya = await workshop.join('Maya', { role: 'facilitator', department: 'Service' })
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })
  const everybody = [maya, anna, ben]

  await test.step('the room builds the map', async () => {
    await maya.button('Plan the agenda').click()
    await maya.page.getByText('60 min', { exact: true }).click()
    await maya.button('Use this agenda').click()
    await maya.button('Start: Welcome').click()
    await goesOn(maya, 'Build the map', everybody)
    await anna.writesCard('Purchase', 'Touchpoints', 'Hotline')
    await ben.writesCard('Awareness', 'Touchpoints', 'Leaflet')
    await ben.writesCard('Advocacy', 'Touchpoints', 'Invoice')
  })
  await test.step('writes on its own, and sees everything at once', async () => {
    await goesOn(maya, 'Pains', everybody)
    for (const { page } of everybody) await expect(page.getByRole('region', { name: 'Private writing' })).toBeVisible()
    await anna.writesCard('Purchase', 'Pains', CALLS)
    await ben.writesCard('Awareness', 'Pains', FORMS)
    await ben.writesCard('Advocacy', 'Pains', PRICES)
    for (const person of [anna, ben]) await person.isSaved()
    await expect(maya.page.getByText('3 notes by 2 people, hidden')).toBeVisible()
    for (const [person, words] of [
      [maya, CALLS],
      [anna, FORMS],
      [ben, CALLS],
    ] as const)
      await expect(person.card(words)).toHaveCount(0)
    await maya.button('Next: Group').click()
    await maya.page.getByRole('dialog').getByRole('button', { name: 'Reveal 3 notes and go on' }).click()
    for (const person of everybody) for (const words of [CALLS, FORMS, PRICES]) await person.seesCard(words)
  })
  await test.step('votes in secret', async () => {
    await goesOn(maya, 'Vote', everybody)
    await maya.button('Start a vote…').click()
    await maya.page.getByRole('dialog').getByLabel('Dots per person', { exact: true }).fill('3')
    await expect(maya.page.getByRole('dialog')).toContainText(FEW)
    await maya.page.getByRole('dialog').getByRole('button', { name: 'Start the vote on 3 cards' }).click()
    for (const person of everybody) await expect(panel(person)).toContainText(FEW)
    await places(anna, CALLS, CALLS, FORMS)
    await places(ben, CALLS, CALLS, PRICES)
    await panel(maya).getByRole('button', { name: 'End the vote' }).click()
    await maya.page.getByRole('dialog').getByRole('button', { name: 'End the vote' }).click()
    await expect(panel(ben).getByRole('table', { name: 'Ranking' }).getByRole('rowheader').first()).toContainText(CALLS)
  })
  await test.step('and decides what happens next', async () => {
    await panel(maya)
      .getByRole('button', { name: /^Make .*opportunit/ })
      .click()
    await goesOn(maya, 'Act', everybody)
    await anna.seesCard(OPPORTUNITY)
    await plansTheAction(anna)
    await maya.seesCard(OWNER)
    await setsTheReview(maya)
    await maya.button('End agenda').click()
    await maya.page.getByRole('dialog').getByRole('button', { name: 'End agenda' }).click()
    await expect(ben.page.getByRole('link', { name: 'Open the recap' })).toBeVisible()
  })

  const files = await test.step('Ben takes every file', () => takesEveryFile(ben))
  for (const format of formatNames) holdsTheWorkshop(format, files.get(format) ?? Buffer.of())
  expect(await pixelsOf(ben.page, files.get('png'))).toBeGreaterThan(500)

  await test.step('and reads the recap', async () => {
    await ben.page.keyboard.press('Escape')
    const opened = ben.context.waitForEvent('page')
    await ben.page.getByRole('link', { name: 'Open the recap' }).click()
    await recapTellsIt(await opened)
  })
  await test.step('the lossless file in a new workshop is the same map', async () => {
    const another = await startWorkshop(browser, product, { title: 'The week after', template: 'blank' })
    const cleo = await another.join('Cleo', { role: 'facilitator' })
    const json = files.get('json') ?? Buffer.of()
    await replacesTheBoard(cleo, { name: 'home.json', mimeType: 'application/json', buffer: json })
    await cleo.seesCardIn(ACTION, 'Purchase', 'Opportunities')
    await cleo.showsEverything()
    expect(await whereCardsLie(cleo)).toEqual(await whereCardsLie(ben))
    expect(await cleo.stageNames()).toEqual(await ben.stageNames())
    expect(await cleo.laneNames()).toEqual(await ben.laneNames())
    expect(modelOf(await (await another.export('json')).text())).toEqual(modelOf(json.toString()))
    expect(await (await another.export('svg')).text()).toBe(files.get('svg')?.toString())
    await another.end()
  })
  await workshop.end()
})

interface WorkshopFile {
  readonly rounds: readonly object[]
}

// What they do

async function goesOn(maya: Person, phase: string, everybody: readonly Person[]): Promise<void> {
  await maya.button(`Next: ${phase}`).click()
  for (const { page } of everybody)
    await expect(page.getByRole('banner', { name: 'Workshop' }).locator('[aria-current="step"]')).toContainText(phase)
}

const panel = ({ page }: Person): Locator => page.getByRole('complementary', { name: QUESTION, exact: true })

async function places(person: Person, ...dots: string[]): Promise<void> {
  for (const card of dots)
    await panel(person)
      .getByRole('button', { name: `Add a dot to ${card}` })
      .click()
  await expect(panel(person).getByText(/^Saved\. Your receipt: /)).toBeVisible()
  await panel(person).getByRole('button', { name: 'I’m done' }).click()
}

/** A KPI, and an action that names it, who does it and until when. */
async function plansTheAction(person: Person): Promise<void> {
  await person.writesCard('Purchase', 'KPI', KPI)
  const { x, y } = await person.cell('Purchase', 'Opportunities')
  await person.page.mouse.move(x, y)
  await person.presses('x')
  await person.writes(ACTION)
  await person.clicks(person.card(ACTION))
  const cardBar = person.page.getByRole('toolbar', { name: 'Card' })
  await cardBar.getByText('Owner').click()
  const form = person.page.locator('.card-details')
  await expect(form.getByLabel('Owner', { exact: true })).toBeFocused()
  await person.page.keyboard.type(OWNER)
  await cardBar.getByText('Due').click()
  await expect(form.getByLabel('Due', { exact: true })).toBeFocused()
  await person.page.keyboard.type('01292027')
  await expect(cardBar).toContainText(`Owner: ${OWNER}Due: 29 January`)
  await form.getByLabel('KPI', { exact: true }).selectOption({ label: KPI })
  await form.getByRole('button', { name: 'Close' }).click()
  await person.isSaved()
}

async function setsTheReview(maya: Person): Promise<void> {
  await maya.chooses(maya.page.getByRole('banner').getByRole('button', { name: 'Menu' }), 'Workshop settings')
  const dialog = maya.page.getByRole('dialog')
  await dialog.getByLabel('Next review of the actions').fill('2027-03-01')
  await maya.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

async function takesEveryFile(person: Person): Promise<ReadonlyMap<FormatName, Buffer>> {
  await opensTheExport(person)
  const files = new Map<FormatName, Buffer>()
  for (const { name, label, group } of catalog)
    files.set(name, group === 'Work items' ? await takes(person, group, label) : await takes(person, label))
  return files
}

// What is to be found

function holdsTheWorkshop(format: FormatName, file: Buffer): void {
  const lost = lostIn(format)
  const text = wordsInFile(format, file)
  for (const { subject, words } of format === 'png' ? [] : facts)
    for (const pattern of words) {
      if (lost.has(subject)) continue
      expect(text, `${format}: ${subject}`).toMatch(pattern)
    }
  // Pictures aside, whoever carries votes is looked into.
  if (format !== 'png') expect(votes[format] !== undefined, `${format}: votes`).toBe(!lost.has('votes'))
  votes[format]?.(file)
}

async function recapTellsIt(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Ordering by phone', level: 1 })).toBeVisible()
  await expect(page.getByText('We look at it again on 1 March 2027')).toBeVisible()
  await expect(page.getByText('2 of 3 voted, 6 dots cast.')).toBeVisible()
  await expect(
    page.getByRole('row').filter({ hasText: CALLS }).getByRole('cell', { name: '4', exact: true }),
  ).toBeVisible()
  const action = page.getByRole('row').filter({ hasText: ACTION })
  for (const words of [OWNER, KPI, '29 January 2027']) await expect(action).toContainText(words)
}

/** By their words: where each card lies within the map, in thousandths of its width and height. */
async function whereCardsLie(person: Person): Promise<Record<string, readonly number[]>> {
  const frame = await person.map.boundingBox()
  const places: Record<string, readonly number[]> = {}
  for (const card of await person.cards.all()) {
    const box = await card.boundingBox()
    if (!box || !frame) continue
    const share = (at: number, from: number, length: number): number => Math.round(((at - from) / length) * 200)
    places[await wordsOn(card)] = [share(box.x, frame.x, frame.width), share(box.y, frame.y, frame.height)]
  }
  return places
}

/** All of the file but who was there, which is another workshop's own, and the hash, which counts them in. */
function modelOf(json: string): object {
  const {
    workshop: _host,
    participation: _people,
    facilitators: _hosts,
    authors: _writers,
    sha256: _hash,
    ...model
  } = JSON.parse(json) as Record<string, unknown>
  expect(Object.keys(model)).toEqual(expect.arrayContaining(['journeys', 'freeCards', 'clusters', 'rounds']))
  return model
}

/** Without the name of who wrote it, which the room was shown. */
function wordsOn(card: Locator): Promise<string> {
  return card.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    copy.querySelector('.board-card__origin')?.remove()
    return copy.textContent
  })
}

/** Width of a picture as the browser decodes it; 0 if it does not. */
async function pixelsOf(page: Page, picture: Buffer | undefined): Promise<number> {
  return page.evaluate(
    async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      return image.naturalWidth
    },
    picture?.toString('base64') ?? '',
  )
}

function wordsOf(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.?+*()]/g, String.raw`\$&`).replaceAll(/\s+/g, ''))
}

/** As machines write it or as people do. */
function dayOf(iso: string, spoken: string): RegExp {
  return new RegExp(`${iso}|${spoken.replaceAll(' ', '')}|${serialOf(iso)}`)
}

/** The number that is this day in a workbook: days since the end of 1899. */
function serialOf(iso: string): number {
  return Date.parse(iso) / 86_400_000 + 25_569
}

function rankingIn(rows: readonly (readonly unknown[])[]): string[] {
  const column = rows[0]?.indexOf('votes') ?? -1
  return rows.slice(1).map((row) => String(row[column]))
}
