// The server is killed with -9 at random moments of an open round. Every ballot that was answered with 200 must be
// there after the next start, under the same receipt, and the tally must be the plain recount. KILLS=50 for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { CreatedWorkshop, OwnBallot, RoundInfo } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { Random } from '../support/Random.ts'
import { addNote } from '../support/room/TestRoom.ts'
import { callProcess, type ServerProcess, startProcess } from './killedServer.ts'

const KILLS = Number(process.env['KILLS'] ?? 6)
const VOTERS = 6
const CARDS = 8
const DOTS = 5
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-kill-round-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let server: ServerProcess

const call = <T>(method: string, path: string, token: string | null, body?: unknown) =>
  callProcess<T>(server, method, path, { token, body })

it(
  `[VO12] killed ${KILLS} times in an open round: no answered ballot is lost`,
  { timeout: KILLS * 20_000 },
  async () => {
    const random = new Random(9)
    server = await startProcess(folder)
    const workshop = await call<CreatedWorkshop>('POST', '/api/workshops', null, { title: 'Kill', template: 'blank' })
    const path = `/api/workshops/${workshop.id}`
    const join = (role: 'facilitator' | 'participant', name: string) =>
      call<Joined>('POST', `${path}/join`, null, { key: workshop.keys[role], name })
    const maya = await join('facilitator', 'Maya')
    const voters = await Promise.all(Array.from({ length: VOTERS }, (_, at) => join('participant', `V${at}`)))
    await writeCards(workshop.id, maya.token)
    const { roundId } = await call<{ roundId: string }>('POST', `${path}/commands`, maya.token, {
      type: 'round.open',
      question: 'Which?',
      kind: 'note',
      dotsPerPerson: DOTS,
      capPerCard: 1,
    })
    const ballotPath = `${path}/rounds/${roundId}/ballot`
    const answered = new Map<string, { allocation: Record<string, number>; receipt: string }>()
    /** Sent and not answered when the server died: either may count. */
    let open = new Map<string, Record<string, number>>()

    for (let kill = 0; kill < KILLS; kill++) {
      const killAfter = 1 + random.below(40)
      open = new Map()
      let answers = 0
      await Promise.all(
        voters.map(async ({ token }) => {
          for (;;) {
            const allocation = Object.fromEntries(Array.from({ length: DOTS }, () => [`card${random.below(CARDS)}`, 1]))
            open.set(token, allocation)
            try {
              const { receipt } = await call<{ receipt: string }>('PUT', ballotPath, token, { allocation })
              expect(answered.get(token)?.receipt ?? receipt).toBe(receipt)
              answered.set(token, { allocation, receipt })
              open.delete(token)
            } catch {
              return
            }
            if (++answers === killAfter) server.child.kill('SIGKILL')
          }
        }),
      )
      await server.ended
      server = await startProcess(folder)
      for (const [token, { allocation, receipt }] of answered) {
        const kept = await call<OwnBallot>('GET', ballotPath, token)
        const unanswered = open.get(token)
        expect([allocation, unanswered]).toContainEqual(kept.allocation)
        expect(kept.receipt).toBe(receipt)
        answered.set(token, { allocation: kept.allocation, receipt })
      }
    }

    await call('POST', `${path}/commands`, maya.token, { type: 'round.close' })
    server.child.kill('SIGKILL')
    await server.ended
    server = await startProcess(folder)
    const { result } = await call<RoundInfo>('GET', `${path}/rounds/${roundId}`, maya.token)
    for (let at = 0; at < CARDS; at++) {
      const votes = [...answered.values()].reduce((sum, { allocation }) => sum + (allocation[`card${at}`] ?? 0), 0)
      expect(result?.tally.ranking.find(({ cardId }) => cardId === `card${at}`)?.votes).toBe(votes)
    }
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
  },
)

/** As the contract shows it: a stock client. Resolves when the cards are on disk (the room answers a second client). */
async function writeCards(workshopId: string, token: string): Promise<void> {
  const open = (doc: Y.Doc) =>
    new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync/${workshopId}`, 'board', doc, {
      protocols: ['journeyboard', `token.${token}`],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
  const doc = new Y.Doc()
  const writer = open(doc)
  await new Promise<void>((resolve) => writer.once('sync', () => resolve()))
  for (let at = 0; at < CARDS; at++) addNote(doc, `card${at}`, `Card ${at}`)
  const seen = new Y.Doc()
  const reader = open(seen)
  await new Promise<void>((resolve) => {
    const look = () => (seen.getMap('cards').has(`card${CARDS - 1}`) ? resolve() : undefined)
    seen.on('update', look)
    look()
  })
  for (const provider of [writer, reader]) {
    provider.destroy()
    provider.awareness.destroy()
  }
}
