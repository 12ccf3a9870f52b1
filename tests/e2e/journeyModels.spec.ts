// Customer journey models (CJML): out of one workshop and into the next, looked at before anything happens, and taken back
// without taking what others have written.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import type { Person } from './Person.ts'
import { PhonePerson, phoneScreen } from './PhonePerson.ts'
import { startWorkshop } from './TestWorkshop.ts'

const realInput = fileURLToPath(new URL('../fixtures/leaving-military-service.json', import.meta.url))

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

async function choosesModel(person: Person, name: string, text: string): Promise<void> {
  await person.page
    .getByRole('dialog', { name: 'Import a file' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) })
}

test('a map goes to modelling tools and comes into a new workshop with the same stages and cards', async ({
  browser,
}) => {
  const model = await modelOf(realInput)
  const workshop = await startWorkshop(browser, product, { title: 'The next one' })
  const cleo = await workshop.join('Cleo', { role: 'facilitator' })
  const dora = await workshop.join('Dora')
  await cleo.chooses(cleo.button('Menu'), 'Import…')
  const dialog = cleo.page.getByRole('dialog', { name: 'Import a file' })
  await choosesModel(cleo, 'plan.cjml.xml', model)
  await expect(dialog.getByText(/^1 journey, 4 stages, \d+ cards\.$/)).toBeVisible()
  await expect(dora.card('Status cannot be seen'), 'nothing has happened yet').toHaveCount(0)
  await dialog.getByText('Replace the board', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await cleo.page.getByRole('dialog').getByRole('button', { name: 'Replace the board' }).click()
  for (const person of [cleo, dora]) {
    // The map of before has gone by then: names of stages are read one after the other.
    await person.seesCardIn('Status cannot be seen', 'Settling', 'Pains')
    await person.seesCardIn('Final medical exam', 'Separating', 'Touchpoints')
    expect(await person.stageNames()).toEqual(['Preparing', 'Separating', 'Settling', 'Thriving'])
  }
  // Every stage, card and feeling that the model holds.
  expect(await (await workshop.export('cjml')).text()).toBe(model)
  await workshop.end()
})

/** What the export of a workshop with this file is, made without a browser. */
async function modelOf(file: string): Promise<string> {
  const post = async <T>(path: string, body: string, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    return (await (
      await fetch(`${product.origin}/api/workshops${path}`, { method: 'POST', headers, body })
    ).json()) as T
  }
  const { id, keys } = await post<{ id: string; keys: { facilitator: string } }>('', JSON.stringify({ title: 'First' }))
  const { token } = await post<{ token: string }>(
    `/${id}/join`,
    JSON.stringify({ key: keys.facilitator, name: 'Anna' }),
  )
  await post(`/${id}/import/json?mode=replace`, await readFile(file, 'utf8'), token)
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${product.origin}/api/workshops/${id}/export/cjml`, { headers })).text()
}

test('an import is taken back with one press, and what somebody has written in it since stays', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna', { role: 'facilitator' })
  const ben = await workshop.join('Ben')
  const action = (words: string) =>
    `<actualAction><belongsTo phaseIDref="P1"/><initiator><refersTo actorIDref="U1"/><initiatorLabel>${words}</initiatorLabel></initiator></actualAction>`
  const model = `<CJML version="2.0"><actualJourney><journeyPhases><journeyPhase phaseID="P1"><phaseName>Parking</phaseName></journeyPhase></journeyPhases>
    <journeyStatus>done</journeyStatus>
    <actors><endUser actorID="U1"/></actors><touchpoints>${action('Finds a place')}${action('Pays')}</touchpoints></actualJourney></CJML>`
  await anna.chooses(anna.button('Menu'), 'Import…')
  const dialog = anna.page.getByRole('dialog', { name: 'Import a file' })
  await choosesModel(anna, 'parking.xml', model.replace('"P1"/>', '"P2"/>'))
  await expect(dialog.getByRole('listitem')).toHaveText(['Line 3, column 72: The journey has no phase ‘P2’.'])
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  // The same file, mended.
  await choosesModel(anna, 'parking.xml', model)
  await expect(dialog.getByRole('listitem')).toHaveText(['Line 2, column 5: ‘journeyStatus’ is not brought in.'])
  expect((await new AxeBuilder({ page: anna.page }).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(anna.page.getByText('1 journey with 2 cards imported.', { exact: true })).toBeVisible()
  await expect(ben.page.getByText('Anna imported a file.').first()).toBeVisible()
  await ben.showsEverything()
  await ben.renames('Pays', 'Pays twice')
  await ben.isSaved()
  await expect(anna.card('Pays twice')).toHaveCount(1)

  await anna.button('Undo').and(anna.page.locator('.toast__action')).click()
  await expect(
    anna.page.getByText('The import is taken back. 1 card that others wrote in stays.', { exact: true }),
  ).toBeVisible()
  await expect(ben.page.getByText('Anna took an import back.').first()).toBeVisible()
  for (const person of [anna, ben]) {
    await expect(person.card('Finds a place')).toHaveCount(0)
    await expect(person.card('Pays twice')).toHaveCount(1)
    await expect.poll(() => person.stageNames()).toContain('Parking')
  }
  await workshop.end()
})

test('a phone is told when somebody brings a file in and takes it back', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const context = await browser.newContext(phoneScreen)
  const ben = new PhonePerson('Ben', context, await context.newPage())
  await ben.joins(`${product.origin}/w/${workshop.id}#${workshop.keys.participant}`)
  const at = `${product.origin}/api/workshops/${workshop.id}`
  const post = async (path: string, body: string, token = '') => {
    const answer = await fetch(at + path, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body })
    return (await answer.json()) as Record<string, string>
  }
  const { token } = await post('/join', JSON.stringify({ key: workshop.keys.facilitator, name: 'Lead' }))
  const { changeId } = await post('/import/md', '# Awareness\n- Too many forms', token)
  await expect(ben.page.getByText('Lead imported a file.')).toBeVisible()
  await expect(ben.row('Too many forms')).toBeVisible()
  await post('/commands', JSON.stringify({ type: 'change.undo', changeId }), token)
  await expect(ben.page.getByText('Lead took an import back.')).toBeVisible()
  await expect(ben.row('Too many forms')).toHaveCount(0)
  await ben.leaves()
  await workshop.end()
})
