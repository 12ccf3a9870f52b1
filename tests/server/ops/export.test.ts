// Workshops taken home without a server: the same files as over HTTP, from a file that is left as it is, and sentences
// that say what to do when there is none.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, rootDir } from '../../../server/launch/paths.mjs'
import { serverCommand } from '../../../server/launch/serverCommand.mjs'
import { formatNames } from '../../../shared/export/catalog.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { readPdf } from '../../support/readPdf.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

let server: TestServer
let folder: string
let id: string
/** As the running server gave it. */
let overHttp: string
const workshopFile = () => join(server.folder, 'workshops', `${id}.sqlite`)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'journeyboard-export-'))
  server = await TestServer.start()
  const workshop = await server.workshop('Home & away')
  id = workshop.id
  const { token } = await server.join(workshop, 'facilitator', 'Maya')
  const { doc } = await server.stockClient(workshop, token)
  addNote(doc, 'note', 'Words to take home')
  const other = await server.stockClient(workshop, token)
  await untilDoc(other.doc, () => other.doc.getMap('cards').has('note'))
  const run = (body: object) => server.call('POST', `/api/workshops/${id}/commands`, { body, token })
  await run({ type: 'workshop.rename', title: 'Home & away' })
  const { body } = await run({ type: 'round.open', question: 'Which first?', kind: 'note', noteType: 'pain' })
  await run({ type: 'round.proxy', allocation: { note: 2 }, name: 'Ruth' })
  await run({ type: 'round.close' })
  expect(body).toHaveProperty('roundId')
  const answer = await fetch(`${server.url}/api/workshops/${id}/export/json`, {
    headers: { authorization: `Bearer ${token}` },
  })
  overHttp = await answer.text()
  await server.running.stop()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function command(...args: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const { args: nodeArgs, env } = serverCommand([], inRoot('server', 'ops', 'exportCommand.ts'))
    execFile(
      process.execPath,
      [...nodeArgs, ...args],
      { cwd: rootDir, env: { ...env, DATA_DIR: server.folder } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('[OP3] a workshop leaves a server that has stopped', () => {
  it('as the same file as over HTTP, votes included, and nothing is left beside it', async () => {
    const [before, bytes] = [readdirSync(join(server.folder, 'workshops')), readFileSync(workshopFile())]
    const out = join(folder, 'home.json')
    expect(await command(workshopFile(), '--format', 'json', '--out', out)).toEqual({
      code: 0,
      stdout: `${out}\n`,
      stderr: '',
    })
    expect(readFileSync(out, 'utf8')).toBe(overHttp)
    expect(overHttp).toContain('Words to take home')
    expect(overHttp).toContain('Which first?')
    expect(readdirSync(join(server.folder, 'workshops'))).toEqual(before)
    expect(readFileSync(workshopFile()).equals(bytes)).toBe(true)

    expect(await command(id, '--format', 'json', '--out', out)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already') as unknown,
    })
  })

  it('in all formats by its id, into a folder that is made, with what was chosen', async () => {
    const out = join(folder, 'all', 'of it')
    expect(await command(id, '--all', '--out', out, '--paper', 'A4')).toMatchObject({ code: 0, stderr: '' })
    const names = readdirSync(out)
    expect(names).toHaveLength(formatNames.length)
    expect(names.every((name) => name.startsWith('Home & away '))).toBe(true)
    const whole = readFileSync(join(out, names.find((name) => name.endsWith('.svg')) ?? ''), 'utf8')
    const [stage = ''] = /"stages":\s*\[\s*\{\s*"id":\s*"(\w+)"/.exec(overHttp)?.slice(1) ?? []
    const part = join(out, 'stage.svg')
    expect(await command(id, '--format', 'svg', '--selection', stage, '--out', part)).toMatchObject({ code: 0 })
    expect(readFileSync(part, 'utf8').length).toBeLessThan(whole.length)
    const pdf = readPdf(readFileSync(join(out, names.find((name) => name.endsWith('.pdf')) ?? '')))
    expect(Math.max(pdf.pages[0]?.width ?? 0, pdf.pages[0]?.height ?? 0)).toBeCloseTo(841.89, 0)
  })

  it('with a sentence and another code for every way it cannot', async () => {
    const [text, empty] = [join(folder, 'note.sqlite'), join(folder, 'empty.sqlite')]
    writeFileSync(text, 'this is no database')
    writeFileSync(empty, '')
    const refusals: [args: string[], sentence: string][] = [
      [[], 'npm run export --'],
      [[id], 'npm run export --'],
      [[id, '--all', '--format', 'csv'], 'npm run export --'],
      [[id, '--format', 'csv', '--colour', 'red'], '--colour'],
      [[id, '--format', 'exe'], 'There is no format “exe”. Formats: pdf,'],
      [[id, '--format', 'pdf', '--paper', 'A5'], '--paper is not valid'],
      [[id, '--format', 'png', '--selection', 'a,,b'], '--selection is not valid'],
      [[id, '--format', 'png', '--selection', 'gone'], 'Nothing of the selection is on the board any more'],
      [['nobody00000000', '--format', 'csv'], 'There is no workshop “nobody00000000”'],
      [[join(folder, 'gone.sqlite'), '--format', 'csv'], 'There is no file'],
      [[folder, '--format', 'csv'], 'is no file'],
      [[text, '--format', 'csv'], 'cannot be read: file is not a database'],
      [[empty, '--format', 'csv'], 'this is not a workshop file'],
    ]
    const before = readdirSync(folder)
    for (const [args, sentence] of refusals) {
      const { code, stdout, stderr } = await command(...args)
      expect({ code, stdout }, args.join(' ')).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain(sentence)
      expect(stderr, 'a sentence, no stack').not.toMatch(/^\s+at /m)
    }
    expect(readdirSync(folder)).toEqual(before)
  })

  it('as far as it can be read, if it is damaged, and says so', async () => {
    const bytes = readFileSync(workshopFile())
    const at = bytes.indexOf('"name":"Maya"')
    expect(at).toBeGreaterThan(0)
    // Another letter, and the record's checksum is wrong.
    bytes.write('"name":"Mara"', at)
    const damaged = join(folder, 'damaged.sqlite')
    writeFileSync(damaged, bytes)
    const out = join(folder, 'rest.json')
    const made = await command(damaged, '--format', 'json', '--out', out)
    expect(made).toMatchObject({ code: 2, stderr: expect.stringContaining('is damaged') as unknown })
    expect(readFileSync(out, 'utf8')).toContain('Words to take home')
  })
})
