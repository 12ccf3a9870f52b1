// Private writing with three people: nobody reads what another writes before the reveal, not on the wire either; it
// survives a reload, comes onto the map in one step, can be taken back, and waits for who was away.
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Phase } from '../../shared/workshop/agenda.ts'
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

/** Puts the workshop into the private phase of the ready-made hour, by the commands a facilitator's page sends. */
async function writePrivately(workshop: TestWorkshop, change: Partial<Phase>): Promise<void> {
  const at = `${product.origin}/api/workshops/${workshop.id}`
  const post = async (path: string, body: object, token = ''): Promise<{ token: string }> => {
    const headers = {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    }
    const response = await fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(response.ok).toBe(true)
    return (await response.json()) as { token: string }
  }
  const { token } = await post('/join', { key: workshop.keys.facilitator, name: 'Program' })
  const phases = readyAgenda(60).map((phase) => (phase.private ? { ...phase, ...change } : phase))
  await post('/commands', { type: 'agenda.set', phases }, token)
  const phaseId = phases.find((phase) => phase.private)?.id
  await post('/commands', { type: 'phase.goto', phaseId }, token)
}

/** Everything this page is sent over sockets and HTTP from now on, as text. */
function traffic(page: Page): () => Promise<string> {
  const texts: string[] = []
  const bodies: Promise<void>[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void texts.push(payload.toString()))
  })
  page.on('response', (response) => {
    const read = response.text().then(
      (text) => void texts.push(text),
      // Redirects and answers to pages that are gone have no body.
      () => undefined,
    )
    bodies.push(read)
  })
  return async () => {
    await Promise.all(bodies)
    return texts.join('\n')
  }
}

const strip = ({ page }: Person): Locator => page.getByRole('region', { name: 'Private writing' })
const blocks = ({ page }: Person): Locator => page.locator('.hidden-notes__block')
const privateCard = (person: Person, words: string): Locator =>
  person.card(words).filter({ has: person.page.locator('.board-card--private') })

test('people write on their own, and the reveal shows everything at once', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator', department: 'Sales' })
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben', { department: 'Sales' })
  await writePrivately(workshop, { reveal: 'names', placeholders: true })
  await expect(strip(anna)).toContainText('Only you see your notes until the reveal. Your name will be shown.')

  // Ben comes again, so that all his page is ever sent is heard.
  const heard = traffic(ben.page)
  await ben.page.reload()
  await ben.seesTheMap()

  await anna.writesCard('Awareness', 'Pains', 'Nobody answers the phone')
  await anna.writesCard('Awareness', 'Pains', 'Three forms')
  await anna.isSaved()
  await ben.writesCard('Purchase', 'Pains', 'Card refused')
  await expect(privateCard(anna, 'Nobody answers the phone')).toHaveCount(1)
  await expect(privateCard(ben, 'Card refused')).toHaveCount(1)
  for (const person of [maya, anna, ben]) await expect(strip(person)).toContainText('3 notes by 2 people, hidden')
  await expect(blocks(maya)).toHaveCount(3)
  await expect(blocks(ben)).toHaveCount(2)
  await expect(blocks(anna)).toHaveCount(1)
  await expect(
    ben.page.getByText('Awareness, Pains: 2 notes of others, hidden until the reveal', { exact: true }),
  ).toBeAttached()
  for (const person of [maya, anna]) expect(await violationsInBothLooks(person.page)).toEqual([])
  await expect(ben.card('Nobody answers the phone')).toHaveCount(0)
  await expect(maya.card('Nobody answers the phone')).toHaveCount(0)

  // Like every other card: moved, written on, undone.
  await anna.drags('Three forms', 'Purchase', 'Pains')
  await anna.seesCardIn('Three forms', 'Purchase', 'Pains')
  await anna.undoes()
  await anna.seesCardIn('Three forms', 'Awareness', 'Pains')
  await anna.renames('Three forms', 'Three long forms')
  await anna.isSaved()
  await anna.page.reload()
  await anna.seesTheMap()
  await expect(privateCard(anna, 'Three long forms')).toHaveCount(1)
  await expect(privateCard(anna, 'Nobody answers the phone')).toHaveCount(1)

  const sentToBen = await heard()
  expect(sentToBen).toContain('Awareness')
  for (const words of ['Nobody answers', 'Three forms', 'Three long forms']) expect(sentToBen).not.toContain(words)

  await strip(maya).getByRole('button', { name: 'Reveal 3 notes' }).click()
  await expect(maya.page.getByText('3 notes revealed.').first()).toBeVisible()
  for (const person of [maya, anna, ben]) {
    await person.seesCardIn('Three long forms', 'Awareness', 'Pains')
    await person.seesCardIn('Card refused', 'Purchase', 'Pains')
    await expect(person.page.locator('.board-card--private')).toHaveCount(0)
    await expect(blocks(person)).toHaveCount(0)
    await expect(strip(person)).toHaveCount(0)
  }
  await expect(ben.card('Nobody answers the phone').locator('.board-card__origin')).toHaveText('Anna')

  await maya.page.getByRole('button', { name: 'Undo', exact: true }).and(maya.page.locator('.toast__action')).click()
  await expect(privateCard(anna, 'Three long forms')).toHaveCount(1)
  await expect(ben.card('Three long forms')).toHaveCount(0)
  await expect(strip(maya).getByRole('button', { name: 'Reveal 3 notes' })).toBeVisible()
  await workshop.end()
})

