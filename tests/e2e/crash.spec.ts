// The server is killed with SIGKILL while people work: what was shown as saved is there afterwards, what was not yet
// saved is sent again by the browsers.
import { expect, test } from '@playwright/test'
import { startProduct } from '../support/startProduct.ts'
import { startWorkshop } from './TestWorkshop.ts'

/** A browser tries again after a random pause that grows up to half a minute. */
const RECONNECT = { timeout: 60_000 }

test('the server is killed in the middle: nothing that was shown as saved is lost', async ({ browser }) => {
  const product = await startProduct()
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  await anna.writesCard('Awareness', 'Pains', 'Before the crash')
  await ben.seesCard('Before the crash')
  await anna.isSaved()

  await product.killHard()
  await expect(anna.status('Offline')).toBeVisible(RECONNECT)
  await expect(ben.status('Offline')).toBeVisible(RECONNECT)
  await anna.writesCard('Purchase', 'Pains', 'During the crash')
  await ben.renames('Before the crash', 'Before and during')
  await product.restart()

  await expect(ben.card('During the crash')).toHaveCount(1, RECONNECT)
  await expect(anna.card('Before and during')).toHaveCount(1, RECONNECT)
  for (const person of [anna, ben]) await person.isSaved()

  // Killed again at once: what the two were told is on the disk.
  await product.killHard()
  await product.restart()
  const chris = await workshop.join('Chris')
  await chris.seesCardIn('Before and during', 'Awareness', 'Pains')
  await chris.seesCardIn('During the crash', 'Purchase', 'Pains')
  await workshop.end()
  expect(await product.stop()).toBe(0)
})
