// The canvas as a projection of the document, and back. Once per frame: what changed in the document → layout → records
// → one merge into tldraw's store. What a person does in the store is read off when the gesture is over and becomes
// named edits in one transaction, which come back through the same projection.
import { atom, type Signal } from '@tldraw/state'
import type { Editor, TLRecord, TLShapeId, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import type { Board, Point } from '../../../shared/journey/Board.ts'
import type { BoardChanges, BoardModel } from '../../../shared/journey/BoardModel.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId, StageId } from '../../../shared/journey/ids.ts'
import type { FontMetrics } from '../../../shared/layout/FontMetrics.ts'
import type { DraftsSource } from '../drafts/DraftsLayer.ts'
import { DraftsLayer } from '../drafts/DraftsLayer.ts'
import { noHidden } from '../drafts/hiddenNotes.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import type { CardEdits } from '../drafts/CardEdits.ts'
import { isJourneyShapeType, shapeIdOf } from '../shapes/journeyShapes.ts'
import { isGestureActive, isTranslating, refuseRecord } from '../tldrawSeam.tsx'
import type { UndoHistory } from '../undo/UndoHistory.ts'
import type { BoardRules } from '../../connection/BoardRules.ts'
import { allowedChanges, type EditRules, mayTouch } from './allowedChanges.ts'
import { applyUserChanges } from './applyUserChanges.ts'
import type { BoardView } from './BoardView.ts'
import { CardMetas } from './CardMetas.ts'
import { collectUserChanges, isNothing, isUploadEnd, type UserChanges } from './collectUserChanges.ts'
import { DrawingReader } from './DrawingReader.ts'
import { guardStore } from './guardStore.ts'
import { keepMine } from './keepMine.ts'
import { Projection } from './Projection.ts'
import { isSamePlace, isSameRecord } from './projectJourney.ts'

export interface BindingSession {
  readonly doc: Y.Doc
  readonly model: BoardModel
  readonly edit: EditTarget
  readonly cards: CardEdits
  readonly undo: UndoHistory
  readonly connection: DraftsSource
  readonly rules: EditRules & Pick<BoardRules, 'lockNames'>
}

export interface ColumnsPreview {
  readonly id: StageId
  readonly columns: number
}

export interface BindingListener {
  /** Headers and labels somebody tried to delete in passing; they are back, and whoever meant it should be asked. */
  onStructureDeleted?(shapes: UserChanges['deletedStructure']): void
  /** Something the person did is not allowed now and is back as it was. `why`: the sentence, if there is one. */
  onForbidden?(why: string | null): void
  /** Called right before these shapes on the canvas change places for another reason than the own hand. */
  onBeforeMove?(moved: ReadonlySet<string>): void
  /** Called right before shapes with these ids come onto the canvas. */
  onBeforeAppear?(made: readonly string[]): void
}

/** Origin of the addresses that pictures get when they are on the server: no step of the history. */
const uploads = { name: 'pictures sent' }

/** With the page hidden no frames come; others' changes are taken in at this pace, ms. */
const HIDDEN_FRAME_MS = 250

export class BoardBinding {
  readonly store: TLStore
  readonly cache: LayoutCache
  readonly view: Signal<BoardView>
  listener: BindingListener = {}
  /** Drawings somebody was writing in when drawing ended: changes to them are taken a moment longer. */
  readonly spared = new Set<string>()
  readonly #session: BindingSession
  readonly #view
  readonly #projection = new Projection()
  readonly #metas = new CardMetas()
  /** Own drafts and what others hide. */
  readonly drafts: DraftsLayer
  readonly #drawings: DrawingReader
  readonly #touched = new Set<string>()
  readonly #made = new Set<string>()
  /** Moved along with their sheet, by nobody's will of their own; brought in line when the hand opens. */
  readonly #following = new Set<string>()
  /** Gone from the document while in somebody's hand; taken off when the hand opens. */
  readonly #leaving = new Set<string>()
  readonly #stops: (() => void)[] = []
  #editor: Editor | null = null
  #columns: ColumnsPreview | null = null
  #isProjecting = false
  #isDirty = true
  #wasTranslating = false
  #cancelFrame: (() => void) | null = null

  constructor(store: TLStore, session: BindingSession, metrics: FontMetrics) {
    this.store = store
    this.#session = session
    this.cache = new LayoutCache(metrics)
    this.#drawings = new DrawingReader(session.doc, (record) => refuseRecord(store, record))
    const { board } = session.model
    const layout = { journeys: new Map(), free: new Map(), recomputedCells: 0 }
    this.#view = atom<BoardView>('board view', { board, layout, cache: this.cache, hidden: noHidden, version: 0 })
    this.view = this.#view
    this.#stops.push(session.model.onDirty(() => this.#markDirty()))
    this.drafts = new DraftsLayer(session.connection, () => this.#markDirty())
    this.flush()
  }

  /** From now on what happens in this editor is written to the document. Returns the way to stop. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    const stop = guardStore(editor, {
      isProjecting: () => this.#isProjecting,
      isProjected: (id) => this.#projection.records.has(id),
      mayTouch: (shape) => this.spared.has(shape.id) || mayTouch(shape, this.#session.rules),
      isInPlace: (shape) => {
        const record = this.#projection.records.get(shape.id)
        return record?.typeName === 'shape' && record.x === shape.x && record.y === shape.y
      },
      noteTouched: (id, isNew) => this.#noteTouched(id, isNew),
    })
    return () => {
      stop()
      this.#editor = null
    }
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.drafts.destroy()
    this.#cancelFrame?.()
  }

  /** Rights or locks changed: headers and cards show whether they can be moved. */
  refreshMarks(): void {
    this.#markDirty()
  }

  /**
   * Carries everything over now instead of at the next frame: after an edit whose shape is needed at once. Not to be
   * called from inside tldraw's own events or listeners (a merge within a change throws); wait for a microtask there.
   */
  flush(): void {
    this.#cancelFrame?.()
    this.#cancelFrame = null
    const { written, copies } = this.#isGestureActive() ? { written: [], copies: null } : this.#writeUserChanges()
    if (this.#isDirty || written.length > 0 || this.#leaving.size > 0) this.#project(written, copies)
    this.#wasTranslating = this.#editor !== null && isTranslating(this.#editor)
    if (this.#touched.size > 0 || this.#following.size > 0 || this.#leaving.size > 0) this.#schedule()
  }

  #isGestureActive(): boolean {
    return this.#editor !== null && isGestureActive(this.#editor)
  }

  #markDirty(): void {
    this.#isDirty = true
    this.#schedule()
  }

  #noteTouched(id: string, isNew: boolean): void {
    this.#touched.add(id)
    if (isNew && !this.#projection.records.has(id)) this.#made.add(id)
    if (this.#editor && isTranslating(this.#editor)) this.#wasTranslating = true
    this.#schedule()
  }

  #schedule(): void {
    if (this.#cancelFrame) return
    const run = (): void => {
      this.#cancelFrame = null
      this.flush()
    }
    if (document.hidden) {
      const timer = setTimeout(run, HIDDEN_FRAME_MS)
      this.#cancelFrame = () => clearTimeout(timer)
    } else {
      const frame = requestAnimationFrame(run)
      this.#cancelFrame = () => cancelAnimationFrame(frame)
    }
  }

  /** Returns what is to be brought back in line with the document, whatever the store says now. */
  #writeUserChanges(): { written: string[]; copies: ReadonlyMap<string, CardId> | null } {
    const written = [...this.#touched, ...this.#following]
    this.#following.clear()
    if (written.length === 0 || !this.#editor) return { written: [], copies: null }
    const now = (id: string): TLRecord | undefined => this.store.get(id as TLShapeId)
    const done = collectUserChanges(this.#touched, this.#made, now, this.#projection.records)
    this.#touched.clear()
    this.#made.clear()
    const changes = this.#allowed(done)
    if (isNothing(changes)) return { written, copies: null }
    const { currentPagePoint: point, originPagePoint: start } = this.#editor.inputs
    const hand = this.#wasTranslating ? { point: { x: point.x, y: point.y }, start: { x: start.x, y: start.y } } : null
    const { edit: target, cards, undo } = this.#session
    const context = { target, cards, view: this.#view.get(), hand }
    const copies = isUploadEnd(changes)
      ? applyUserChanges(changes, { ...context, target: { ...target, origin: uploads } })
      : undo.step(() => applyUserChanges(changes, context))
    if (changes.deletedStructure.length > 0) this.listener.onStructureDeleted?.(changes.deletedStructure)
    return { written, copies }
  }

  #allowed(done: UserChanges): UserChanges {
    // Nobody does that by hand; the server decides whether it comes too late.
    if (isUploadEnd(done)) return done
    const { board } = this.#view.get()
    const { changes, left } = allowedChanges(done, this.#session.rules, board, (id) => this.spared.has(id))
    if (left) this.listener.onForbidden?.(left.why)
    return changes
  }

  #project(written: readonly string[], copies: ReadonlyMap<string, CardId> | null): void {
    const before = new Map([...this.#touched].map((id) => [id, this.#projection.records.get(id)]))
    const { put, remove } = this.#isDirty ? this.#readDocument() : { put: [], remove: [] }
    const records = new Map(put.map((record) => [record.id as string, record]))
    const gone = new Set([...remove, ...this.#leaving])
    this.#leaving.clear()
    for (const id of written) {
      const wanted = this.#projection.records.get(id)
      if (wanted) records.set(id, wanted)
      else gone.add(id)
    }
    this.#merge(records, gone, before, copies)
  }

  #readDocument(): { put: TLRecord[]; remove: string[] } {
    this.#isDirty = false
    const { model, rules } = this.#session
    const changes: BoardChanges = model.refresh()
    const cards = new Set(changes.cards)
    const { board, laidOut, hidden } = this.drafts.read(this.#withPreview(model.board), cards)
    const layout = layoutBoard(laidOut, this.cache)
    this.#view.set({ board, layout, cache: this.cache, hidden, version: this.#view.get().version + 1 })
    const journeys = this.#projection.update(board, layout, {
      cards,
      structureLocked: !rules.mayShape,
      metaOf: this.#metas.reader((id) => this.drafts.metaOf(id), rules.lockNames.get()),
    })
    const drawings = this.#drawings.update(changes.drawings, (id) => this.#projection.records.has(id))
    this.#projection.putDrawings(drawings.put, drawings.remove)
    return { put: [...journeys.put, ...drawings.put], remove: [...drawings.remove, ...journeys.remove] }
  }

  /** One merge. Cards first, then what holds on to them; what is in the person's hand keeps what the hand does to it. */
  #merge(
    records: ReadonlyMap<string, TLRecord>,
    gone: ReadonlySet<string>,
    before: ReadonlyMap<string, TLRecord | undefined>,
    copies: ReadonlyMap<string, CardId> | null,
  ): void {
    const inHand = this.#isGestureActive() ? this.#shapesInHand() : new Set<string>()
    const put: TLRecord[] = []
    for (const [id, record] of records) {
      const now = this.store.get(id as TLShapeId)
      const wanted = now && this.#touched.has(id) ? keepMine(now, before.get(id) ?? now, record) : record
      if (!now || !isSameRecord(now, wanted)) put.push(wanted)
    }
    const remove: TLShapeId[] = []
    for (const id of gone) {
      if (!this.store.has(id as TLShapeId)) continue
      if (inHand.has(id)) this.#leaving.add(id)
      else remove.push(id as TLShapeId)
    }
    if (put.length === 0 && remove.length === 0) return
    if (inHand.size === 0) this.listener.onBeforeMove?.(this.#movedBy(put))
    this.listener.onBeforeAppear?.(put.flatMap(({ id }) => (this.store.has(id) ? [] : [id])))
    const selection = copies ? this.#followSelection(copies) : null
    this.#isProjecting = true
    try {
      this.store.mergeRemoteChanges(() => {
        this.store.put(put)
        this.store.remove(remove)
      })
      if (selection) this.#editor?.setSelectedShapes(selection)
    } finally {
      this.#isProjecting = false
    }
  }

  #movedBy(put: readonly TLRecord[]): Set<string> {
    const moved = new Set<string>()
    for (const record of put) {
      const now = this.store.get(record.id)
      if (now && !isSamePlace(now, record)) moved.add(record.id)
    }
    return moved
  }

  #shapesInHand(): Set<string> {
    const state = this.#editor?.getCurrentPageState()
    return new Set([
      ...this.#touched,
      ...(state?.selectedShapeIds ?? []),
      ...(state?.hoveredShapeId ? [state.hoveredShapeId] : []),
    ])
  }

  /** tldraw selects the copies it made; they live on under the ids of the document. */
  #followSelection(copies: ReadonlyMap<string, CardId>): TLShapeId[] | null {
    const selected = this.#editor?.getSelectedShapeIds() ?? []
    if (!selected.some((id) => copies.has(id))) return null
    return selected.map((id) => {
      const card = copies.get(id)
      return card ? shapeIdOf(card) : id
    })
  }

  /** Moves everything of a journey along with its sheet while somebody drags it; nothing is written before the drop. */
  followSheet(ids: readonly string[], by: Point): void {
    const put = ids.flatMap((id) => {
      const record = this.#projection.records.get(id)
      if (record?.typeName !== 'shape' || !isJourneyShapeType(record.type)) return []
      return [{ ...record, x: record.x + by.x, y: record.y + by.y }]
    })
    for (const id of ids) this.#following.add(id)
    this.#isProjecting = true
    try {
      this.store.mergeRemoteChanges(() => this.store.put(put))
    } finally {
      this.#isProjecting = false
    }
    this.#schedule()
  }

  /** Lays the map out as if a stage had so many columns, on this screen only; null ends it. */
  previewColumns(preview: ColumnsPreview | null): void {
    if (this.#columns?.id === preview?.id && this.#columns?.columns === preview?.columns) return
    this.#columns = preview
    this.#markDirty()
  }

  #withPreview(board: Board): Board {
    const stage = this.#columns && board.stages.get(this.#columns.id)
    if (!this.#columns || !stage) return board
    const stages = new Map(board.stages).set(stage.id, { ...stage, columns: this.#columns.columns })
    return { ...board, stages }
  }

  /** What the document says about a record, whatever a hand is doing to it. */
  recordOf(id: string): TLRecord | undefined {
    return this.#projection.records.get(id)
  }
}
