// The first thing a client of ours is told. The roster's text is made once per change, not once per newcomer.
import { PROTOCOL_VERSION, type ServerMessage } from '../../shared/protocol/messages.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { Connection } from './Connection.ts'
import { encodeRoomText } from './encodeMessage.ts'
import type { Roster } from './Roster.ts'

export function encodeWelcome(workshop: Workshop, roster: Roster, connection: Connection, nowMs: number): Uint8Array {
  const welcome: ServerMessage = {
    type: 'welcome',
    protocol: PROTOCOL_VERSION,
    participantId: connection.participantId,
    role: connection.role,
    epoch: workshop.info.epoch,
    nowMs,
    workshop: workshop.state(),
    roster: [],
  }
  const text = JSON.stringify(welcome).replace(/"roster":\[\]\}$/, () => `"roster":${roster.text()}}`)
  return encodeRoomText(text)
}
