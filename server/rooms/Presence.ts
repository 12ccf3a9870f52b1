// Presence of a room: one opaque state per client id, kept as bytes and passed on as bytes. Who a client id belongs
// to is decided elsewhere; here only sizes are looked at. Nothing in it is ever parsed.
import * as decoding from 'lib0/decoding'
import { PRESENCE_MAX_BYTES, PRESENCE_MAX_DEPTH } from '../../shared/protocol/limits.ts'
import type { PresenceState } from './encodeMessage.ts'

/** States a stock client may echo in one message (it repeats those of others); beyond, somebody invents people. */
const MAX_STATES_PER_MESSAGE = 2_000
const NULL_JSON = new TextEncoder().encode('null')
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, QUOTE, BACKSLASH] = [0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x5c]

/** Null: not a presence message, or a state above the bounds. Views into the message, not copies. */
export function decodePresence(update: Uint8Array): PresenceState[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_STATES_PER_MESSAGE) return null
    const states: PresenceState[] = []
    for (let at = 0; at < count; at++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      states.push({ clientId, clock, json: decoding.readVarUint8Array(decoder) })
    }
    return states
  } catch {
    return null
  }
}

/** One scan over the bytes: braces outside of strings never nest deeper than allowed. */
export function isBoundedPresence(json: Uint8Array): boolean {
  if (json.length > PRESENCE_MAX_BYTES) return false
  let depth = 0
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (inString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++depth > PRESENCE_MAX_DEPTH) return false
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--
  }
  return depth === 0 && !inString
}

export type PresenceChange = 'changed' | 'renewed' | 'ignored'

export class Presence {
  private readonly states = new Map<number, PresenceState>()
  /** Clocks outlive a state, so that a late message cannot bring a removed one back. */
  private readonly clocks = new Map<number, number>()
  private changed = new Set<number>()
  private renewed = new Set<number>()

  /** Takes one state of a client id that belongs to the sender. */
  set({ clientId, clock, json }: PresenceState): PresenceChange {
    const before = this.states.get(clientId)
    const lastClock = this.clocks.get(clientId) ?? -1
    const isGone = isNull(json)
    // The same clock with null removes: that is how a stock client says goodbye.
    if (clock < lastClock || (clock === lastClock && !(isGone && before))) return 'ignored'
    this.clocks.set(clientId, clock)
    if (before && !isGone && isSame(before.json, json)) {
      this.states.set(clientId, { clientId, clock, json: before.json })
      this.renewed.add(clientId)
      return 'renewed'
    }
    if (isGone) this.states.delete(clientId)
    // A copy: the message may be a view into a large read buffer that would be kept alive with it.
    else this.states.set(clientId, { clientId, clock, json: json.slice() })
    this.changed.add(clientId)
    return 'changed'
  }

  /** The connection of these ids ended: everybody is told that they are gone. */
  remove(clientIds: Iterable<number>): void {
    for (const clientId of clientIds) {
      if (!this.states.delete(clientId)) continue
      this.clocks.set(clientId, (this.clocks.get(clientId) ?? 0) + 1)
      this.changed.add(clientId)
    }
  }

  get hasChanges(): boolean {
    return this.changed.size > 0
  }

  get hasRenewals(): boolean {
    return this.renewed.size > 0
  }

  /** What changed since the last call; with `renewals` also states that were only renewed. */
  take(renewals: boolean): PresenceState[] {
    const ids = new Set(this.changed)
    if (renewals) for (const id of this.renewed) ids.add(id)
    this.changed = new Set()
    if (renewals) this.renewed = new Set()
    return [...ids].map(
      (clientId) => this.states.get(clientId) ?? { clientId, clock: this.clocks.get(clientId) ?? 0, json: NULL_JSON },
    )
  }

  /** Everybody's state, for somebody who just came. */
  all(): readonly PresenceState[] {
    return [...this.states.values()]
  }
}

function isNull(json: Uint8Array): boolean {
  return isSame(json, NULL_JSON)
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
