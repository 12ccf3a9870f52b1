// A bulk edit (500 pasted cards) is one Yjs update of thousands of structs, more than the server takes in one message
// while people work. This cuts it into several that follow each other. Pure; V1 encoding only.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { LIVE_MAX_BYTES, LIVE_MAX_DELETE_RANGES, LIVE_MAX_STRUCTS } from '../../shared/protocol/limits.ts'

/** Headroom below the server's limits: message framing, and structs that encode longer than guessed. */
const MAX_STRUCTS = Math.floor(LIVE_MAX_STRUCTS * 0.8)
const MAX_BYTES = Math.floor(LIVE_MAX_BYTES * 0.8)
const MAX_DELETE_RANGES = Math.floor(LIVE_MAX_DELETE_RANGES * 0.8)
/** From here on a cut waits for the beginning of a record, so that a card is not torn into two messages. */
const GOOD_CUT_STRUCTS = Math.floor(MAX_STRUCTS * 0.6)
/** Below this an update cannot hold too many structs (the smallest takes 3 bytes): it is sent without a look inside. */
const SURELY_SMALL_BYTES = 8 * 1024

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type DeleteRanges = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>

/**
 * The same change as one or more updates to be sent in this order. An update with structs of several clients is
 * returned whole: its parts could depend on each other in any order (a local edit never looks like that).
 */
export function splitUpdate(update: Uint8Array): Uint8Array[] {
  if (update.length <= SURELY_SMALL_BYTES) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const ranges = [...ds.clients.values()].reduce((sum, list) => sum + list.length, 0)
  const isSmall = structs.length <= MAX_STRUCTS && update.length <= MAX_BYTES && ranges <= MAX_DELETE_RANGES
  const client = structs[0]?.id.client
  if (isSmall || structs.some((struct) => struct.id.client !== client || struct instanceof Y.Skip)) return [update]
  // Deletions come last: they may name what the structs before them bring.
  return [...structChunks(structs), ...deleteChunks(ds.clients)]
}

function structChunks(structs: readonly Struct[]): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let from = 0
  let bytes = 0
  for (let at = 0; at < structs.length; at++) {
    const struct = structs[at]
    if (!struct) continue
    const count = at - from
    const isFull = count >= MAX_STRUCTS || bytes >= MAX_BYTES / 2
    if (isFull || (count >= GOOD_CUT_STRUCTS && startsRecord(struct))) {
      chunks.push(encodeStructs(structs.slice(from, at)))
      from = at
      bytes = 0
    }
    bytes += guessBytes(struct)
  }
  if (from < structs.length) chunks.push(encodeStructs(structs.slice(from)))
  return chunks
}

/** A new entity: its parent is one of the document's roots, named by a string. */
function startsRecord(struct: Struct): boolean {
  return struct instanceof Y.Item && typeof (struct.parent as unknown) === 'string'
}

function guessBytes(struct: Struct): number {
  if (!(struct instanceof Y.Item)) return 8
  if (struct.content instanceof Y.ContentString) return 24 + struct.content.str.length * 3
  if (struct.content instanceof Y.ContentAny) return 24 + JSON.stringify(struct.content.arr).length * 2
  return 40
}

function encodeStructs(structs: readonly Struct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const first = structs[0]
  if (!first) return encoder.toUint8Array()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, structs.length)
  encoder.writeClient(first.id.client)
  encoding.writeVarUint(encoder.restEncoder, first.id.clock)
  for (const struct of structs) struct.write(encoder, 0)
  // No deletions in this part.
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

function deleteChunks(clients: DeleteRanges): Uint8Array[] {
  const all = [...clients].flatMap(([client, ranges]) => ranges.map((range) => ({ client, ...range })))
  const chunks: Uint8Array[] = []
  for (let at = 0; at < all.length; at += MAX_DELETE_RANGES)
    chunks.push(encodeDeletes(all.slice(at, at + MAX_DELETE_RANGES)))
  return chunks
}

function encodeDeletes(ranges: readonly { client: number; clock: number; len: number }[]): Uint8Array {
  const byClient = Map.groupBy(ranges, (range) => range.client)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, list] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, list.length)
    for (const { clock, len } of list) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}
