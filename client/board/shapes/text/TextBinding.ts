// Keeps one text box and one shared text equal, both ways, while several people write in it. Knows no React and no
// screen: a box is anything with a value and a selection. Everything written goes through `editText`.
import * as Y from 'yjs'
import { editText, textOf } from '../../../../shared/journey/edit/editText.ts'
import type { FieldRoot } from '../../../../shared/journey/edit/editFields.ts'
import type { EditTarget } from '../../../../shared/journey/edit/EditTarget.ts'

/** The part of a textarea that is used. Positions are UTF-16 units, as in Yjs. */
export interface TextBox {
  value: string
  readonly selectionStart: number
  readonly selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

/** Which text: a field of an entity. */
export interface TextPlace {
  readonly root: FieldRoot
  readonly id: string
  readonly name: string
}

interface TextBindingOptions {
  readonly box: TextBox
  readonly target: EditTarget
  readonly place: TextPlace
  /** Line breaks are kept; otherwise each becomes a space (pasted text has them). */
  readonly multiline: boolean
  /** The box's content changed, by whoever. */
  readonly onChange: (text: string) => void
  /** Somebody deleted the entity. `written` is what stood in the box if this person wrote in it, else null. Called once. */
  readonly onGone: (written: string | null) => void
}

export class TextBinding {
  #options: TextBindingOptions
  #text: Y.Text
  /** Content of the box before the change that is under way; lags behind the document during a composition. */
  #seen: string
  #isComposing = false
  #isDetached = false
  #hasWritten = false
  /** Where the selection is between which letters, so that it stays there when others write before it. */
  #selection: readonly [Y.RelativePosition, Y.RelativePosition]
  /** Only what is written here and now, for Escape; the board's own undo is another one. */
  #session: Y.UndoManager
  #stop: () => void

  /** Null if there is no such text. Fills the box. */
  static create(options: TextBindingOptions): TextBinding | null {
    const { target, place } = options
    const text = textOf(target, place.root, place.id, place.name)
    return text ? new TextBinding(options, text) : null
  }

  constructor(options: TextBindingOptions, text: Y.Text) {
    this.#options = options
    this.#text = text
    this.#seen = text.toString()
    options.box.value = this.#seen
    this.#selection = this.#readSelection()
    this.#session = new Y.UndoManager(text, {
      trackedOrigins: new Set([options.target.origin]),
      captureTimeout: Number.MAX_SAFE_INTEGER,
    })
    const onText = (_event: Y.YTextEvent, transaction: Y.Transaction) => {
      // Our own typing is in the box already.
      if (transaction.origin !== options.target.origin || this.#text.toString() !== options.box.value) this.#take()
    }
    const records = options.target.doc.getMap(options.place.root)
    const onRecords = () => {
      if (!records.has(options.place.id)) this.#leave()
    }
    text.observe(onText)
    records.observe(onRecords)
    this.#stop = () => {
      text.unobserve(onText)
      records.unobserve(onRecords)
    }
  }

  /** The box changed by typing, pasting, cutting, dictation. */
  input(): void {
    if (this.#isComposing) return
    const { box, target, place } = this.#options
    this.#straighten()
    if (this.#isDetached) {
      this.#options.onChange(box.value)
      return
    }
    if (box.value === this.#seen) return
    this.#hasWritten = true
    const seen = this.#seen
    this.#seen = box.value
    this.#options.onChange(box.value)
    editText(target, place.root, place.id, place.name, box.value, box.selectionStart, seen)
    // The limit may have cut the insertion, or words of others were still waiting.
    if (this.#text.toString() !== box.value) this.#take()
    this.#selection = this.#readSelection()
  }

  /** An input method starts to compose: the box must not be touched until it is done, or letters are doubled. */
  compositionStart(): void {
    this.#isComposing = true
  }

  compositionEnd(): void {
    this.#isComposing = false
    this.input()
    if (!this.#isDetached && this.#text.toString() !== this.#options.box.value) this.#take()
  }

  selectionChanged(): void {
    if (!this.#isComposing && this.#options.box.value === this.#text.toString()) this.#selection = this.#readSelection()
  }

  /** Takes back what was written since the box opened; words of others stay. Returns false if nothing was. */
  revert(): boolean {
    if (!this.#hasWritten) return false
    while (this.#session.undoStack.length > 0) this.#session.undo()
    this.#hasWritten = false
    return true
  }

  /**
   * The box goes on without the document: this person may not write there any more. What is in it from now on is only
   * here; `ownWords` says what that is.
   */
  detach(): void {
    this.#stopOnce()
    this.#session.clear()
    this.#hasWritten = false
    this.#isDetached = true
  }

  /** What stands in a detached box beyond what the document has; null if there is nothing, or it is not detached. */
  get ownWords(): string | null {
    const { value } = this.#options.box
    return this.#isDetached && value !== this.#seen && value.trim() !== '' ? value : null
  }

  get hasWritten(): boolean {
    return this.#hasWritten
  }

  destroy(): void {
    this.#stopOnce()
    this.#session.destroy()
  }

  #stopOnce(): void {
    this.#stop()
    this.#stop = () => undefined
  }

  #leave(): void {
    this.#stopOnce()
    this.#options.onGone(this.#hasWritten ? this.#options.box.value : null)
  }

  /** The document's words into the box, the selection where it was between its letters. */
  #take(): void {
    if (this.#isComposing) return
    const { box, target } = this.#options
    const [start, end] = this.#selection.map(
      (position) => Y.createAbsolutePositionFromRelativePosition(position, target.doc)?.index ?? null,
    )
    this.#seen = this.#text.toString()
    box.value = this.#seen
    const last = this.#seen.length
    box.setSelectionRange(start ?? last, end ?? last)
    this.#options.onChange(this.#seen)
  }

  #readSelection(): readonly [Y.RelativePosition, Y.RelativePosition] {
    const { selectionStart, selectionEnd } = this.#options.box
    const at = (index: number) => Y.createRelativePositionFromTypeIndex(this.#text, Math.min(index, this.#text.length))
    return [at(selectionStart), at(selectionEnd)]
  }

  #straighten(): void {
    const { box, multiline } = this.#options
    if (multiline || !/[\r\n]/.test(box.value)) return
    const caret = box.selectionStart
    // One for one up to the caret, so that it stays where it is.
    box.value = box.value.replaceAll(/[\r\n]/g, ' ')
    box.setSelectionRange(caret, caret)
  }
}
