// The servers of the benchmark, each in a process of its own, and how people get into one of their rooms.
import { fileURLToPath } from 'node:url'
import type { CreatedWorkshop } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import { Bot } from './Bot.ts'
import { pause } from './report.ts'
import { ServerUnderTest } from './ServerUnderTest.ts'

export interface Door {
  readonly server: ServerUnderTest
  readonly socketUrl: string
  /** Where the board can be fetched; null: only over the socket. */
  readonly stateUrl: string | null
  /** A new participant's token; null if nobody asks for one. */
  readonly newToken: () => Promise<string | null>
}

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const CARDS_PER_MESSAGE = 100

/** Ours; `memory`: the same without a disk, to see what saving costs. */
export function startOurs(dataDir: string, kind: 'disk' | 'memory' = 'disk'): Promise<ServerUnderTest> {
  const [name, path] =
    kind === 'disk' ? ['journeyboard', '../../../server/main.ts'] : ['without disk', './memoryServer.ts']
  return ServerUnderTest.start(name, [program(path)], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    MAX_MESSAGES_PER_SECOND: '10000',
    MAX_PEOPLE_PER_ROOM: '2000',
    ROOM_UNLOAD_MS: '1000',
  })
}

/** A new workshop on that server. */
export async function openWorkshop(server: ServerUnderTest): Promise<Door> {
  const { id, keys } = await server.post<CreatedWorkshop>('/api/workshops', { title: 'Bench' })
  return {
    server,
    socketUrl: `${server.url.replace('http', 'ws')}/sync/${id}/board`,
    stateUrl: `${server.url}/api/workshops/${id}/state`,
    newToken: async () =>
      (await server.post<Joined>(`/api/workshops/${id}/join`, { key: keys.participant, name: 'Bot' })).token,
  }
}

export async function openRelay(kind: 'plain' | 'bare'): Promise<Door> {
  const server = await ServerUnderTest.start(`${kind} relay`, [program('./relays.ts'), kind])
  return { server, socketUrl: server.url.replace('http', 'ws'), stateUrl: null, newToken: async () => null }
}

/** Fills the board by a participant's edits, in messages below the live limits. */
export async function fillBoard({ socketUrl, newToken, stateUrl }: Door, cards: number): Promise<void> {
  const bot = await Bot.join(socketUrl, await newToken())
  bot.start()
  for (let made = 0; made < cards; made += CARDS_PER_MESSAGE) {
    createCards(
      { doc: bot.doc, origin: 'bench' },
      Array.from({ length: CARDS_PER_MESSAGE }, (_, at) => ({
        id: newId<CardId>(),
        kind: 'note' as const,
        place: { x: made + at, y: at },
        fields: { text: `Pain number ${made + at}, in the words of somebody` },
      })),
    )
  }
  // A relay says nothing about saving.
  if (stateUrl === null) await pause(1_000)
  else await bot.whenSaved()
  bot.socket.close()
}
