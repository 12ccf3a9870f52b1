// The HTTP side of the whole server: the contract as users and scripts see it.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import * as Y from 'yjs'
import { templateNames } from '../../shared/protocol/api.ts'
import { addNote, noteText } from '../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../support/TestServer.ts'

/** What the installed tldraw has there: another version may ask another address. */
function installed(file: string, pattern: RegExp): string {
  const path = new URL(`../../node_modules/@tldraw/editor/dist-esm/${file}`, import.meta.url)
  return pattern.exec(readFileSync(path, 'utf8'))?.[1] ?? 'not found'
}

const ADMIN_KEY = 'a-long-admin-key-for-tests'
let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

describe('HTTP', () => {
  it('[HT1] makes a workshop of every template, with keys and links per role', async () => {
    for (const template of templateNames) {
      const { status, body } = await server.call('POST', '/api/workshops', { body: { title: 'T', template } })
      expect(status).toBe(201)
      expect(Object.keys(body['keys'] as object)).toEqual(['facilitator', 'participant', 'viewer'])
      expect((body['links'] as Record<string, string>)['viewer']).toBe(
        `${server.url}/w/${String(body['id'])}#${(body['keys'] as Record<string, string>)['viewer']}`,
      )
    }
  })

  it('[HT2] joins with a key; with the earlier token the same person returns; a viewer needs no name', async () => {
    const workshop = await server.workshop()
    const path = `/api/workshops/${workshop.id}/join`
    const anna = await server.join(workshop, 'participant', 'Anna')
    const again = await server.call('POST', path, { body: { key: workshop.keys.facilitator }, token: anna.token })
    expect(again.body).toMatchObject({ participantId: anna.participantId, role: 'facilitator', token: anna.token })
    expect((await server.call('POST', path, { body: { key: workshop.keys.viewer } })).status).toBe(200)
    expect(
      (await server.call('POST', path, { body: { key: workshop.keys.participant, name: ' ' } })).body,
    ).toMatchObject({ error: { code: 'nameMissing' } })
    expect(
      await server.call('POST', path, { body: { key: randomBytes(16).toString('base64url'), name: 'X' } }),
    ).toMatchObject({ status: 403, body: { error: { code: 'key' } } })
    expect(
      (await server.call('POST', path, { body: { key: workshop.keys.viewer }, token: 'wrongwrongwrongwrongww' }))
        .status,
    ).toBe(401)
  })

  it('[HT3] commands by role: 200, 403, 404, 409, 422', async () => {
    const workshop = await server.workshop()
    const [anna, ben] = [
      await server.join(workshop, 'facilitator', 'Anna'),
      await server.join(workshop, 'participant', 'Ben'),
    ]
    const send = (token: string, body: unknown) =>
      server.call('POST', `/api/workshops/${workshop.id}/commands`, { body, token })
    const first = await send(anna.token, { type: 'lock.set', locked: true })
    expect(first.status).toBe(200)
    expect((await send(anna.token, { type: 'workshop.rename', title: 'New' })).body['version']).toBeGreaterThan(
      Number(first.body['version']),
    )
    expect((await send(ben.token, { type: 'lock.set', locked: false })).status).toBe(403)
    expect((await send(ben.token, { type: 'participant.rename', name: 'Benjamin' })).status).toBe(200)
    expect(
      (await send(ben.token, { type: 'participant.rename', participantId: anna.participantId, name: 'X' })).status,
    ).toBe(403)
    expect((await send(anna.token, { type: 'participant.remove', participantId: anna.participantId })).status).toBe(409)
    expect((await send(anna.token, { type: 'participant.remove', participantId: 'nobody' })).status).toBe(404)
    expect((await send(anna.token, { type: 'nothing.known' })).status).toBe(422)
    expect((await send(anna.token, { type: 'lock.set', locked: 'yes' })).status).toBe(422)
    expect((await send(anna.token, { type: 'participant.remove', participantId: ben.participantId })).status).toBe(200)
    expect((await send(ben.token, { type: 'participant.rename', name: 'back' })).status).toBe(401)
    const { body } = await server.call('GET', `/api/workshops/${workshop.id}`, { token: anna.token })
    expect(body).toMatchObject({
      title: 'New',
      phase: null,
      rounds: [],
      participants: { total: 1 },
      workshop: { structureLocked: true },
    })
  })

  it('[HT4] a revoked link ends the tokens it gave; a one-use link works once', async () => {
    const workshop = await server.workshop()
    const anna = await server.join(workshop, 'facilitator', 'Anna')
    const send = (body: unknown) =>
      server.call('POST', `/api/workshops/${workshop.id}/commands`, { body, token: anna.token })
    const issued = (await send({ type: 'link.issue', role: 'participant', oneUse: true })).body
    const join = (name: string) =>
      server.call('POST', `/api/workshops/${workshop.id}/join`, { body: { key: issued['key'], name } })
    const ben = await join('Ben')
    expect([ben.status, (await join('Eve')).status]).toEqual([200, 403])
    expect((await send({ type: 'link.revoke', linkId: issued['linkId'] })).status).toBe(200)
    expect(
      (await server.call('GET', `/api/workshops/${workshop.id}`, { token: String(ben.body['token']) })).status,
    ).toBe(401)
  })

  it('[HT5] bad input is answered with 4xx and a sentence', async () => {
    const workshop = await server.workshop()
    const bad: [string, string, unknown, number][] = [
      ['POST', '/api/workshops', '{broken', 400],
      ['POST', '/api/workshops', {}, 422],
      ['POST', '/api/workshops', { title: 'x'.repeat(300_000) }, 413],
      ['POST', '/api/workshops', { title: 'T', template: 'nope' }, 422],
      ['GET', `/api/workshops/${workshop.id}`, undefined, 401],
      ['GET', `/api/workshops/unknownunknown1`, undefined, 404],
      ['GET', '/api/workshops/..%2f..%2fetc', undefined, 404],
      ['GET', '/api/nothing', undefined, 404],
      ['GET', '/../../package.json', undefined, 404],
      ['GET', '/%2e%2e/package.json', undefined, 404],
      ['DELETE', '/', undefined, 405],
    ]
    for (const [method, path, body, status] of bad) {
      const answer = await server.call(method, path, { body })
      expect([path, answer.status]).toEqual([path, status])
      expect((answer.body['error'] as Record<string, string>)['message']).toMatch(/^[A-Z].*\.$|^[a-z]+: /)
    }
  })

  it('[HT6] every answer has the strict headers', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'facilitator')
    const at = `/api/workshops/${workshop.id}`
    const answers: [status: number, method: string, path: string][] = [
      [200, 'GET', '/health'],
      [200, 'GET', at],
      [200, 'GET', `${at}/state`],
      [200, 'GET', `${at}/export/svg`],
      [200, 'GET', '/schema/journeyboard-v1.json'],
      [404, 'GET', `${at}/assets/${'0'.repeat(64)}`],
      [404, 'GET', '/api/nothing'],
      [400, 'POST', '/api/workshops'],
    ]
    for (const [status, method, path] of answers) {
      const { headers, ...answer } = await server.call(method, path, { token })
      expect([path, answer.status]).toEqual([path, status])
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
      expect(headers.get('permissions-policy'), path).toContain('camera=()')
    }
  })

  it('[HT6] pages may ask nobody else, but for the one picture that tldraw’s licence wants left alone', async () => {
    const { headers } = await server.call('GET', '/health')
    const policy = headers.get('content-security-policy') ?? ''
    const foreign = policy.match(/[a-z+]+:\/\/[^\s;]+|(?<=\s)\*\S*|(?<=\s)(https?|wss?):(?!\/)/g)
    const version = installed('version.mjs', /version = "([\d.]+)"/)
    const host = installed('lib/utils/assets.mjs', /CDN_BASE_URL = "([^"]+)"/)
    const path = installed(
      'lib/license/LicenseManager.mjs',
      /WATERMARK_TRACK_SRC = `\$\{getDefaultCdnBaseUrl\(\)\}([^`]+)`/,
    )
    expect(foreign).toEqual([`${host}/${version}${path}`])
    expect(policy).toContain(`; connect-src 'self' ${foreign?.[0]};`)
  })

  it('[HT7] a page of another origin may change nothing', async () => {
    const answer = await server.call('POST', '/api/workshops', {
      body: { title: 'T' },
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
    expect(
      (await server.call('POST', '/api/workshops', { body: { title: 'T' }, headers: { origin: server.url } })).status,
    ).toBe(201)
  })

  it('[HT8] the board’s state is compressed, cached, and not sent twice', async () => {
    const workshop = await server.workshop('T', 'service-blueprint')
    const { token } = await server.join(workshop, 'viewer')
    const path = `/api/workshops/${workshop.id}/state`
    const response = await fetch(server.url + path, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'br' },
    })
    expect(response.headers.get('content-encoding')).toBe('br')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    expect(doc.getMap('stages').size).toBeGreaterThan(0)
    const etag = response.headers.get('etag') ?? ''
    expect((await server.call('GET', path, { token, headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('[HT9] pictures are taken by content, kept by hash, and no SVG is one', async () => {
    const workshop = await server.workshop()
    const [{ token }, viewer] = [await server.join(workshop, 'participant'), await server.join(workshop, 'viewer')]
    const path = `/api/workshops/${workshop.id}/assets`
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const kept = await server.call('POST', path, { body: png, token })
    expect(kept).toMatchObject({ status: 201, body: { type: 'image/png' } })
    const got = await fetch(`${server.url}${path}/${String(kept.body['sha256'])}`, {
      headers: { authorization: `Bearer ${viewer.token}` },
    })
    expect([got.headers.get('content-type'), new Uint8Array(await got.arrayBuffer())]).toEqual(['image/png', png])
    expect((await server.call('POST', path, { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', token })).status).toBe(
      422,
    )
    expect((await server.call('POST', path, { body: png, token: viewer.token })).status).toBe(403)
    expect((await server.call('POST', path, { body: new Uint8Array(11 * 1024 * 1024), token })).status).toBe(413)
  })

  it('[SN2] a snapshot can be named, listed, read, and gone back to while people are connected', async () => {
    const workshop = await server.workshop()
    const [anna, ben] = [
      await server.join(workshop, 'facilitator', 'Anna'),
      await server.join(workshop, 'participant', 'Ben'),
    ]
    const client = await server.stockClient(workshop, ben.token)
    addNote(client.doc, 'kept', 'first words')
    const path = `/api/workshops/${workshop.id}/snapshots`
    await expect
      .poll(async () => (await server.call('POST', path, { body: { label: 'Try' }, token: anna.token })).body['cards'])
      .toBe(2)
    const { body: named } = await server.call('POST', path, { body: { label: 'Before' }, token: anna.token })
    noteText(client.doc, 'kept').insert(0, 'other ')
    addNote(client.doc, 'added')
    const watcher = await server.stockClient(workshop, anna.token)
    await untilDoc(watcher.doc, () => watcher.doc.getMap('cards').has('added'))
    const file = await server.call('GET', `${path}/${String(named['sid'])}`, { token: anna.token })
    expect(file.body).toMatchObject({ format: 'journeyboard' })
    expect(JSON.stringify(file.body)).toContain('first words')
    expect(JSON.stringify(file.body)).not.toContain('other ')
    const other = await server.workshop()
    const carl = await server.join(other, 'facilitator', 'Carl')
    const importing = { body: file.body, token: carl.token }
    expect((await server.call('POST', `/api/workshops/${other.id}/import/json`, importing)).status).toBe(200)
    expect((await server.call('POST', `${path}/${String(named['sid'])}/restore`, { token: anna.token })).status).toBe(
      200,
    )
    await untilDoc(client.doc, () => !client.doc.getMap('cards').has('added'))
    expect(noteText(client.doc, 'kept').toString()).toBe('first words')
    const { body } = await server.call('GET', path, { token: anna.token })
    expect((body['snapshots'] as { label: string }[])[0]?.label).toBe('Before restoring')
    expect((await server.call('GET', path, { token: ben.token })).status).toBe(403)
  })

  it('[EX1] exports, imports and exports the same again; a ticket works once', async () => {
    const [one, two] = [await server.workshop('T', 'service-blueprint'), await server.workshop('T')]
    const [a, b] = [await server.join(one, 'facilitator', 'Anna'), await server.join(two, 'facilitator', 'Anna')]
    const file = await server.call('GET', `/api/workshops/${one.id}/export/json`, { token: a.token })
    expect(file.headers.get('content-disposition')).toMatch(/attachment; filename="T /)
    const rename = { type: 'participant.rename', department: 'Support' }
    await server.call('POST', `/api/workshops/${two.id}/commands`, { body: rename, token: b.token })
    const imported = await server.call('POST', `/api/workshops/${two.id}/import/json?mode=replace`, {
      body: file.body,
      token: b.token,
    })
    expect(imported).toMatchObject({ status: 200, body: { journeys: 1, before: expect.any(Number) as number } })
    const { body: info } = await server.call('GET', `/api/workshops/${two.id}`, { token: b.token })
    expect(info, 'nobody in the room loses their department').toMatchObject({ workshop: { departments: ['Support'] } })
    const again = await server.call('GET', `/api/workshops/${two.id}/export/json`, { token: b.token })
    expect(again.body['journeys']).toEqual(file.body['journeys'])
    const broken = await server.call('POST', `/api/workshops/${two.id}/import/json`, {
      body: '{"format":"journeyboard","version":1',
      token: b.token,
    })
    expect(broken).toMatchObject({ status: 422, body: { error: { code: 'invalidFile' } } })
    const { body } = await server.call('POST', `/api/workshops/${one.id}/export-ticket`, {
      body: { format: 'json' },
      token: a.token,
    })
    expect((await server.call('GET', String(body['url']))).status).toBe(200)
    expect((await server.call('GET', String(body['url']))).status).toBe(401)
    expect((await server.call('GET', '/schema/journeyboard-v1.json')).status).toBe(200)
  })

  it('[EX4] a ticket is good for the format and the options it was asked for, and for nothing else', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'viewer', 'Vera')
    const ask = (body: object) => server.call('POST', `/api/workshops/${workshop.id}/export-ticket`, { body, token })
    const ticketFor = async (body: object) => String((await ask(body)).body['url'])
    const options = { tiled: true, paper: 'A2' }
    const changes: ((url: string) => string)[] = [
      (url) => url.replace('/pdf?', '/json?'),
      (url) => url.replace('A2', 'A0'),
      (url) => url.replace('&tiled=true', ''),
      (url) => `${url}&bom=true`,
    ]
    for (const change of changes) {
      const url = change(await ticketFor({ format: 'pdf', options }))
      expect((await server.call('GET', url)).status, url).toBe(401)
    }
    const turned = (await ticketFor({ format: 'csv', options: { bom: true } })).replace(
      /\?(ticket=[^&]+)&(.+)$/,
      '?$2&$1',
    )
    expect((await server.call('GET', turned)).status).toBe(200)
    for (const body of [
      { format: 'pdf', options: { paper: 'A5' } },
      { format: 'pdf', options: { papers: 'A4' } },
      { format: 'pdf', options: { tiled: 'perhaps' } },
      { format: 'pdf', options: 'A4' },
      { format: 'pdf', option: {} },
    ])
      expect((await ask(body)).status, JSON.stringify(body)).toBe(422)
    expect((await ask({ format: 'exe' })).status).toBe(404)
    expect((await server.call('GET', `/api/workshops/${workshop.id}/export/json?colour=red`, { token })).status).toBe(
      422,
    )
  })

  it('[EX5] a thousand chosen cards go with the ticket, not with the address; if nothing is left of them, that is said', async () => {
    const workshop = await server.workshop()
    const host = await server.join(workshop, 'facilitator', 'Hanna')
    const { token } = await server.join(workshop, 'viewer', 'Vera')
    const at = `/api/workshops/${workshop.id}`
    const text = JSON.stringify((await server.call('GET', `${at}/export/json`, { token })).body)
    const cardId = /"stages":\[\{"id":"(\w+)"/.exec(text)?.[1] ?? ''
    const ask = (options: object) =>
      server.call('POST', `${at}/export-ticket`, { body: { format: 'svg', options }, token })
    const gone = Array.from({ length: 999 }, (_, number) => `goneGoneGoneGone${number}`)

    const url = String((await ask({ selection: [cardId, ...gone] })).body['url'])
    expect(url.length).toBeLessThan(200)
    const picture = await server.call('GET', url)
    expect(picture).toMatchObject({ status: 200, body: { text: expect.stringMatching(/^<svg /) as string } })
    expect((await server.call('GET', url)).status, 'once').toBe(401)
    const more = String((await ask({ selection: [cardId] })).body['url'])
    expect((await server.call('GET', `${more}&selection=other`)).status, 'nothing is added to it').toBe(401)

    const empty = await server.call('GET', String((await ask({ selection: gone })).body['url']))
    expect(empty).toMatchObject({ status: 409, body: { error: { code: 'emptySelection' } } })
    const short = await server.call('GET', `${at}/export/svg?selection=${cardId},gone`, { token: host.token })
    expect(short).toMatchObject({ status: 200, body: { text: picture.body['text'] } })
    for (const selection of [[], ['shape:a'], ['a b'], ['x'.repeat(101)], Array.from({ length: 8_001 }, () => 'a')])
      expect((await ask({ selection })).status, JSON.stringify(selection).slice(0, 40)).toBe(422)
  })

  it('[OP1] health, readiness and counters; the backup wants the admin key', async () => {
    const guarded = await TestServer.start({ adminKey: ADMIN_KEY })
    try {
      expect((await guarded.call('GET', '/health')).status).toBe(200)
      expect((await guarded.call('GET', '/ready')).status).toBe(200)
      expect((await guarded.call('GET', '/metrics')).body['text']).toContain('journeyboard_rooms')
      expect((await guarded.call('POST', '/api/workshops', { body: { title: 'T' } })).status).toBe(401)
      const made = await guarded.call('POST', '/api/workshops', { body: { title: 'T' }, token: ADMIN_KEY })
      expect(made.status).toBe(201)
      expect((await guarded.call('GET', '/api/backup')).status).toBe(401)
      const response = await fetch(`${guarded.url}/api/backup`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } })
      expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toEqual([
        `${String(made.body['id'])}.sqlite`,
      ])
    } finally {
      await guarded.stop()
    }
  })
})
