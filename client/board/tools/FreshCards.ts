// A card that was just made: left without a word it is taken away again, and the history forgets it ever was; with the
// first words it is one step, however long writing them took.
import { react } from '@tldraw/state'
import type { Editor } from 'tldraw'
import type { CardId } from '../../../shared/journey/ids.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import type { BoardBinding } from '../binding/BoardBinding.ts'
import type { BoardSession } from '../BoardSession.ts'
import type { Canvas } from '../CanvasContext.ts'

type Step = NonNullable<ReturnType<BoardSession['undo']['last']>>

/** Origin of taking an empty card back: not a step anybody would undo. */
const tidyingUp = { name: 'empty card' }

export class FreshCards {
  readonly #editor: Editor
  readonly #session: BoardSession
  readonly #binding: BoardBinding
  #fresh: { readonly id: CardId; readonly step: Step | null; readonly fields: string } | null = null

  constructor({ editor, session, binding }: Canvas) {
    this.#editor = editor
    this.#session = session
    this.#binding = binding
  }

  /** `step`: the step of the history that made the card. Call when its text box is open. */
  watch(id: CardId, step: Step | null): void {
    this.#fresh = { id, step, fields: this.#fieldsOf(id) }
  }

  start(): () => void {
    return react('empty new cards', () => {
      const editing = this.#editor.getEditingShapeId()
      // The text box may still put its last letters in while it closes.
      if (this.#fresh && editing !== shapeIdOf(this.#fresh.id)) queueMicrotask(() => this.#settle())
    })
  }

  #settle(): void {
    const fresh = this.#fresh
    if (!fresh || this.#editor.getEditingShapeId() === shapeIdOf(fresh.id)) return
    this.#fresh = null
    const { undo, cards } = this.#session
    this.#binding.flush()
    if (this.#fieldsOf(fresh.id) !== fresh.fields) {
      undo.stop()
      if (fresh.step) undo.joinFrom(fresh.step)
      return
    }
    cards.delete([fresh.id], tidyingUp)
    if (fresh.step) undo.forgetSince(fresh.step)
  }

  /** All its values as one string: anything set by anybody keeps the card. */
  #fieldsOf(id: CardId): string {
    return JSON.stringify(this.#binding.view.get().board.cards.get(id)?.fields ?? null)
  }
}
