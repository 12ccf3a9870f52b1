// The history of a workshop as the panel shows it: the list, what is under way, the boards that were looked at. Knows
// no React; every failure is a sentence in `trouble` or in an answer, and nothing here throws.
import { atom } from '@tldraw/state'
import type { Board } from '../../../shared/journey/Board.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import type { KeptImport, SnapshotInfo } from '../../../shared/protocol/api.ts'
import { fontMetrics } from '../../board/fontMetrics.ts'
import { listSnapshots, restoreSnapshot, takeSnapshot } from '../../connection/api.ts'
import type { Answer } from '../../connection/callServer.ts'
import { loadSnapshotBoard } from './loadSnapshotBoard.ts'
import { type Block, thumbnailBlocks } from './thumbnail.ts'

export type SnapshotList =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly sentence: string }
  /** Each newest first. */
  | { readonly at: 'ready'; readonly snapshots: readonly SnapshotInfo[]; readonly imports: readonly KeptImport[] }

/** Boards that are kept decoded; a board of 2,000 cards is some MB. */
const KEPT_BOARDS = 12

export class History {
  readonly list = atom<SnapshotList>('snapshots', { at: 'loading' })
  readonly #workshopId: string
  readonly #token: string
  readonly #toLocalMs: (serverMs: number) => number
  /** In the order of their last use. A snapshot never changes. */
  readonly #boards = new Map<number, Promise<Answer<Board>>>()
  readonly #pictures = new Map<number, readonly Block[]>()
  /** One download at a time: a list that is scrolled through must not take the line from the work. */
  #queue: Promise<unknown> = Promise.resolve()

  /** `toLocalMs`: snapshots are dated by the server's clock, and told by that of this browser. */
  constructor(
    { workshopId, token }: { readonly workshopId: string; readonly token: string },
    toLocalMs: (serverMs: number) => number,
  ) {
    this.#workshopId = workshopId
    this.#token = token
    this.#toLocalMs = toLocalMs
  }

  /** A list that is shown stays while it is asked for again; a failure then leaves it. */
  async load(): Promise<void> {
    const answer = await listSnapshots(this.#workshopId, this.#token)
    if (answer.ok) {
      const { snapshots, imports } = answer.value
      this.list.set({
        at: 'ready',
        snapshots: snapshots.map((one) => this.#told(one)),
        imports: imports.map((one) => ({ ...one, atMs: this.#toLocalMs(one.atMs) })),
      })
    } else if (this.list.get().at !== 'ready') this.list.set({ at: 'failed', sentence: answer.failure.sentence })
  }

  #told(snapshot: SnapshotInfo): SnapshotInfo {
    return { ...snapshot, takenAtMs: this.#toLocalMs(snapshot.takenAtMs) }
  }

  retry(): void {
    this.list.set({ at: 'loading' })
    void this.load()
  }

  async take(label: string): Promise<Answer<SnapshotInfo>> {
    const answer = await takeSnapshot(this.#workshopId, this.#token, label)
    if (answer.ok) await this.load()
    return answer
  }

  /** Answers with the snapshot that takes it back. */
  async restore(sid: number): Promise<Answer<SnapshotInfo>> {
    const answer = await restoreSnapshot(this.#workshopId, this.#token, sid)
    if (!answer.ok) return answer
    await this.load()
    return { ok: true, value: answer.value.before }
  }

  /** The board as it was then. What failed is asked for anew the next time. */
  board(sid: number): Promise<Answer<Board>> {
    const known = this.#boards.get(sid)
    this.#boards.delete(sid)
    const board = known ?? this.#loadBoard(sid)
    this.#boards.set(sid, board)
    const [oldest] = this.#boards.keys()
    if (this.#boards.size > KEPT_BOARDS && oldest !== undefined) this.#boards.delete(oldest)
    return board
  }

  /** The small picture; null if it cannot be had now. */
  async picture(sid: number): Promise<readonly Block[] | null> {
    const known = this.#pictures.get(sid)
    if (known) return known
    const board = await this.board(sid)
    if (!board.ok) return null
    const blocks = thumbnailBlocks(board.value, layoutBoard(board.value, new LayoutCache(fontMetrics)))
    this.#pictures.set(sid, blocks)
    return blocks
  }

  #loadBoard(sid: number): Promise<Answer<Board>> {
    const board = this.#queue.then(async () => {
      const answer = await loadSnapshotBoard(this.#workshopId, this.#token, sid)
      if (!answer.ok) this.#boards.delete(sid)
      return answer
    })
    this.#queue = board
    return board
  }
}
