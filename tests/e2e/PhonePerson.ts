// A person with a phone in the hand: joins by the link of the QR code, sees lists and forms, taps. Nothing here reaches
// into the page's code.
import { type BrowserContext, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'

export const phoneScreen: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
}

export class PhonePerson {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  /** Errors that the page itself did not catch. */
  readonly errors: string[] = []

  constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name
    this.context = context
    this.page = page
    page.on('pageerror', ({ message }) => this.errors.push(message))
  }

  async joins(link: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('Your name').fill(this.name)
    await this.page.getByRole('button', { name: /^(Open the board|Join the workshop)$/ }).tap()
    await this.isIn()
  }

  async isIn(): Promise<void> {
    await expect(this.button('More')).toBeVisible()
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  }

  /** A chip of a stage, a lane or a kind. */
  chip(name: string): Locator {
    return this.page.locator('.chip').filter({ hasText: new RegExp(`^${name}$`) })
  }

  async opensTab(name: 'Write' | 'Cards' | 'Feelings' | 'Vote' | 'Results'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name }).tap()
  }

  /** A card in the list of a lane of the stage that is shown. */
  row(words: string, lane?: string): Locator {
    const where = lane === undefined ? this.page : this.page.getByRole('region', { name: lane })
    return where.getByRole('button').filter({ hasText: words })
  }

  get box(): Locator {
    return this.page.getByRole('textbox')
  }

  async back(): Promise<void> {
    await this.button('Back').tap()
  }

  async leaves(): Promise<void> {
    await this.context.close()
    expect(this.errors, `errors on ${this.name}’s phone`).toEqual([])
  }
}

/** On a phone somebody asks for the board; once they have, it opens by itself in this tab. */
export async function leaveTheList(page: Page, map: Locator): Promise<void> {
  const more = page.getByRole('button', { name: 'More', exact: true })
  await expect(more.or(map)).toBeAttached()
  if (!(await more.isVisible())) return
  await more.click()
  await page.getByRole('button', { name: 'Open the board' }).click()
}
