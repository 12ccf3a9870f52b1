import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { enterWorkshop } from '../../../client/app/enterWorkshop.ts'
import { recall, remember } from '../../../client/app/workshopMemory.ts'
import { type FakeAnswer, type FakeRequest, refusal, stubServer, stubStorage } from '../fakeBrowser.ts'

const joined = { participantId: 'p1', role: 'participant', token: 'token-1', title: 'First order' }
const preview = {
  title: 'First order',
  role: 'participant',
  invitedBy: 'Maya Ortiz',
  participants: { online: 1, total: 2, some: [{ name: 'Maya Ortiz', department: '' }] },
  departments: [],
  journey: null,
}

/** A server that knows the given keys and accepts one token. */
function serverKnowing(keys: Record<string, string>, token = 'token-1') {
  return stubServer((request: FakeRequest): FakeAnswer => {
    const role = keys[(request.body as { key: string }).key]
    if (role === undefined) return refusal(403, 'key', 'This link no longer works. Ask for a new one.')
    if (request.path.endsWith('/preview')) return { body: { ...preview, role } }
    if (request.bearer !== null && request.bearer !== token) return refusal(401, 'token')
    return { body: { ...joined, role } }
  })
}

beforeEach(() => {
  stubStorage()
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the first visit', () => {
  test('a participant’s link leads to the join page and its key is kept for a reload', async () => {
    serverKnowing({ kp: 'participant' })
    const entry = await enterWorkshop('w1', 'kp')
    expect(entry).toMatchObject({ kind: 'join', key: 'kp', ended: false })
    expect(recall('w1')).toMatchObject({ key: 'kp', title: 'First order', keys: { participant: 'kp' }, joined: null })
    expect(await enterWorkshop('w1', null)).toMatchObject({ kind: 'join', key: 'kp' })
  })

  test('a viewer’s link goes straight to the board, without a name', async () => {
    const requests = serverKnowing({ kv: 'viewer' })
    const entry = await enterWorkshop('w1', 'kv')
    expect(entry).toMatchObject({ kind: 'joined', workshop: { workshopId: 'w1', role: 'viewer', token: 'token-1' } })
    expect(requests.at(-1)?.body).toEqual({ key: 'kv' })
    expect(recall('w1')?.joined).toEqual({ token: 'token-1', participantId: 'p1', role: 'viewer' })
  })

  test('no key at all is a link that does not work, without asking the server', async () => {
    const requests = serverKnowing({})
    expect(await enterWorkshop('w1', null)).toEqual({ kind: 'problem', failure: null })
    expect(requests).toEqual([])
  })

  test('a wrong key is a link that does not work and is not kept', async () => {
    serverKnowing({})
    expect(await enterWorkshop('w1', 'wrong')).toMatchObject({ kind: 'problem', failure: { kind: 'link' } })
    expect(recall('w1')).toBeNull()
  })

  test('a link cut off in the middle of its key is a link that does not work', async () => {
    stubServer(() => refusal(422, 'invalid', 'key: too short'))
    expect(await enterWorkshop('w1', 'Vq3')).toMatchObject({ kind: 'problem', failure: { kind: 'invalid' } })
  })

  test('no answer is not the fault of the link', async () => {
    stubServer(() => 'offline')
    expect(await enterWorkshop('w1', 'kp')).toMatchObject({ kind: 'problem', failure: { kind: 'unreachable' } })
  })
})

describe('coming back', () => {
  beforeEach(() => {
    const { participantId, token } = joined
    remember('w1', { key: 'kp', title: 'First order', joined: { token, participantId, role: 'participant' } })
  })

  test('the earlier token leads to the board as the same participant', async () => {
    const requests = serverKnowing({ kp: 'participant' })
    expect(await enterWorkshop('w1', null)).toMatchObject({ kind: 'joined', workshop: { participantId: 'p1' } })
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({ bearer: 'token-1', body: { key: 'kp' } })
    expect(recall('w1')?.openedMs).toBe(1_800_000_000_000)
  })

  test('a removed participant sees the join page again, which says so', async () => {
    serverKnowing({ kp: 'participant' }, 'another token')
    expect(await enterWorkshop('w1', null)).toMatchObject({ kind: 'join', ended: true })
    expect(recall('w1')?.joined).toBeNull()
  })

  test('a facilitator’s link opened later raises the role of the same participant', async () => {
    const requests = serverKnowing({ kp: 'participant', kf: 'facilitator' })
    expect(await enterWorkshop('w1', 'kf')).toMatchObject({ kind: 'joined', workshop: { role: 'facilitator' } })
    expect(requests[0]).toMatchObject({ bearer: 'token-1', body: { key: 'kf' } })
  })

  test('a wrong link does not lock out somebody who is in', async () => {
    serverKnowing({ kp: 'participant' })
    expect(await enterWorkshop('w1', 'wrong')).toMatchObject({ kind: 'joined' })
    expect(recall('w1')?.key).toBe('kp')
  })

  test('a server that is away keeps the place', async () => {
    stubServer(() => 'offline')
    expect(await enterWorkshop('w1', null)).toMatchObject({ kind: 'problem', failure: { kind: 'unreachable' } })
    expect(recall('w1')?.joined?.token).toBe('token-1')
  })
})
