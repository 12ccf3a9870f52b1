// Playwright's `test` with a started product. One server serves all tests of a worker; a test that kills the server
// starts its own with `startProduct`.
import { test as base } from '@playwright/test'
import { startProduct, type Product } from './startProduct.ts'

export const test = base.extend<object, { product: Product }>({
  product: [
    // Playwright reads the names of what a fixture needs out of this pattern, so it must stay, and stay empty.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker' },
  ],
})
export { expect } from '@playwright/test'
