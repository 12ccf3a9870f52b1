// One person at a board in a browser: what they see and what they do. Places are named as people name them, by stage and
// lane; nothing here reaches into the page's code.
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { leaveTheList } from './PhonePerson.ts'
import { namesInOrder } from './namesInOrder.ts'
import type { Role } from './TestWorkshop.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

/**
 * No faults of ours: Chromium says the first when a box changes twice in one frame, the second when the clipboard, which
 * it shares between the people of a test, is written while tldraw reads it for somebody else's paste.
 */
const expectedErrors = [/ResizeObserver loop/, /Clipboard data has changed/]
/** tldraw counts a press this near to a shape as one on it, px. */
const REACH = 9
const COMMAND = 'ControlOrMeta'
/** Narrower windows show lists first; the board is behind “More”, px. */
const NARROW = 700
/** A window in which the whole map can still be read, px. */
const WIDE_ENOUGH = 900

export class Person {
  readonly name: string
  readonly context: BrowserContext
  /** Errors that the page itself did not catch. */
  readonly errors: string[] = []
  #page: Page

  constructor({ name, context, page }: { name: string; context: BrowserContext; page: Page }) {
    this.name = name
    this.context = context
    this.#page = page
    this.#watch(page)
  }

  get page(): Page {
    return this.#page
  }

  // Coming and going

  async joins(link: string, role: Role, department: string): Promise<void> {
    await this.page.goto(link)
    if (role !== 'viewer') {
      await this.page.getByLabel('Your name').fill(this.name)
      await this.#saysTheirDepartment(department)
      await this.page.getByRole('button', { name: /^(Open the board|Join the workshop)$/ }).click()
    }
    await this.seesTheMap()
  }

