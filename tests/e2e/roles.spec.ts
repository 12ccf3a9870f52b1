// What a role may do is decided by the server and shown by the page.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('a viewer sees everything live and changes nothing', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const viewer = await workshop.join('Viewer', { role: 'viewer' })
  await anna.writesCard('Awareness', 'Pains', 'Seen live')
  await expect(viewer.card('Seen live')).toHaveCount(1)
  await viewer.card('Seen live').dblclick()
  await viewer.page.keyboard.type('tampered')
  await viewer.page.keyboard.press('Delete')
  await viewer.page.keyboard.press('t')
  await expect(viewer.page.locator('.tl-shape textarea')).toHaveCount(0)
  await expect(viewer.page.getByRole('button', { name: /Touchpoint/ })).toHaveCount(0)
  await expect(anna.card('Seen live')).toHaveCount(1)
  await viewer.leaves()
  await anna.leaves()
})
