// How many people a room carries, what saving costs, how fast people come in: ours beside a plain y-websocket-style
// relay and a bare relay without any document, in one run on one machine that also makes the load. Judge by ratios.
// PEOPLE=50,250 SECONDS=5 PARTS=people,joins,rooms,memory make it shorter.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Crowd, type CrowdResult } from './room/Crowd.ts'
import { type Door, fillBoard, openRelay, openWorkshop, startOurs } from './room/Door.ts'
import { fetchState, measureJoins } from './room/measureJoins.ts'
import { measureMemory } from './room/measureMemory.ts'
import { machineLoad, ms, pause, print } from './room/report.ts'

const PEOPLE = (process.env['PEOPLE'] ?? '50,100,250,500,1000').split(',').map(Number)
const SECONDS = Number(process.env['SECONDS'] ?? 8)
const PARTS = new Set((process.env['PARTS'] ?? 'people,joins,rooms,memory').split(','))
const CARDS = 2_000
const JOINING = 100
const ROOMS = Number(process.env['ROOMS'] ?? 400)
/** Above this a plain relay only shows that it has fallen over. */
const PLAIN_LIMIT = 100
/** Who looks for marks; the others only count as readers. */
const LISTENERS = 20
const BOARD_NAME = `${CARDS} cards`

const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
const results = new Map<string, CrowdResult>()

async function withDoor(opening: Promise<Door>, run: (door: Door) => Promise<void>): Promise<void> {
  const door = await opening
  try {
    await run(door)
  } finally {
    await door.server.stop()
  }
}

async function measurePeople(door: Door, people: number): Promise<void> {
  const crowd = await Crowd.inOneRoom(door, people, LISTENERS)
  results.set(`${door.server.name} ${people}`, await crowd.measure(SECONDS))
}

/** The same people on one server after the other, so that whatever else the machine does meets all of them. */
async function comparePeople(): Promise<void> {
  await withDoor(openOurs('disk'), (ours) =>
    withDoor(openOurs('memory'), (memory) =>
      withDoor(openRelay('bare'), (bare) =>
        withDoor(openRelay('plain'), async (plain) => {
          for (const door of [ours, memory, plain]) await fillBoard(door, CARDS)
          for (const people of PEOPLE) {
            await measurePeople(ours, people)
            await measurePeople(bare, people)
            await measurePeople(memory, people)
            if (people <= PLAIN_LIMIT) await measurePeople(plain, people)
          }
        }),
      ),
    ),
  )
  printRatios()
}

async function openOurs(kind: 'disk' | 'memory'): Promise<Door> {
  return openWorkshop(await startOurs(join(folder, kind), kind))
}

function printRatios(): void {
  print('\nratios in this run')
  for (const people of PEOPLE) {
    const [ours, bare, memory, plain] = ['journeyboard', 'bare relay', 'without disk', 'plain relay'].map((name) =>
      results.get(`${name} ${people}`),
    )
    if (!ours || !bare || !memory) continue
    const toPlain = plain
      ? `; plain relay: p95 ${(plain.p95Ms / ours.p95Ms).toFixed(1)} × ours, cpu ${(plain.cpu / ours.cpu).toFixed(1)} ×`
      : ''
    print(
      `${String(people).padStart(5)} people: p95 ${(ours.p95Ms / bare.p95Ms).toFixed(2)} × bare, cpu ${ours.cpu.toFixed(2)} of at most 2 × bare + 0.2 = ${(2 * bare.cpu + 0.2).toFixed(2)}, saving costs ${ms(ours.p95Ms - memory.p95Ms)} ms of p95${toPlain}`,
    )
  }
  print('')
}

async function compareJoins(): Promise<void> {
  let peersP95Ms = Number.NaN
  await withDoor(openRelay('plain'), async (door) => {
    await fillBoard(door, CARDS)
    peersP95Ms = await measureJoins(door, JOINING, BOARD_NAME)
  })
  const dataDir = join(folder, 'joins')
  const first = await openWorkshop(await startOurs(dataDir))
  await fillBoard(first, CARDS)
  await measureJoins(first, 1, BOARD_NAME)
  const oursP95Ms = await measureJoins(first, JOINING, BOARD_NAME)
  const token = await first.newToken()
  await first.server.stop()
  print(`joins: plain relay p95 ${(peersP95Ms / oursP95Ms).toFixed(1)} × ours`)
  await measureColdStart(dataDir, new URL(first.stateUrl ?? '').pathname, token)
}

/** A server that has just started, asked for a room it has on disk; another room first, so that only the room is cold. */
async function measureColdStart(dataDir: string, statePath: string, token: string | null): Promise<void> {
  const server = await startOurs(dataDir)
  try {
    const warm = await openWorkshop(server)
    await fetchState(warm.stateUrl ?? '', await warm.newToken())
    await pause(300)
    const [before, startedMs] = [server.usage(), performance.now()]
    await fetchState(server.url + statePath, token)
    const coldMs = performance.now() - startedMs
    const cpuMs = (server.usage().cpuS - before.cpuS) * 1_000
    const againMs = performance.now()
    await fetchState(server.url + statePath, token)
    print(
      `journeyboard cold start, ${BOARD_NAME}: ${ms(coldMs)} ms from disk to the last byte (${ms(cpuMs)} ms of cpu), warm ${ms(performance.now() - againMs)} ms (${machineLoad()})`,
    )
  } finally {
    await server.stop()
  }
}

async function measureRooms(): Promise<void> {
  const server = await startOurs(join(folder, 'rooms'))
  try {
    const doors: Door[] = []
    for (let at = 0; at < ROOMS; at++) doors.push(await openWorkshop(server))
    const crowd = await Crowd.inManyRooms(doors)
    await crowd.measure(SECONDS)
  } finally {
    await server.stop()
  }
}

try {
  if (PARTS.has('people')) await comparePeople()
  if (PARTS.has('joins')) await compareJoins()
  if (PARTS.has('rooms')) await measureRooms()
  if (PARTS.has('memory')) await measureMemory(join(folder, 'memory-rooms'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
