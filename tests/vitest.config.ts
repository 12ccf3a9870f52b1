import { defineConfig } from 'vitest/config'
import { fontMetricsPlugin } from '../client/fontMetricsPlugin.ts'

/** Unit, property and server tests. Browser tests run under Playwright (`tests/playwright.config.ts`). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [fontMetricsPlugin()],
  cacheDir: '../.cache/vitest',
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is polled comes when it comes: a second, the default, would time the machine.
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
})
