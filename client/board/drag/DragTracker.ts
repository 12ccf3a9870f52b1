// Follows what is in the own hand: where cards would land, where a header would go. Reads tldraw's translating state
// once a frame; writes nothing to the document. (What peers see moving is presence/useOwnPresence.ts.)
import { atom, type Signal } from '@tldraw/state'
import type { Editor, TLShape } from 'tldraw'
import { mayTouch } from '../binding/allowedChanges.ts'
import type { Canvas } from '../CanvasContext.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import type { CardLanding } from '../../../shared/layout/findLanding.ts'
import type { JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import type { BoardBinding } from '../binding/BoardBinding.ts'
import { clusterEntityId, curveEntityId } from '../binding/projectJourney.ts'
import { type CardShape, entityIdOf, shapeIdOf } from '../shapes/journeyShapes.ts'
import { isTranslating } from '../tldrawSeam.tsx'
import { type Hand, landInHand } from './landCards.ts'
import { findReorder, type ReorderLanding } from './reorder.ts'

export interface DragPreview {
  readonly cards: readonly CardLanding[]
  readonly reorder: ReorderLanding | null
}

/** Most shapes of one drag that are lifted above the others; each is looked up in the page. */
const MAX_LIFTED = 40
/** More than this carry no deep shadow: every one of them is painted anew in every frame. */
const MAX_SHADOWS = 10

const nothing: DragPreview = { cards: [], reorder: null }

export class DragTracker {
  readonly preview: Signal<DragPreview>
  // The pointer moves in every frame, the slots seldom: equal ones are one value, and nothing is drawn again.
  readonly #preview = atom<DragPreview>('drag preview', nothing, { isEqual: isSamePreview })
  readonly #editor: Editor
  readonly #binding: BoardBinding
  readonly #isMovable: (shape: TLShape) => boolean
  #isDragging = false
  #lastKey = ''
  /** Elements of the shapes in the hand, lifted above the others by an attribute. */
  #lifted: HTMLElement[] = []

  constructor({ editor, binding, session }: Canvas) {
    this.#isMovable = (shape) => mayTouch(shape, session.rules)
    this.preview = this.#preview
    this.#editor = editor
    this.#binding = binding
  }

  /** Starts following. A throwing listener would end tldraw's frame loop for good, so nothing escapes. */
  start(): () => void {
    const follow = (): void => {
      try {
        this.#follow()
      } catch {
        this.#end()
      }
    }
    this.#editor.on('frame', follow)
    return () => {
      this.#editor.off('frame', follow)
      this.#end()
    }
  }

  #follow(): void {
    const editor = this.#editor
    if (!isTranslating(editor)) {
      if (this.#isDragging) this.#end()
      return
    }
    const shapes = editor.getSelectedShapes()
    const { x, y } = editor.inputs.currentPagePoint
    const key = `${x},${y},${shapes.length},${shapes[0]?.id},${shapes[0]?.x},${shapes[0]?.y},${this.#binding.view.get().version}`
    if (key === this.#lastKey) return
    this.#lastKey = key
    if (!this.#isDragging) this.#lift(shapes)
    this.#isDragging = true
    const { originPagePoint: start } = editor.inputs
    this.#preview.set(this.#look(shapes, { point: { x, y }, start: { x: start.x, y: start.y } }))
    const [only] = shapes
    if (shapes.length === 1 && only && only.type === 'journey-map') this.#dragSheet(only)
  }

  #look(shapes: readonly TLShape[], hand: Hand): DragPreview {
    const view = this.#binding.view.get()
    const cards = shapes.filter((shape) => shape.type === 'card' && this.#isMovable(shape)) as unknown as CardShape[]
    if (cards.length > 0) {
      const isNew = (card: { id: string }): boolean => this.#binding.recordOf(card.id) === undefined
      return { cards: [...landInHand(view, cards, hand, isNew).values()], reorder: null }
    }
    const [only] = shapes
    const type: string | undefined = only?.type
    if (!only || shapes.length > 1 || (type !== 'stage' && type !== 'lane')) return nothing
    const at = type === 'stage' ? only.x : only.y
    return { cards: [], reorder: findReorder(view.board, view.layout, entityIdOf(only.id), at) }
  }

  /** A sheet is dragged with everything on it. */
  #dragSheet(sheet: TLShape): void {
    const layout = this.#binding.view.get().layout.journeys.get(entityIdOf(sheet.id) as JourneyId)
    const start = this.#binding.recordOf(sheet.id)
    if (!layout || start?.typeName !== 'shape') return
    this.#binding.followSheet(shapesOn(layout), { x: sheet.x - start.x, y: sheet.y - start.y })
  }

  #lift(shapes: readonly TLShape[]): void {
    const container = this.#editor.getContainer()
    for (const shape of shapes.slice(0, MAX_LIFTED)) {
      // A sheet stays below what lies on it; a locked card stays where it is.
      if (shape.type === ('journey-map' as string) || !this.#isMovable(shape)) continue
      const { id } = shape
      const element = container.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${CSS.escape(id)}"]`)
      if (!element) continue
      element.dataset['inHand'] = shapes.length > MAX_SHADOWS ? 'many' : 'few'
      this.#lifted.push(element)
    }
  }

  #end(): void {
    for (const element of this.#lifted) delete element.dataset['inHand']
    this.#lifted = []
    this.#isDragging = false
    this.#lastKey = ''
    this.#preview.set(nothing)
  }
}

/** Shape ids of everything on a sheet but the sheet itself. */
function shapesOn(layout: JourneyLayout): string[] {
  const entities: string[] = [...layout.cards.keys()]
  for (const { id } of layout.stages) entities.push(id)
  for (const { id, kind } of layout.lanes) entities.push(id, ...(kind === 'emotion' ? [curveEntityId(id)] : []))
  for (const group of layout.groups) entities.push(clusterEntityId(group))
  return entities.map(shapeIdOf)
}

/** Whether both look the same. Where cards hang on the pointer is not seen in the preview. */
function isSamePreview(a: DragPreview, b: DragPreview): boolean {
  if (a.cards.length !== b.cards.length) return false
  const isSameLine = a.reorder?.order === b.reorder?.order && isSameRect(a.reorder?.line, b.reorder?.line)
  return isSameLine && a.cards.every((landing, at) => isSameSlot(landing, b.cards[at]))
}

function isSameSlot(a: CardLanding, b: CardLanding | undefined): boolean {
  if (!b || a.card.id !== b.card.id) return false
  return a.cell === null || b.cell === null ? a.cell === b.cell : isSameRect(a.rect, b.rect)
}

function isSameRect(a: Rect | undefined, b: Rect | undefined): boolean {
  return a === b || (a?.x === b?.x && a?.y === b?.y && a?.w === b?.w && a?.h === b?.h)
}
