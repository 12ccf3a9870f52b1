// What the server says → bytes of the y-websocket protocol. Each message goes into a frame of its own: the stock
// client reads only the first message of a frame.
import * as encoding from 'lib0/encoding'
import { MESSAGE_AWARENESS, MESSAGE_ROOM, MESSAGE_SYNC, type ServerMessage } from '../../shared/protocol/messages.ts'

export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(0, stateVector)
}
export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(1, update)
}
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(2, update)
}

function encodeSync(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SYNC)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** One client's presence as it is kept and passed on: JSON text in UTF-8, never parsed. */
export interface PresenceState {
  readonly clientId: number
  readonly clock: number
  readonly json: Uint8Array
}

export function encodePresence(states: readonly PresenceState[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, states.length)
  for (const { clientId, clock, json } of states) {
    encoding.writeVarUint(inner, clientId)
    encoding.writeVarUint(inner, clock)
    // A var-string is its UTF-8 bytes behind their length, which is what a byte array is.
    encoding.writeVarUint8Array(inner, json)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

export function encodeRoomMessage(message: ServerMessage): Uint8Array {
  return encodeRoomText(JSON.stringify(message))
}

export function encodeRoomText(text: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_ROOM)
  encoding.writeVarString(encoder, text)
  return encoding.toUint8Array(encoder)
}
