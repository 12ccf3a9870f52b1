// What every page of a phone is held to: nothing wider than the screen, nothing too small for a finger, no barrier.
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { PhonePerson } from './PhonePerson.ts'

/** LOOK: targets on phones are at least this high, px. */
const TOUCH_PX = 44

export async function isFit({ page }: PhonePerson): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page').toBeLessThanOrEqual(
    width,
  )
  const small = await page
    .locator('button, select, textarea, .chip, .face')
    .evaluateAll(
      (controls, least) =>
        controls
          .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < least)
          .map((control) => control.outerHTML),
      TOUCH_PX,
    )
  expect(small).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}
