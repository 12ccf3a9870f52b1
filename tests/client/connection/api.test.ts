import { afterEach, describe, expect, test, vi } from 'vitest'
import { createWorkshop, readWorkshop } from '../../../client/connection/api.ts'
import { previewWorkshop } from '../../../client/connection/entryCalls.ts'
import { failureOf } from '../../../client/connection/callServer.ts'
import { words } from '../../../client/ui/words.ts'
import { refusal, stubServer } from '../fakeBrowser.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an error answer becomes a kind and a sentence', () => {
  test.each([
    [401, 'token', 'token'],
    [403, 'key', 'link'],
    [404, 'unknownWorkshop', 'link'],
    [404, '', 'link'],
    [403, 'adminKey', 'adminKey'],
    [401, 'adminKey', 'adminKey'],
    [403, 'role', 'forbidden'],
    [409, 'full', 'full'],
    [409, 'closed', 'closed'],
    [409, 'roundNotOpen', 'conflict'],
    [422, 'name', 'invalid'],
    [429, 'tooMany', 'tooMany'],
    [500, 'internal', 'failed'],
    [502, '', 'unreachable'],
    [400, 'badJson', 'invalid'],
    [400, '', 'failed'],
  ])('%i %s → %s', (status, code, kind) => {
    expect(failureOf(status, { error: { code, message: '' } })).toMatchObject({ kind })
  })

  test('the server’s sentence is shown; ours stands in where it has none or the body is not ours', () => {
    const full = 'This workshop is full (50 people).'
    expect(failureOf(409, { error: { code: 'full', message: full } }).sentence).toBe(full)
    expect(failureOf(403, { error: { code: 'key', message: '' } }).sentence).toBe(words.problems.link.heading)
    expect(failureOf(500, '<html>nginx</html>').sentence).toBe(words.problems.failedSentence)
  })

  test('a value that was not accepted names its field', () => {
    expect(failureOf(422, { error: { code: 'name', message: 'Too long.' } })).toMatchObject({ field: 'name' })
    expect(failureOf(422, { error: { code: 'invalid', message: 'Too long.', field: 'title' } })).toMatchObject({
      field: 'title',
    })
  })
})

test('secrets travel in the body and in the header, never in the address', async () => {
  const requests = stubServer(() => refusal(401, 'token'))
  await previewWorkshop('w1', 'secret-key')
  await readWorkshop('w1', 'secret-token')
  await createWorkshop({ title: 'T', template: 'blank', adminKey: 'secret-admin' })
  expect(requests.map(({ path }) => path)).toEqual(['/api/workshops/w1/preview', '/api/workshops/w1', '/api/workshops'])
  expect(requests[1]?.bearer).toBe('secret-token')
  expect(requests[2]).toMatchObject({ bearer: 'secret-admin', body: { title: 'T', template: 'blank' } })
})

test('an answer of another shape is a failure, not a crash', async () => {
  stubServer(() => ({ body: { title: 'T' } }))
  expect(await previewWorkshop('w1', 'k')).toMatchObject({ ok: false, failure: { kind: 'failed' } })
})
