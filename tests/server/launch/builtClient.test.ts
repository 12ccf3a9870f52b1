// What the launcher builds is what people get: no checks of React, no paths of the machine that built it.
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { ensureClientBuild } from '../../../server/launch/ensureClientBuild.mjs'
import { inRoot, rootDir } from '../../../server/launch/paths.mjs'

/** A build takes about 10 s, several times that on a loaded machine. */
const BUILD_LIMIT_MS = 240_000

beforeAll(() => ensureClientBuild({ node: process.execPath }), BUILD_LIMIT_MS)

test('built under a test, the client is made for production all the same', () => {
  expect(process.env['NODE_ENV']).toBe('test')
  const folder = inRoot('client', 'dist', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  const guilty = scripts.filter((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    return text.includes('jsxDEV') || text.includes(rootDir)
  })
  expect(guilty).toEqual([])
})
