// A workshop in real browsers that a test can tell as a story: people join by link, each in a browser of their own.
// What they do with mouse and keyboard is in Person.ts.
import type { Browser, BrowserContextOptions } from '@playwright/test'
import type { Product } from '../support/startProduct.ts'
import { Person } from './Person.ts'

export type Role = 'facilitator' | 'participant' | 'viewer'

interface JoinOptions {
  readonly role?: Role
  readonly department?: string
  /** Key of a link of their own, in the place of the role's. */
  readonly key?: string
  /** Of the browser: size of the window, dark mode, a phone. */
  readonly browser?: BrowserContextOptions
}

export interface TestWorkshop {
  readonly id: string
  readonly keys: Readonly<Record<Role, string>>
  /** Joins by the role's link in a fresh browser and waits for the map. */
  join(name: string, options?: JoinOptions): Promise<Person>
  /** Content of an export as the server gives it, fetched with a key of the workshop. */
  export(format: string): Promise<Response>
  /** What a program needs that joins without a browser. */
  token(name: string): Promise<string>
  /** What a facilitator asks of the server, without a browser. */
  command(command: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<void>
  /** Everybody closes their browser; a page that met an error of its own fails the test here. */
  end(): Promise<void>
}

export interface WorkshopOptions {
  readonly template?: 'blank' | 'customer-lifecycle' | 'saas-onboarding' | 'service-blueprint'
  readonly title?: string
}

export async function startWorkshop(
  browser: Browser,
  product: Product,
  { template = 'customer-lifecycle', title = 'First order' }: WorkshopOptions = {},
): Promise<TestWorkshop> {
  const { id, keys } = await post<{ id: string; keys: Record<Role, string> }>(`${product.origin}/api/workshops`, {
    title,
    template,
  })
  const people: Person[] = []
  let onlooker: string | undefined
  let host: string | undefined
  return {
    id,
    keys,
    async join(name, { role = 'participant', department = 'Support', key, browser: options = {} } = {}) {
      // Without motion a place on the screen is where it stays: no story has to wait for a glide.
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      })
      const person = new Person({ name, context, page: await context.newPage() })
      people.push(person)
      await person.joins(`${product.origin}/w/${id}#${key ?? keys[role]}`, role, department)
      return person
    },
    async export(format) {
      const at = `${product.origin}/api/workshops/${id}`
      // One onlooker for all of them: each joining would change the list of people in the file.
      onlooker ??= (await post<{ token: string }>(`${at}/join`, { key: keys.viewer })).token
      return fetch(`${at}/export/${format}`, { headers: { authorization: `Bearer ${onlooker}` } })
    },
    async token(name) {
      const at = `${product.origin}/api/workshops/${id}/join`
      return (await post<{ token: string }>(at, { key: keys.participant, name })).token
    },
    async command(command) {
      const at = `${product.origin}/api/workshops/${id}`
      host ??= (await post<{ token: string }>(`${at}/join`, { key: keys.facilitator, name: 'Host' })).token
      await post(`${at}/commands`, command, host)
    },
    async end() {
      for (const person of people) await person.leaves()
    },
  }
}

async function post<Answer>(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}
