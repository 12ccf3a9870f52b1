// The import rules between the rooms (`.config/oxlintrc.json`) are tried with a forbidden import in each room:
// a rule whose pattern reaches no file says nothing, and nobody would notice.
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../server/launch/paths.mjs'
import { toolFile } from '../../server/launch/runTool.mjs'

const forbidden: readonly [file: string, imported: string][] = [
  ['shared/journey/toLayout.ts', '../layout/layoutJourney.ts'],
  ['shared/journey/cards/toExport.ts', '../../export/exportJson.ts'],
  ['shared/journey/toProtocol.ts', '../protocol/messages.ts'],
  ['shared/journey/toDisk.ts', 'node:fs'],
  ['shared/layout/toExport.ts', '../export/exportJson.ts'],
  ['shared/insight/toImport.ts', '../import/importJson.ts'],
  ['shared/workshop/toReact.ts', 'react'],
  ['shared/export/toServer.ts', '../../server/main.ts'],
  ['shared/import/toClient.ts', '../../client/main.tsx'],
  ['shared/protocol/toSocket.ts', 'ws'],
  ['server/http/toClient.ts', '../../client/main.tsx'],
  ['server/http/toCanvas.ts', 'tldraw'],
  ['server/rooms/toSocket.ts', 'ws'],
  ['server/rooms/toDisk.ts', 'node:fs/promises'],
  ['server/rooms/toTransport.ts', '../transport/sockets.ts'],
  ['client/board/toServer.ts', '../../server/main.ts'],
  ['client/board/toNode.ts', 'node:path'],
]
const allowed: readonly [file: string, imported: string][] = [
  ['shared/layout/toJourney.ts', '../journey/schema.ts'],
  ['shared/export/toLayout.ts', '../layout/layoutJourney.ts'],
  ['server/rooms/toStorage.ts', '../storage/Storage.ts'],
  ['server/transport/toSocket.ts', 'ws'],
  ['client/board/toShared.ts', '../../shared/journey/schema.ts'],
]

let folder = ''
let report = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journeyboard-lint-'))
  await cp(inRoot('.config'), join(folder, '.config'), { recursive: true })
  for (const [file, imported] of [...forbidden, ...allowed]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `export * from '${imported}'\n`)
  }
  await writeFile(
    join(folder, 'client/tooLong.ts'),
    'export const line = 1\n'.replace('line', 'a') + '// one more\n'.repeat(400),
  )
  const args = [toolFile('oxlint'), '-c', '.config/oxlintrc.json', '-f', 'unix', '.']
  report = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const complaintsAbout = (file: string): string[] => report.split('\n').filter((line) => line.startsWith(`${file}:`))

test.each(forbidden)('%s may not import %s', (file) => {
  expect(complaintsAbout(file).join('\n')).toContain('no-restricted-imports')
})

test.each(allowed)('%s may import %s', (file) => {
  expect(complaintsAbout(file)).toEqual([])
})

test('a file above 400 lines is refused', () => {
  expect(complaintsAbout('client/tooLong.ts').join('\n')).toContain('max-lines')
})
