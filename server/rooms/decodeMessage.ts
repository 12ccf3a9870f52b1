// Bytes of a client → what they say. Never throws; the parts are views into the message, not copies.
import * as decoding from 'lib0/decoding'
import {
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_ROOM,
  MESSAGE_SYNC,
} from '../../shared/protocol/messages.ts'

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

export type Incoming =
  | { readonly type: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly type: 'syncStep2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly update: Uint8Array }
  | { readonly type: 'queryPresence' }
  | { readonly type: 'room'; readonly text: string }

/** Null if the bytes are no message of the protocol. Anything behind the first message is ignored, as stock clients do. */
export function decodeMessage(bytes: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE_SYNC:
        return decodeSync(decoder)
      case MESSAGE_AWARENESS:
        return { type: 'presence', update: decoding.readVarUint8Array(decoder) }
      case MESSAGE_QUERY_AWARENESS:
        return { type: 'queryPresence' }
      case MESSAGE_ROOM:
        return { type: 'room', text: decoding.readVarString(decoder) }
      default:
        return null
    }
  } catch {
    return null
  }
}

function decodeSync(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC_STEP_1:
      return { type: 'syncStep1', stateVector: decoding.readVarUint8Array(decoder) }
    case SYNC_STEP_2:
      return { type: 'syncStep2', update: decoding.readVarUint8Array(decoder) }
    case SYNC_UPDATE:
      return { type: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return null
  }
}
