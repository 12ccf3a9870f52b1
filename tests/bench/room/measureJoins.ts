// People who come in: until the last byte of the complete board has arrived. Over HTTP and then the rest over the
// socket, as our client does it, or all over the socket, as with the relays.
import { Agent, get } from 'node:http'
import * as Y from 'yjs'
import { encodeRoomText, encodeSyncStep1 } from '../../../server/rooms/encodeMessage.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts'
import type { Door } from './Door.ts'
import { RawSocket } from './RawSocket.ts'
import { machineLoad, percentile, print, spread } from './report.ts'

/** Type, kind: sync, step 2. */
const [SYNC, STEP_2] = [0, 1]

/** Everybody at once; answers the 95th percentile, ms. */
export async function measureJoins(door: Door, people: number, boardName: string): Promise<number> {
  const tokens: (string | null)[] = []
  for (let at = 0; at < people; at++) tokens.push(await door.newToken())
  const before = door.server.usage()
  const startedMs = performance.now()
  const delaysMs = await Promise.all(
    tokens.map(async (token) => (await joinOnce(door, token), performance.now() - startedMs)),
  )
  const cpuS = door.server.usage().cpuS - before.cpuS
  print(
    `${door.server.name.padEnd(12)} ${people} join at once, ${boardName}: ${spread(delaysMs)} to the last byte, ${cpuS.toFixed(2)} s of server cpu (${machineLoad()})`,
  )
  return percentile(delaysMs, 0.95)
}

async function joinOnce({ socketUrl, stateUrl }: Door, token: string | null): Promise<void> {
  const etag = stateUrl === null ? null : await fetchState(stateUrl, token)
  const socket = await RawSocket.open(socketUrl, token)
  const done = new Promise<void>((resolve) => {
    const frames = new FrameWatcher((type, kind) => type === SYNC && kind === STEP_2 && resolve())
    socket.onBytes = (bytes) => frames.take(bytes)
  })
  if (etag !== null) {
    const hello = { type: 'hello', protocol: PROTOCOL_VERSION, clientId: new Y.Doc().clientID, state: etag }
    socket.send(encodeRoomText(JSON.stringify(hello)))
  }
  socket.send(encodeSyncStep1(new Uint8Array([0])))
  await done
  socket.close()
}

/** Reads the answer as it comes, compressed; unpacking is the visitor's own work. Answers the state's ETag. */
export function fetchState(stateUrl: string, token: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'br' }
    // An agent of its own: everybody comes from another machine.
    get(stateUrl, { headers, agent: new Agent({ keepAlive: false }) }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`state answered ${response.statusCode}`))
      response.on('data', () => {})
      response.on('end', () => resolve(response.headers.etag ?? ''))
    }).on('error', reject)
  })
}

/** Tells of every whole server frame by its first two bytes, without keeping what is in it. */
class FrameWatcher {
  private readonly onFrame: (type: number | undefined, kind: number | undefined) => void
  private head = Buffer.alloc(0)
  /** Bytes of the current frame still to come; its first two bytes are known then. */
  private missing = 0
  private first: [number | undefined, number | undefined] = [undefined, undefined]

  constructor(onFrame: FrameWatcher['onFrame']) {
    this.onFrame = onFrame
  }

  take(bytes: Buffer): void {
    let rest = bytes
    while (rest.length > 0) {
      if (this.missing > 0) {
        const taken = Math.min(this.missing, rest.length)
        this.missing -= taken
        rest = rest.subarray(taken)
        if (this.missing === 0) this.onFrame(...this.first)
        continue
      }
      // The longest head has 10 bytes, and two of the message tell what it is.
      const buffer = this.head.length === 0 ? rest : Buffer.concat([this.head, rest])
      const start = headBytes(buffer)
      if (start === null || buffer.length < start + 2) {
        this.head = Buffer.from(buffer)
        return
      }
      this.head = Buffer.alloc(0)
      this.missing = messageBytes(buffer, start)
      this.first = [buffer[start], buffer[start + 1]]
      rest = buffer.subarray(start)
    }
  }
}

function headBytes(buffer: Buffer): number | null {
  if (buffer.length < 2) return null
  const short = buffer[1] ?? 0
  return short < 126 ? 2 : short === 126 ? 4 : 10
}

function messageBytes(buffer: Buffer, start: number): number {
  if (start === 2) return buffer[1] ?? 0
  return start === 4 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2))
}
