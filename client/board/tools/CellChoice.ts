// The cell a person chose (by a click or the arrow keys) and the one under the pointer: where the next card goes.
import { atom, react, type Signal } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { type CellKey, cellKey, type Point } from '../../../shared/journey/Board.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import type { CellLayout, JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import { journeyAt, stageAt } from '../../../shared/layout/findLanding.ts'
import { containsPoint } from '../../../shared/layout/Rect.ts'
import type { BoardView } from '../binding/BoardView.ts'
import type { BoardBinding } from '../binding/BoardBinding.ts'

export interface CellRef {
  readonly journeyId: JourneyId
  readonly key: CellKey
}

export interface FoundCell {
  readonly journey: JourneyLayout
  readonly cell: CellLayout
}

/** The cell at a point; null on headers, labels and beside the maps. */
export function cellAtPoint(view: BoardView, point: Point): FoundCell | null {
  const journey = journeyAt(view.layout, point)
  if (!journey) return null
  const stage = stageAt(journey, point.x)
  const lane = journey.lanes.find(({ body }) => containsPoint(body, point))
  if (!stage || !lane || !containsPoint(stage.body, point)) return null
  const cell = journey.cells.get(cellKey(stage.id, lane.id))
  return cell ? { journey, cell } : null
}

export function findCell(view: BoardView, ref: CellRef | null): FoundCell | null {
  const journey = ref && view.layout.journeys.get(ref.journeyId)
  const cell = ref && journey?.cells.get(ref.key)
  return journey && cell ? { journey, cell } : null
}

function refOf(found: FoundCell | null): CellRef | null {
  return found && { journeyId: found.journey.journeyId, key: cellKey(found.cell.stageId, found.cell.laneId) }
}

function isSameRef(a: CellRef | null, b: CellRef | null): boolean {
  return a?.key === b?.key && a?.journeyId === b?.journeyId
}

export class CellChoice {
  readonly #editor: Editor
  readonly #binding: BoardBinding
  readonly #chosen = atom<CellRef | null>('chosen cell', null, { isEqual: isSameRef })
  readonly #hovered = atom<CellRef | null>('hovered cell', null, { isEqual: isSameRef })
  /** Chosen with the keyboard: its button takes the focus. */
  readonly #isByKeyboard = atom('cell chosen by keyboard', false)
  #isHeld = false
  readonly hovered: Signal<CellRef | null> = this.#hovered
  readonly chosen: Signal<CellRef | null> = this.#chosen
  readonly isByKeyboard: Signal<boolean> = this.#isByKeyboard

  constructor(editor: Editor, binding: BoardBinding) {
    this.#editor = editor
    this.#binding = binding
  }

  choose(found: FoundCell | null, isByKeyboard = false): void {
    this.#chosen.set(refOf(found))
    this.#isByKeyboard.set(isByKeyboard && found !== null)
  }

  hover(point: Point | null): void {
    if (this.#isHeld) return
    this.#hovered.set(point && refOf(cellAtPoint(this.#binding.view.get(), point)))
  }

  /** While the pointer is on a cell's button the cell stays the hovered one: the button may lie over the next lane. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
  }

  current(): FoundCell | null {
    return findCell(this.#binding.view.get(), this.#chosen.get())
  }

  underPointer(): FoundCell | null {
    return findCell(this.#binding.view.get(), this.#hovered.get())
  }

  /** Follows the pointer and clicks. Only changes of the cell reach a component. */
  start(): () => void {
    const editor = this.#editor
    const follow = (info: { readonly type: string; readonly name: string }): void => {
      if (info.type !== 'pointer') return
      const { currentPagePoint, isDragging } = editor.inputs
      const isIdle = editor.isIn('select.idle') && !isDragging
      this.hover(isIdle ? currentPagePoint : null)
      if (info.name === 'pointer_down') this.choose(null)
      if (info.name === 'pointer_up' && isIdle && editor.getSelectedShapeIds().length === 0)
        this.choose(cellAtPoint(this.#binding.view.get(), currentPagePoint))
    }
    editor.on('event', follow)
    // What is selected says where the next card goes; a chosen cell beside it would only be in doubt.
    const stop = react('cell or selection', () => {
      if (editor.getSelectedShapeIds().length > 0) this.choose(null)
    })
    return () => {
      stop()
      editor.off('event', follow)
    }
  }
}
