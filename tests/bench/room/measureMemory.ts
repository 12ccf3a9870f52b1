// What rooms leave in memory: loaded ones, and ones that came and went.
import type { Door } from './Door.ts'
import { openWorkshop, startOurs } from './Door.ts'
import { fetchState } from './measureJoins.ts'
import { machineLoad, pause, print } from './report.ts'
import type { ServerUnderTest } from './ServerUnderTest.ts'

const LOADED = 200
const ROUNDS = 10
const MIB = 1024 * 1024

/** 200 rooms at once; then all of them closed and opened again until it was 1,000 times and more. */
export async function measureMemory(dataDir: string): Promise<void> {
  const server = await startOurs(dataDir)
  try {
    const rooms: { door: Door; token: string | null }[] = []
    for (let at = 0; at < LOADED; at++) {
      const door = await openWorkshop(server)
      rooms.push({ door, token: await door.newToken() })
    }
    await untilRooms(server, 0)
    const emptyMb = server.usage().rssMb
    const open = async (): Promise<void> => {
      for (const { door, token } of rooms) await fetchState(door.stateUrl ?? '', token)
    }
    await open()
    const loadedMb = server.usage().rssMb
    const perRoom = ((loadedMb - emptyMb) * MIB) / LOADED / 1024
    print(`journeyboard ${LOADED} loaded rooms: ${perRoom.toFixed(0)} kB of resident memory each (${machineLoad()})`)
    const afterMb: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await untilRooms(server, 0)
      afterMb.push(server.usage().rssMb)
      await open()
    }
    print(
      `journeyboard ${ROUNDS * LOADED} × open and close: ${afterMb.map((mb) => mb.toFixed(0)).join(' ')} MB after each ${LOADED}`,
    )
  } finally {
    await server.stop()
  }
}

async function untilRooms(server: ServerUnderTest, count: number): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    if (text.includes(`\njourneyboard_rooms ${count}\n`)) return
    await pause(100)
  }
}
