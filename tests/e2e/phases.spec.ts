// The canvas obeys the phase: what does not apply is not offered, what is tried anyway says why, what is under way when
// rights change is put back or kept. Phases are set over HTTP; the bar has stories of its own.
import { type Browser, expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { boxOf, middleOf, type Person } from './Person.ts'
import { startWorkshop, type TestWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const voting = 'This phase is for voting. '

test('in a phase for voting a participant has no tools for cards, and is told when it is tried anyway', async ({
  browser,
}) => {
  const { workshop, maya, ben, goTo } = await twoAtWork(browser)
  await ben.writesCard('Purchase', 'Touchpoints', 'Web shop')
  await expect(ben.button('Touchpoint')).toBeVisible()
  // Before the first phase everybody is asked for feelings; now nobody is, and the facilitator still finds the points.
  const asksForFeelings = ({ page }: Person) => page.locator('.emotion-curve__hint')
  for (const person of [maya, ben]) await expect(asksForFeelings(person)).toBeVisible()
  await goTo('Vote')
  for (const person of [maya, ben]) await expect(asksForFeelings(person)).toHaveCount(0)
  const point = maya.page.getByRole('slider', { name: 'How Awareness feels to you' })
  expect(await colorOf(point.locator('.own-point__ring'), 'opacity')).toBe('0')
  await point.focus()
  await expect.poll(() => colorOf(point.locator('.own-point__ring'), 'opacity')).toBe('1')

  for (const name of ['Touchpoint', 'Action', 'Thought', 'Draw', 'More tools', 'Add stage'])
    await expect(ben.button(name)).toHaveCount(0)
  await expect(ben.button('Select')).toBeVisible()
  await expect(maya.button('Touchpoint')).toBeVisible()

  // Cards outside the phase are quiet and still there to be read.
  const card = ben.card('Web shop').locator('.board-card')
  await expect.poll(() => colorOf(card, 'boxShadow')).toBe('none')
  expect(await colorOf(card, 'color')).toBe(await tokenColor(ben, '--ink-3'))

  await ben.selectsNothing()
  await ben.presses('t')
  await sees(ben, `${voting}Touchpoints can be added again`)
  await ben.presses('d')
  await sees(ben, `${voting}Drawing is possible again in Act.`)
  await expect(ben.button('Select')).toHaveAttribute('aria-pressed', 'true')

  // Neither the hand, nor a double click, nor a key moves, opens or deletes it.
  const before = await boxOf(ben.card('Web shop'))
  await ben.drags('Web shop', 'Awareness', 'Touchpoints')
  await sees(ben, `${voting}Cards can be changed again in Act.`)
  await ben.doubleClicks(ben.card('Web shop'))
  await expect(ben.writing).toHaveCount(0)
  await ben.presses('Delete')
  await pastes(ben, 'Call centre')
  expect(await boxOf(ben.card('Web shop'))).toEqual(before)
  await expect(ben.card('Call centre')).toHaveCount(0)

  // It is said again each time, and taken again as soon as the phase is another.
  await goTo('Act')
  await expect(ben.button('Action card')).toHaveCount(0)
  await ben.drags('Web shop', 'Awareness', 'Touchpoints')
  await maya.seesCardIn('Web shop', 'Awareness', 'Touchpoints')
  await workshop.end()
})

test('own pains in a phase for pains, and nobody else’s; a drag in the hand is put back', async ({ browser }) => {
  const { workshop, maya, ben, goTo, does } = await twoAtWork(browser)
  await maya.writesCard('Purchase', 'Pains', 'Paper forms')
  await does({ type: 'agenda.set', phases: readyAgenda(60).map((phase) => ({ ...phase, private: false })) })
  // A pointer that rests on a place which the next phase does not offer finds the places that it does.
  const touchpoints = await ben.cell('Awareness', 'Touchpoints')
  await ben.page.mouse.move(touchpoints.x, touchpoints.y)
  const place = middleOf(await boxOf(ben.page.locator('.cell-button')))
  await ben.page.mouse.move(place.x, place.y)
  await goTo('Pains')

  // One type of note has one button of its own, and only its lane offers a place.
  await expect(ben.button('Touchpoint')).toHaveCount(0)
  await expect(ben.button('Pain')).toBeVisible()
  await ben.page.mouse.move(touchpoints.x, touchpoints.y)
  await expect(ben.page.locator('.cell-button')).toHaveCount(0)
  await ben.writesCard('Awareness', 'Pains', 'Long waits')
  await ben.renames('Long waits', 'Long waits without word')
  await maya.seesCard('Long waits without word')

  await ben.drags('Paper forms', 'Awareness', 'Pains')
  await sees(ben, 'does not take that. Cards can be changed again in Group.')
  await maya.seesCardIn('Paper forms', 'Purchase', 'Pains')

  // The phase changes with Ben's own card in his hand.
  await ben.takes('Long waits without word', await ben.cell('Purchase', 'Pains'))
  await expect(ben.page.locator('.landing__slot')).toBeVisible()
  await goTo('Vote')
  await sees(ben, `${voting}Cards can be changed again in Act. It is back in its place.`)
  await expect(ben.page.locator('.landing__slot')).toHaveCount(0)
  await ben.letsGo()
  for (const person of [maya, ben]) await person.seesCardIn('Long waits without word', 'Awareness', 'Pains')

  // A tool in the hand is put down.
  await goTo('Pains')
  await ben.button('Pain').click()
  await expect(ben.button('Pain')).toHaveAttribute('aria-pressed', 'true')
  await goTo('Vote')
  await expect(ben.button('Select')).toHaveAttribute('aria-pressed', 'true')
  await workshop.end()
})

test('writing goes on when the phase ends: at first onto the board, then aside, and no word is lost', async ({
  browser,
}) => {
  const { workshop, maya, ben, goTo } = await twoAtWork(browser)
  await ben.writesCard('Purchase', 'Touchpoints', 'Web shop')
  await ben.opensForWriting('Web shop')
  await ben.page.keyboard.press('End')
  await goTo('Vote')
  // In one go: the grace is the server's clock, and letter by letter a loaded machine may be slower than that.
  await ben.page.keyboard.insertText(' with help')
  await maya.seesCard('Web shop with help')
  await sees(ben, 'what you add now is kept aside')
  await ben.page.keyboard.insertText(' by chat')
  await ben.presses('Enter')
  await maya.seesCard('Web shop with help')
  await expect(maya.card('by chat')).toHaveCount(0)

  await ben.button('Show').click()
  await expect(ben.page.getByRole('dialog', { name: 'Kept aside' })).toContainText('Web shop with help by chat')
  await workshop.end()
})

test('a locked card stays where it is for all but facilitators, among others too', async ({ browser }) => {
  const { workshop, maya, ben } = await twoAtWork(browser)
  await ben.writesCard('Purchase', 'Touchpoints', 'Web shop')
  await ben.writesCard('Consideration', 'Touchpoints', 'Call centre')
  await maya.selects('Web shop')
  await maya.button('Lock').click()
  const badge = ben.card('Web shop').locator('.lock-badge')
  await expect(badge).toHaveAttribute('title', 'Maya locked this card.')
  const [corner, card] = [await boxOf(badge), await boxOf(ben.card('Web shop'))]
  expect(corner.y).toBeLessThan(card.y)
  expect(corner.x + corner.width).toBeGreaterThan(card.x + card.width)

  await ben.drags('Web shop', 'Awareness', 'Touchpoints')
  await sees(ben, 'Maya locked this card.')
  await ben.selectsNothing()
  await ben.doubleClicks(ben.card('Web shop'))
  await expect(ben.writing).toHaveCount(0)

  // Of several the others go.
  await ben.selectsNothing()
  await ben.selects('Web shop', 'Call centre')
  await ben.takesHold(middleOf(await boxOf(ben.card('Call centre'))), await ben.cell('Awareness', 'Touchpoints'))
  await ben.letsGo()
  for (const person of [maya, ben]) {
    await person.seesCardIn('Call centre', 'Awareness', 'Touchpoints')
    await person.seesCardIn('Web shop', 'Purchase', 'Touchpoints')
  }
  await ben.presses('Delete')
  await expect(maya.card('Call centre')).toHaveCount(0)
  await expect(ben.card('Web shop')).toHaveCount(1)

  // The facilitator moves it as it is, and unlocks it by key.
  await maya.drags('Web shop', 'Awareness', 'Touchpoints')
  await ben.seesCardIn('Web shop', 'Awareness', 'Touchpoints')
  await maya.presses('ControlOrMeta+Shift+l')
  await expect(badge).toHaveCount(0)
  await ben.drags('Web shop', 'Purchase', 'Touchpoints')
  await maya.seesCardIn('Web shop', 'Purchase', 'Touchpoints')
  await workshop.end()
})

async function sees(person: Person, sentence: string): Promise<void> {
  await expect(person.page.getByText(sentence).first()).toBeVisible()
}

async function pastes(person: Person, text: string): Promise<void> {
  await person.page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
}

function colorOf(card: ReturnType<Person['card']>, property: 'color' | 'boxShadow' | 'opacity'): Promise<string> {
  return card.evaluate((element, name) => getComputedStyle(element)[name], property)
}

/** A colour of the tokens as the browser says it. */
function tokenColor({ page }: Person, token: string): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = `var(${name})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, token)
}

type Command = { readonly type: string } & Readonly<Record<string, unknown>>

interface AtWork {
  readonly workshop: TestWorkshop
  /** Facilitates. */
  readonly maya: Person
  readonly ben: Person
  readonly does: (command: Command) => Promise<void>
  readonly goTo: (phase: string) => Promise<void>
}

async function twoAtWork(browser: Browser): Promise<AtWork> {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const ben = await workshop.join('Ben', { department: 'Operations' })
  const does = (command: Command) => workshop.command(command)
  const phases = readyAgenda(60)
  await does({ type: 'agenda.set', phases })
  const goTo = (name: string) =>
    does({ type: 'phase.goto', phaseId: phases.find((phase) => phase.name === name)?.id ?? name })
  return { workshop, maya, ben, does, goTo }
}
