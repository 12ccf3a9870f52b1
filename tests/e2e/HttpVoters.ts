// Voters without a browser: stories about results need a dozen of them, and only one or two have to be seen.
import { readFile } from 'node:fs/promises'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { Command, CommandAnswer } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import type { Allocation } from '../../shared/workshop/rounds.ts'
import { openStockClient } from '../support/openStockClient.ts'
import type { Product } from '../support/startProduct.ts'
import type { TestWorkshop } from './TestWorkshop.ts'

const fixture = new URL('../fixtures/leaving-military-service.json', import.meta.url)

interface ExportedCard {
  readonly id: string
  readonly kind: string
  readonly fields: Readonly<Record<string, unknown>>
}

export class HttpVoters {
  readonly #api: string
  readonly #facilitator: string
  readonly #tokens = new Map<string, string>()
  readonly #workshop: TestWorkshop
  #joined = 0

  private constructor(api: string, facilitator: string, workshop: TestWorkshop) {
    this.#api = api
    this.#facilitator = facilitator
    this.#workshop = workshop
  }

  static async arrive(product: Product, workshop: TestWorkshop): Promise<HttpVoters> {
    const api = `${product.origin}/api/workshops/${workshop.id}`
    const { token } = await call<Joined>(`${api}/join`, null, { key: workshop.keys.facilitator, name: 'Helper' })
    return new HttpVoters(api, token, workshop)
  }

  /** The map of leaving military service in the place of what is there. */
  async bringTheMap(): Promise<void> {
    const body: unknown = JSON.parse(await readFile(fixture, 'utf8'))
    await call(`${this.#api}/import/json?mode=replace`, this.#facilitator, body)
  }

  async command(command: Command): Promise<CommandAnswer> {
    return call<CommandAnswer>(`${this.#api}/commands`, this.#facilitator, command)
  }

  /** Cards of the board by their words. */
  async cards(kind = 'note'): Promise<ReadonlyMap<string, string>> {
    const file = (await (await this.#workshop.export('json')).json()) as {
      journeys: { cards: ExportedCard[] }[]
    }
    const cards = file.journeys.flatMap((journey) => journey.cards).filter((card) => card.kind === kind)
    return new Map(cards.map(({ id, fields }) => [String(fields['text'] ?? fields['title'] ?? ''), id]))
  }

  /** Edits the board as a stock client would. */
  async edit(edit: (target: EditTarget) => void): Promise<void> {
    const [origin = '', id = ''] = this.#api.split('/api/workshops/')
    const { doc, provider } = await openStockClient(origin, id, this.#facilitator)
    edit({ doc, origin: 'test' })
    // What was sent goes out before the close frame.
    provider.destroy()
  }

  async join(count: number, department: string): Promise<string[]> {
    const names = Array.from({ length: count }, () => `Voter ${++this.#joined}`)
    for (const name of names) {
      const { token } = await call<Joined>(`${this.#api}/join`, null, {
        key: this.#workshop.keys.participant,
        name,
        department,
      })
      this.#tokens.set(name, token)
    }
    return names
  }

  /** Returns the code of the ballot. */
  async vote(name: string, roundId: string, allocation: Allocation): Promise<string> {
    const token = this.#tokens.get(name) ?? ''
    const url = `${this.#api}/rounds/${roundId}/ballot`
    const { receipt } = await call<{ receipt: string }>(url, token, { allocation }, 'PUT')
    return receipt
  }
}

async function call<Answer>(
  url: string,
  token: string | null,
  body: unknown,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}
