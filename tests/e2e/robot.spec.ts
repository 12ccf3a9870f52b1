// A robot with a raw socket sends rubbish into the room while two people work: they notice nothing.
import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { Random } from '../support/Random.ts'
import { startProduct } from '../support/startProduct.ts'
import { startWorkshop } from './TestWorkshop.ts'

test('rubbish on the wire ends the robot’s connections and nobody else’s', async ({ browser }) => {
  // The robot comes back at once each time; people are not that quick.
  const product = await startProduct()
  const workshop = await startWorkshop(browser, product)
  const anna = await workshop.join('Anna')
  const ben = await workshop.join('Ben')
  const robot = new Robot(
    `${product.origin.replace('http', 'ws')}/sync/${workshop.id}/board`,
    await workshop.token('Robot'),
  )

  for (const words of ['One', 'Two', 'Three']) {
    await robot.rages()
    await anna.writesCard('Awareness', 'Pains', words)
    await ben.seesCardIn(words, 'Awareness', 'Pains')
  }
  expect(robot.connections).toBeGreaterThan(3)
  expect(robot.closeCodes.size).toBeGreaterThan(0)
  for (const code of robot.closeCodes) expect(code).toBeGreaterThanOrEqual(1002)
  for (const person of [anna, ben]) await person.isSaved()
  expect((await fetch(`${product.origin}/ready`)).status).toBe(200)
  await workshop.end()
  expect(await product.stop()).toBe(0)
})

class Robot {
  connections = 0
  readonly closeCodes = new Set<number>()
  readonly #url: string
  readonly #token: string
  readonly #random = new Random(7)

  constructor(url: string, token: string) {
    this.#url = url
    this.#token = token
  }

  /** Opens connections one after another and sends each one rubbish until it is closed. */
  async rages(): Promise<void> {
    for (let round = 0; round < 4; round += 1) await this.#ragesOnce()
  }

  #ragesOnce(): Promise<void> {
    this.connections += 1
    return new Promise((resolve) => {
      const socket = new WebSocket(this.#url, ['journeyboard', `token.${this.#token}`])
      socket.on('error', () => undefined)
      socket.on('unexpected-response', () => resolve())
      socket.on('close', (code) => {
        this.closeCodes.add(code)
        resolve()
      })
      socket.on('open', () => {
        socket.send('not even binary')
        for (let frame = 0; frame < 50; frame += 1) socket.send(this.#frame())
      })
    })
  }

  #frame(): Uint8Array {
    return Uint8Array.from({ length: this.#random.integer(0, 400) }, () => this.#random.integer(0, 255))
  }
}
