// First half of the gate: is this a well-formed continuation of what the room has? Client ids, clocks, sizes.
// Everything Yjs would loop on, keep pending for ever or throw at is stopped here, before any document is touched.
import * as Y from 'yjs'
import type { RefusalReason } from '../../../shared/protocol/messages.ts'

export interface Bounds {
  readonly maxBytes: number
  readonly maxStructs: number
  readonly maxDeleteRanges: number
}

/** Whose a Yjs client id is, seen from the sender. `free`: nobody has bound it. */
export type ClientOwner = 'own' | 'other' | 'free'

export type Struct = Y.Item | Y.GC
interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** An update taken apart. `fresh` is what the room does not have yet, in the order of the message. */
export interface CheckedStructs {
  readonly fresh: readonly Struct[]
  readonly deletes: readonly DeleteRange[]
  /** Client ids of fresh structs that nobody has bound. */
  readonly freeClients: ReadonlySet<number>
  /** State after the message, for the clients it has fresh structs of. */
  readonly clocks: ReadonlyMap<number, number>
}

export type Checked<T> = { readonly ok: true; readonly value: T } | Refused

export interface Refused {
  readonly ok: false
  readonly reason: RefusalReason
  /** For the log. */
  readonly detail: string
  /** For the screen, where the reason's own sentence is not enough. */
  readonly sentence?: string
}

/** Ids of one message: a person who worked offline comes back with those of their reloads. */
const MAX_CLIENTS = 64
/** One struct stands for at most this many units; a real one is one typing run. */
const MAX_STRUCT_LENGTH = 1_000_000
/** Clocks stay far below where integers lose precision. */
const MAX_CLOCK = 2 ** 40

export const refuse = (reason: RefusalReason, detail: string, sentence?: string): Refused => ({
  ok: false,
  reason,
  detail,
  ...(sentence === undefined ? {} : { sentence }),
})

export function checkStructs(
  doc: Y.Doc,
  update: Uint8Array,
  bounds: Bounds,
  ownerOf: (client: number) => ClientOwner,
): Checked<CheckedStructs> {
  if (update.length > bounds.maxBytes) return refuse('tooLarge', 'bytes')
  let decoded
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return refuse('malformed', 'cannot be decoded')
  }
  if (decoded.structs.length > bounds.maxStructs) return refuse('tooLarge', 'structs')
  const deletes = collectDeletes(decoded.ds.clients, bounds.maxDeleteRanges)
  if (!deletes) return refuse('tooLarge', 'delete ranges')

  const clocks = new Map<number, number>()
  const freeClients = new Set<number>()
  const fresh: Struct[] = []
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) return refuse('malformed', 'has a gap')
    if (!isSaneSpan(clock, struct.length)) return refuse('malformed', 'has an impossible length')
    const known = clocks.get(client) ?? Y.getState(doc.store, client)
    if (clock + struct.length <= known) continue
    if (clock > known) return refuse('afterRefusal', 'does not continue what is known')
    const owner = ownerOf(client)
    if (owner === 'other') return refuse('notYours', 'writes under the client id of somebody else')
    if (owner === 'free') freeClients.add(client)
    clocks.set(client, clock + struct.length)
    if (clocks.size > MAX_CLIENTS) return refuse('tooLarge', 'client ids')
    fresh.push(struct)
  }
  for (const { client, clock, length } of deletes) {
    const known = clocks.get(client) ?? Y.getState(doc.store, client)
    if (!isSaneSpan(clock, length) || clock + length > known) return refuse('afterRefusal', 'deletes what is not known')
  }
  return { ok: true, value: { fresh, deletes, freeClients, clocks } }
}

function isSaneSpan(clock: number, length: number): boolean {
  return length > 0 && length <= MAX_STRUCT_LENGTH && clock >= 0 && clock + length < MAX_CLOCK
}

function collectDeletes(
  clients: ReadonlyMap<number, readonly { clock: number; len: number }[]>,
  maxRanges: number,
): DeleteRange[] | null {
  const ranges: DeleteRange[] = []
  for (const [client, items] of clients) {
    if (ranges.length + items.length > maxRanges) return null
    for (const { clock, len } of items) ranges.push({ client, clock, length: len })
  }
  return ranges
}