test('who is away or in the middle of a sentence at the reveal loses nothing', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await writePrivately(workshop, { reveal: 'departments', placeholders: false })
  await expect(strip(anna)).toContainText('Your department will be shown.')
  await anna.writesCard('Awareness', 'Pains', 'Half a sentence')
  await anna.isSaved()
  await ben.goesOffline()
  await ben.writesCard('Purchase', 'Pains', 'Written in the train')

  await anna.opensForWriting('Half a sentence')
  await anna.presses('End')
  await strip(maya).getByRole('button', { name: 'Reveal 1 note' }).click()
  await maya.seesCard('Half a sentence')
  await anna.page.keyboard.type(' and the other')
  await anna.presses('Enter')
  await maya.seesCard('Half a sentence and the other')
  await anna.seesCardIn('Half a sentence and the other', 'Awareness', 'Pains')
  await expect(anna.page.locator('.board-card--private')).toHaveCount(0)

  await ben.comesBackOnline()
  await maya.seesCardIn('Written in the train', 'Purchase', 'Pains')
  await expect(maya.card('Written in the train').locator('.board-card__origin')).toHaveText('Came later')
  await expect(ben.page.getByText('Your note came later and is on the map now.').first()).toBeVisible()
  await expect(privateCard(ben, 'Written in the train')).toHaveCount(0)
  await ben.seesCard('Written in the train')

  const carl = await workshop.join('Carl')
  await carl.seesCard('Half a sentence and the other')
  await workshop.end()
})

test('the strip covers no head of a map that lies right below the bar, and gives the place back', async ({
  browser,
}) => {
  const workshop = await startWorkshop(browser, product)
  // Narrower than what a story shows everything in: the map lies as it was opened, below the bar.
  const anna = await workshop.join('Anna', { browser: { viewport: { width: 880, height: 700 } } })
  const maya = await workshop.join('Maya', { role: 'facilitator' })
  const head = anna.page.getByText('Whose journey is it?')
  const before = await boxOf(head)
  await writePrivately(workshop, { reveal: 'names', placeholders: false })
  await expect(strip(anna)).toBeVisible()
  const band = await boxOf(strip(anna))
  await expect.poll(async () => (await boxOf(head)).y).toBeGreaterThanOrEqual(band.y + band.height)
  await maya.button('Next: Group').click()
  await expect(strip(anna)).toHaveCount(0)
  await expect.poll(async () => (await boxOf(head)).y).toBeCloseTo(before.y, 0)
  await workshop.end()
})