  /** The workshop's departments are chips; one that nobody named yet is typed. */
  async #saysTheirDepartment(department: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Your department' })
    const chip = this.page.getByText(department, { exact: true })
    if (!(await field.isVisible()) && (await chip.isVisible())) return chip.click()
    const another = this.page.getByText('Another department')
    if (await another.isVisible()) await another.click()
    await field.fill(department)
  }

  async seesTheMap(): Promise<void> {
    if ((this.page.viewportSize()?.width ?? NARROW) < NARROW) await leaveTheList(this.page, this.map.first())
    await expect(this.map.first()).toBeAttached()
    // The tools are there once the canvas listens.
    await expect(this.page.getByRole('toolbar', { name: 'Tools' })).toBeVisible()
    // First hints lie over the board until somebody puts them away.
    const skip = this.page.getByRole('button', { name: 'Skip the hints' })
    if (await skip.isVisible()) await skip.click()
    // A wide map opens at a readable size and goes on beyond the right edge; stories need its last stage too.
    if ((this.page.viewportSize()?.width ?? 0) >= WIDE_ENOUGH) await this.showsEverything()
  }

  async goesOffline(): Promise<void> {
    await this.context.setOffline(true)
    await expect(this.status('Offline')).toBeVisible()
  }

  async comesBackOnline(): Promise<void> {
    await this.context.setOffline(false)
  }

  /** Closes the page; the browser keeps what it keeps. */
  async closesThePage(): Promise<void> {
    await this.page.close()
  }

  /** Opens the same workshop again in the same browser, by its address without a key. */
  async opensItAgain(address: string): Promise<void> {
    this.#page = await this.context.newPage()
    this.#watch(this.#page)
    await this.page.goto(address)
    await this.seesTheMap()
  }

  /** Joins another workshop in the same browser and goes on there; the first stays open. */
  async opensBeside(page: Page, link: string): Promise<void> {
    this.#page = page
    this.#watch(page)
    await this.joins(link, 'participant', 'Support')
  }

  async leaves(): Promise<void> {
    await this.context.close()
    expect(this.errors, `errors on ${this.name}’s page`).toEqual([])
  }

  #watch(page: Page): void {
    page.on('pageerror', ({ message }) => {
      if (!expectedErrors.some((pattern) => pattern.test(message))) this.errors.push(message)
    })
  }

  // What is to be seen

  get map(): Locator {
    return this.page.locator('.tl-shape[data-shape-type="journey-map"]')
  }

  get cards(): Locator {
    return this.page.locator('.tl-shape[data-shape-type="card"]')
  }

  get stages(): Locator {
    return this.page.locator('.tl-shape[data-shape-type="stage"]')
  }

  get lanes(): Locator {
    return this.page.locator('.tl-shape[data-shape-type="lane"]')
  }

  /** tldraw's own shapes beside the map: `draw`, `geo`, `text`, `arrow`, `frame`, `image`. */
  drawing(type: string): Locator {
    return this.page.locator(`.tl-shape[data-shape-type="${type}"]`)
  }

  /** The card with these words among its own, in this spelling. */
  card(words: string): Locator {
    // A card breaks its words into lines.
    return this.cards.filter({
      hasText: new RegExp(words.replaceAll(/[.?+*()]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s`)),
    })
  }

  stage(name: string): Locator {
    return this.stages.filter({ hasText: name })
  }

  lane(title: string): Locator {
    return this.lanes.filter({ hasText: title })
  }

  /** What the bar says about the latest change. */
  status(words: 'Saved' | 'Offline' | 'You look on'): Locator {
    return this.page.getByRole('banner', { name: 'Workshop' }).getByText(words, { exact: true })
  }

  /** The text box of what is being written on the canvas. */
  get writing(): Locator {
    return this.page.locator('.tl-container textarea:focus')
  }

  /** The names of the stages from left to right, without their periods. */
  async stageNames(): Promise<string[]> {
    return namesInOrder(await this.stages.locator('.stage__name').all(), ({ x }) => x)
  }

  async laneNames(): Promise<string[]> {
    return namesInOrder(await this.lanes.locator('.lane__title').all(), ({ y }) => y)
  }

  /** Middle of the cell where a stage and a lane cross, on the screen. */
  async cell(stage: string, lane: string): Promise<ScreenPoint> {
    const [header, label] = [await boxOf(this.stage(stage)), await boxOf(this.lane(lane))]
    return { x: header.x + header.width / 2, y: label.y + label.height / 2 }
  }

  async seesCard(words: string): Promise<void> {
    await expect(this.card(words)).toHaveCount(1)
  }

  /** Waits until the card lies in this stage and lane, at rest. */
  async seesCardIn(words: string, stage: string, lane: string): Promise<void> {
    await expect(this.card(words)).toHaveCount(1)
    await expect
      .poll(() => this.isInCell(words, stage, lane), { message: `${this.name} sees “${words}” in ${stage}, ${lane}` })
      .toBe(true)
  }

  async isInCell(words: string, stage: string, lane: string): Promise<boolean> {
    const [card, header, label] = await Promise.all([
      this.card(words).boundingBox(),
      this.stage(stage).boundingBox(),
      this.lane(lane).boundingBox(),
    ])
    if (!card || !header || !label) return false
    // Still in somebody's hand: drawn over the cell, but not yet dropped there.
    if ((await this.card(words).and(this.page.locator('.in-others-hand')).count()) > 0) return false
    return (
      card.x >= header.x &&
      card.x + card.width <= header.x + header.width + 1 &&
      card.y >= label.y &&
      card.y + card.height <= label.y + label.height + 1
    )
  }

  async isSaved(): Promise<void> {
    await expect(this.status('Saved')).toBeVisible()
  }

  // Writing

  /** Double click where the cell is free, else its “+”; words, Enter. */
  async writesCard(stage: string, lane: string, words: string): Promise<void> {
    // The bar of a selected card lies over the cell below it.
    await this.selectsNothing()
    const free = await this.#freePoint(stage, lane)
    if (free) {
      await this.page.mouse.move(free.x, free.y)
      // The cell's “+” comes up under the pointer; a hand is slower than that, a test is not.
      await this.page.locator('.cell-button').first().waitFor()
      await this.page.mouse.dblclick(free.x, free.y)
    } else await this.pressesPlus(stage, lane)
    await this.writes(words)
    await this.seesCard(words)
    await this.selectsNothing()
  }

  /** The button in the next free place of a cell; it shows under the pointer. */
  async pressesPlus(stage: string, lane: string): Promise<void> {
    const { x, y } = await this.cell(stage, lane)
    await this.page.mouse.move(x, y)
    await this.page.getByRole('button', { name: new RegExp(`^Add .* to ${stage}$`) }).click()
  }

  /** A point in the cell that is in no card's reach; null if there is none. */
  async #freePoint(stage: string, lane: string): Promise<ScreenPoint | null> {
    const [header, label] = [await boxOf(this.stage(stage)), await boxOf(this.lane(lane))]
    const cards = await Promise.all((await this.cards.all()).map((card) => card.boundingBox()))
    const isFree = ({ x, y }: ScreenPoint): boolean =>
      cards.every(
        (card) =>
          !card ||
          x < card.x - REACH ||
          x > card.x + card.width + REACH ||
          y < card.y - REACH ||
          y > card.y + card.height + REACH,
      )
    const points = [0.75, 0.25].map((share) => ({
      x: header.x + header.width * share,
      y: label.y + label.height / 2,
    }))
    return points.find(isFree) ?? null
  }

  /** Into the box that is open. */
  async writes(words: string): Promise<void> {
    await this.writing.waitFor()
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await expect(this.writing).toHaveCount(0)
  }

  async opensForWriting(words: string): Promise<void> {
    await this.doubleClicks(this.card(words))
    await this.writing.waitFor()
  }

  async renames(words: string, to: string): Promise<void> {
    await this.opensForWriting(words)
    await this.page.keyboard.press(`${COMMAND}+a`)
    await this.writes(to)
  }

  // Taking, dragging, choosing

  /** Takes a card with the mouse and moves it over a point without letting go. */
  async takes(words: string, over: ScreenPoint): Promise<void> {
    await this.takesHold(middleOf(await boxOf(this.card(words))), over)
  }

  /** Presses at one point and moves to another, in steps as a hand does. */
  async takesHold(from: ScreenPoint, to: ScreenPoint): Promise<void> {
    const { mouse } = this.page
    // What was made or chosen before keeps its bar, and the bar may lie over what is wanted now.
    const bar = this.page.locator('.selection-bar')
    const place = (await bar.count()) > 0 ? await bar.boundingBox() : null
    if (place && isInside(place, from)) await this.selectsNothing()
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(from.x + 8, from.y + 8, { steps: 2 })
    await mouse.move(to.x, to.y, { steps: 6 })
  }

  async letsGo(): Promise<void> {
    await this.page.mouse.up()
  }

  async drags(words: string, stage: string, lane: string): Promise<void> {
    await this.takes(words, await this.cell(stage, lane))
    await this.letsGo()
  }

  async selects(...words: string[]): Promise<void> {
    for (const [at, card] of words.entries()) {
      if (at === 1) await this.page.keyboard.down('Shift')
      await this.clicks(this.card(card))
    }
    await this.page.keyboard.up('Shift')
  }

  /** In the middle of something on the canvas. Shapes take no events themselves: the canvas finds them by their place. */
  async clicks(thing: Locator): Promise<void> {
    const { x, y } = middleOf(await boxOf(thing))
    await this.page.mouse.click(x, y)
  }

  async doubleClicks(thing: Locator): Promise<void> {
    const { x, y } = middleOf(await boxOf(thing))
    await this.page.mouse.dblclick(x, y)
  }

  /** Away from every shape: nothing is selected, keys go to the canvas. */
  async selectsNothing(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async undoes(): Promise<void> {
    await this.presses(`${COMMAND}+z`)
  }

  async redoes(): Promise<void> {
    await this.presses(`${COMMAND}+Shift+z`)
  }

  /** An entry of the menu behind a button, by how it begins (its keys stand behind it); several go through submenus. */
  async chooses(button: Locator, ...entries: string[]): Promise<void> {
    await button.click()
    for (const entry of entries) {
      const item = this.page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).first()
      await item.focus()
      await item.press('Enter')
    }
  }

  /** The quiet “…” in the header of a stage or a lane. */
  headerMenu(name: string): Locator {
    return this.page.getByTestId('canvas').getByRole('button', { name, exact: true })
  }

  /** The whole board in the window. */
  async showsEverything(): Promise<void> {
    await this.chooses(this.page.getByRole('button', { name: /^Zoom, / }), 'Show everything')
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
}

export function middleOf({ x, y, width, height }: Box): ScreenPoint {
  return { x: x + width / 2, y: y + height / 2 }
}

function isInside({ x, y, width, height }: Box, point: ScreenPoint): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

/** Where something is on the screen; a failure if it is not. */
export async function boxOf(thing: Locator): Promise<Box> {
  const box = await thing.boundingBox()
  if (!box) throw new Error(`${thing.toString()} is not on the screen`)
  return box
}
