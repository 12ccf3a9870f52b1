import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/findBrowser.mjs'

const browser = await findBrowser()
if (!browser) throw new Error('No Chromium or Chrome was found; `npm test` installs one.')

/**
 * Chromium's sandbox cannot be used by root, and several systems refuse it to a build that they did not install.
 * The pages are our own.
 */
const mayUseSandbox = process.getuid?.() !== 0 && browser.source === 'system'

/** Tests in real browsers against the really started product (`support/startProduct.ts`). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.results/playwright',
  reporter: [['list'], ['json', { outputFile: '.results/playwright.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  // A page with the canvas takes 5 to 10 s to be ready on a loaded machine with two cores.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: false,
  // Two processors and four browsers: a press now and then comes before the page is ready for it. `npm test` names these.
  retries: process.env['CI'] ? 2 : 0,
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      chromiumSandbox: mayUseSandbox,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
