// Uploaded files are read beside the rooms: the same as in their thread, and nobody waits while it takes long.
import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { ImportReader } from '../../../server/workshop/imports/ImportReader.ts'
import { type ImportFormat, parseImport } from '../../../server/workshop/imports/parseImport.ts'
import { cjmlFormat } from '../../../shared/export/cjml.ts'
import { IMPORT_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { TestServer } from '../../support/TestServer.ts'
import { maximalFile } from './ImportRoom.ts'

const orderOf = (format: ImportFormat, text: string) => ({
  format,
  bytes: new TextEncoder().encode(text),
  departments: ['Sales'],
})
const reader = new ImportReader()

/** Without the ids that are drawn while reading. */
const shown = (parsed: unknown): string => JSON.stringify(parsed).replaceAll(/"[0-9A-Za-z]{16}"/g, '"id"')

/** What is read, and how often the loop of this thread turned meanwhile. */
async function readBeside(format: ImportFormat, text: string) {
  let [turns, isOver] = [0, false]
  const turn = (): void => {
    turns++
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  const parsed = await reader.read(orderOf(format, text))
  isOver = true
  return { parsed, turns }
}

describe('[IM7] reading', () => {
  it.each([
    ['json', maximalFile],
    ['cjml', String(cjmlFormat.render(maximalWorkshop().input)) + ' '.repeat(100_000)],
    ['csv', `Text;Stage\n${'Waits long;Find\n'.repeat(6_000)}`],
    ['json', maximalFile.replace('"journeys"', '"jorneys"')],
  ] as const)('%s gives the same as in the thread of the rooms, which goes on', async (format, text) => {
    expect(text.length).toBeGreaterThan(64 * 1024)
    const { parsed, turns } = await readBeside(format, text)
    expect(shown(parsed)).toBe(shown(await parseImport(orderOf(format, text))))
    expect(turns).toBeGreaterThan(3)
  })

  it('small files are read at once, and are the same too', async () => {
    const order = orderOf('csv', 'Text\nWaits long\n')
    expect(await reader.read(order)).toEqual(await parseImport(order))
  })

  it.each([
    ['json', '['.repeat(1_000_000)],
    [
      'json',
      JSON.stringify({
        ...(JSON.parse(maximalFile) as object),
        drawings: Array.from({ length: 100_000 }, () => ({})),
      }),
    ],
    ['json', maximalFile.replace(/"x": -?\d+/, `"x": ${'9'.repeat(1_000_000)}`)],
    ['cjml', `<CJML ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
    ['cjml', '<a>'.repeat(200_000)],
    ['csv', ';'.repeat(100_000)],
    ['xlsx', 'PK'.repeat(100_000)],
  ] as const)('%s made to be slow is refused, and nobody waits for it: %#', async (format, text) => {
    const { parsed, turns } = await readBeside(format, text)
    expect(parsed.ok).toBe(false)
    expect(turns).toBeGreaterThan(3)
  })

  it('two are read at once, the others in their turn', async () => {
    const under: (() => void)[] = []
    let [running, most] = [0, 0]
    const reader = new ImportReader(async (order) => {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => under.push(resolve))
      running--
      return parseImport({ ...order, format: 'csv', bytes: new TextEncoder().encode('Text\nWaits\n') })
    })
    const all = Promise.all(Array.from({ length: 5 }, () => reader.read(orderOf('json', maximalFile))))
    for (let read = 0; read < 5; read++) {
      await expect.poll(() => under.length).toBeGreaterThan(read)
      under[read]?.()
    }
    expect((await all).map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    expect(most).toBe(2)
  })

  it('many at once are all read', async () => {
    const all = await Promise.all(Array.from({ length: 3 }, () => reader.read(orderOf('json', maximalFile))))
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
  })
})

describe('over HTTP', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterAll(() => server.stop())

  it('[IM7] one file after the other comes into a workshop; others are told', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'facilitator', 'Maya')
    const bringIn = () => server.call('POST', `/api/workshops/${workshop.id}/import/json`, { body: maximalFile, token })
    const statuses = (await Promise.all([bringIn(), bringIn(), bringIn()])).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect((await bringIn()).status).toBe(200)
  })

  it('[IM7] what is too large is not even read, whether or not it says so', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'facilitator', 'Maya')
    const url = `${server.url}/api/workshops/${workshop.id}/import/json`
    const tooMuch = new Uint8Array(IMPORT_MAX_BYTES + 1).fill(0x20)
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(url, { method: 'POST', headers, body: tooMuch })).status).toBe(413)
    const streamed = { method: 'POST', headers, body: new Blob([tooMuch]).stream(), duplex: 'half' } as RequestInit
    expect((await fetch(url, streamed)).status).toBe(413)
    expect((await fetch(url, { method: 'POST', headers, body: maximalFile })).status).toBe(200)
  })
})
