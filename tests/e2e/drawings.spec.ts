// tldraw's own tools beside the map: what one draws, the others see; what may not come in is refused with a sentence;
// whoever looks on changes nothing.
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../support/startProduct.ts'
import { boxOf, type Person, type ScreenPoint } from './Person.ts'
import { startWorkshop } from './TestWorkshop.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('strokes, text, shapes, frames and pictures are shared, undone and gone', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const desk = await freeDesk(anna)
  const at = (x: number, y = 0): ScreenPoint => ({ x: desk.x + x, y: desk.y + y })

  await anna.button('Draw').click()
  await anna.takesHold(at(0), at(60, 40))
  await anna.letsGo()
  await expect(ben.drawing('draw')).toHaveCount(1)

  await anna.chooses(anna.button('More tools'), 'Rectangle')
  await anna.takesHold(at(100), at(180, 60))
  await anna.letsGo()
  await expect(ben.drawing('geo')).toHaveCount(1)
  await anna.undoes()
  await expect(ben.drawing('geo')).toHaveCount(0)
  await anna.redoes()
  await expect(ben.drawing('geo')).toHaveCount(1)

  await anna.chooses(anna.button('More tools'), 'Frame')
  await anna.takesHold(at(220), at(320, 70))
  await anna.letsGo()
  await expect(ben.drawing('frame')).toHaveCount(1)

  await anna.selectsNothing()
  await anna.button('Text').click()
  await anna.page.mouse.click(at(380, 20).x, at(380, 20).y)
  await anna.page.locator('.tl-text-input, [contenteditable="true"]').first().waitFor()
  await anna.page.keyboard.type('Loose words')
  await anna.selectsNothing()
  await expect(ben.drawing('text')).toContainText('Loose words')

  await givesFile(anna, { name: 'evidence.png', mimeType: 'image/png', buffer: PNG })
  await expect(ben.drawing('image').locator('img')).toHaveCount(1)
  await givesFile(anna, {
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  })
  await expect(
    anna.page.getByText('SVG pictures are not taken. Use PNG, JPEG, WebP or GIF.', { exact: true }),
  ).toBeVisible()
  await expect(ben.drawing('image')).toHaveCount(1)

  // A picture is one step.
  await anna.undoes()
  await expect(ben.drawing('image')).toHaveCount(0)
  await anna.redoes()
  await expect(ben.drawing('image').locator('img')).toHaveCount(1)

  // Everything is there for whoever comes later.
  const chris = await workshop.join('Chris')
  for (const type of ['draw', 'geo', 'frame', 'text', 'image']) await expect(chris.drawing(type)).toHaveCount(1)
  await workshop.end()
})

test('a viewer sees everything live and changes nothing', async ({ browser }) => {
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const viewer = await workshop.join('Viewer', { role: 'viewer' })
  await expect(viewer.status('You look on')).toBeVisible()
  await anna.writesCard('Awareness', 'Pains', 'Seen live')
  await viewer.seesCardIn('Seen live', 'Awareness', 'Pains')
  const cards = await anna.cards.count()

  for (const tool of ['Touchpoint', 'Draw', 'More tools']) await expect(viewer.button(tool)).toHaveCount(0)
  await expect(viewer.button('Invite')).toHaveCount(0)
  await viewer.doubleClicks(viewer.card('Seen live'))
  await expect(viewer.writing).toHaveCount(0)
  await viewer.page.keyboard.type('tampered')
  await viewer.presses('Delete', 't', 'n', 'ControlOrMeta+x', 'ControlOrMeta+v', 'ControlOrMeta+d')
  await viewer.drags('Seen live', 'Advocacy', 'Pains')
  const { x, y } = await viewer.cell('Purchase', 'Gains')
  await viewer.page.mouse.dblclick(x, y)
  await expect(viewer.writing).toHaveCount(0)

  // What Anna does next arrives, so whatever the viewer might have done would have too.
  await anna.writesCard('Purchase', 'Pains', 'Afterwards')
  for (const person of [anna, viewer]) {
    await person.seesCardIn('Afterwards', 'Purchase', 'Pains')
    await person.seesCardIn('Seen live', 'Awareness', 'Pains')
    await expect(person.cards).toHaveCount(cards + 1)
    await expect(person.drawing('draw')).toHaveCount(0)
  }
  await workshop.end()
})

/** The desk below the map, left of what stands there. */
async function freeDesk(person: Person): Promise<ScreenPoint> {
  const map = await boxOf(person.map)
  return { x: map.x + 330, y: map.y + map.height + 40 }
}

async function givesFile(person: Person, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser')
  await person.chooses(person.button('More tools'), 'Image…')
  await (await chooser).setFiles(file)
}
