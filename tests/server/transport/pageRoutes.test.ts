// Addresses that people open in a browser, against a small built client.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pageRoutes } from '../../../server/transport/routes/pageRoutes.ts'
import { StaticFiles } from '../../../server/transport/StaticFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'journeyboard-pages-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><div id="app"></div>')
writeFileSync(join(folder, 'assets/main-abcdefgh.js'), 'export {}')
const pages = pageRoutes({ staticFiles: new StaticFiles(folder) })
pages.onError((error, context) => context.json({ error: error.message }, 404))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'if-none-match': '"x"' } }

it('[HT10] a browser gets the page for every address, with 404 where there is nothing', async () => {
  const addresses: [string, number][] = [
    ['/', 200],
    ['/w/abcdefghij', 200],
    ['/w/abcdefghij/', 200],
    ['/w/abcdefghij/more', 404],
    ['/w', 404],
    ['/impressum', 404],
    ['/assets/gone-abcdefgh.js', 404],
    ['/..%2fpackage.json', 404],
  ]
  for (const [path, status] of addresses) {
    const answer = await pages.request(path, asBrowser)
    expect([path, answer.status]).toEqual([path, status])
    expect(await answer.text()).toContain('id="app"')
    expect(answer.headers.get('cache-control')).toBe(status === 200 ? 'no-cache' : 'no-store')
  }
  expect((await pages.request('/assets/main-abcdefgh.js', asBrowser)).headers.get('content-type')).toMatch('javascript')
})

it('[HT10] what asks for no page is not given one', async () => {
  for (const accept of [undefined, '*/*', 'application/json', 'text/css,*/*;q=0.1']) {
    const answer = await pages.request('/gone.js', accept === undefined ? {} : { headers: { accept } })
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is nothing here.' }])
  }
})
