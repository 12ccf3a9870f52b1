// One snapshot from the server as a board that can be compared and drawn. Decoded here and not on the server, which
// hands it out as it is stored; failures are values with a sentence.
import * as Y from 'yjs'
import type { Board } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { migrate } from '../../../shared/journey/migrate.ts'
import { readSnapshotState } from '../../connection/api.ts'
import type { Answer } from '../../connection/callServer.ts'
import { historyWords as words } from '../../ui/historyWords.ts'

export async function loadSnapshotBoard(workshopId: string, token: string, sid: number): Promise<Answer<Board>> {
  const state = await readSnapshotState(workshopId, token, sid)
  if (state.ok) return decodeSnapshot(state.value)
  if (state.failure.kind !== 'link') return state
  return { ok: false, failure: { kind: 'link', sentence: words.gone } }
}

export function decodeSnapshot(state: Uint8Array): Answer<Board> {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, state)
    // An older schema is brought to ours in this copy only.
    if (migrate(doc).ok) return { ok: true, value: readBoard(doc) }
  } catch {
    // Falls through to the sentence: bytes that are no Yjs update throw.
  } finally {
    doc.destroy()
  }
  return { ok: false, failure: { kind: 'failed', sentence: words.unreadable } }
}
