// Several people in one text box each: nothing is lost, carets stay where their owners put them.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type TextBox, TextBinding } from '../../../../client/board/shapes/text/TextBinding.ts'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { deleteCards } from '../../../../shared/journey/edit/editCards.ts'
import { textOf } from '../../../../shared/journey/edit/editText.ts'
import type { EditTarget } from '../../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'

const cardId = 'card' as CardId

class FakeBox implements TextBox {
  selectionStart = 0
  selectionEnd = 0
  #value = ''
  get value(): string {
    return this.#value
  }
  /** As in a browser: a new value puts the caret at its end. */
  set value(value: string) {
    this.#value = value
    this.selectionStart = this.selectionEnd = value.length
  }
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = Math.min(start, this.#value.length)
    this.selectionEnd = Math.min(end, this.#value.length)
  }
}

class Writer {
  readonly doc: Y.Doc
  readonly target: EditTarget
  readonly box = new FakeBox()
  readonly binding: TextBinding
  gone: (string | null)[] = []

  constructor(doc: Y.Doc, name: string, field = 'text', multiline = true) {
    this.doc = doc
    this.target = { doc, origin: { name } }
    const binding = TextBinding.create({
      box: this.box,
      target: this.target,
      place: { root: 'cards', id: cardId, name: field },
      multiline,
      onChange: () => undefined,
      onGone: (written) => this.gone.push(written),
    })
    if (!binding) throw new Error('no text')
    this.binding = binding
  }

  caret(at: number): this {
    this.box.setSelectionRange(at, at)
    this.binding.selectionChanged()
    return this
  }

  /** What a browser does: the letters go in at the caret, then the event. */
  types(letters: string): this {
    this.puts(letters)
    this.binding.input()
    return this
  }

  puts(letters: string): void {
    const { value, selectionStart, selectionEnd } = this.box
    this.box.value = value.slice(0, selectionStart) + letters + value.slice(selectionEnd)
    this.box.setSelectionRange(selectionStart + letters.length, selectionStart + letters.length)
  }

  erases(count: number): this {
    const { value, selectionStart } = this.box
    const from = Math.max(0, selectionStart - count)
    this.box.value = value.slice(0, from) + value.slice(selectionStart)
    this.box.setSelectionRange(from, from)
    this.binding.input()
    return this
  }

  get text(): string {
    return textOf(this.target, 'cards', cardId, 'text')?.toString() ?? ''
  }
}

function note(text = '', kind: 'note' | 'touchpoint' = 'note'): Y.Doc {
  const doc = new Y.Doc()
  const fields = kind === 'note' ? { text } : { title: text }
  createCards({ doc, origin: 'seed' }, [{ id: cardId, kind, place: { x: 0, y: 0 }, fields }])
  return doc
}

/** Two documents that pass on every change at once. */
function pair(text: string): [Writer, Writer] {
  const a = note(text)
  const b = new Y.Doc()
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  connect(a, b)
  return [new Writer(a, 'anna'), new Writer(b, 'ben')]
}

function connect(a: Y.Doc, b: Y.Doc): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') Y.applyUpdate(to, update, 'wire')
    })
}

describe('TextBinding', () => {
  it('fills the box and writes what is typed', () => {
    const anna = new Writer(note('Long waits'), 'anna')
    expect(anna.box.value).toBe('Long waits')
    anna.caret(4).types('er')
    expect(anna.text).toBe('Longer waits')
    expect(anna.binding.hasWritten).toBe(true)
  })

  it('shows what others write and keeps the caret between its letters', () => {
    const [anna, ben] = pair('status page')
    anna.caret(6)
    ben.caret(0).types('the ')
    expect(anna.box.value).toBe('the status page')
    expect(anna.box.selectionStart).toBe(10)
    anna.types('!')
    expect(ben.box.value).toBe('the status! page')
    expect(ben.box.selectionStart).toBe(4)
  })

  it('keeps a selection when others erase inside it', () => {
    const [anna, ben] = pair('one two three')
    anna.box.setSelectionRange(4, 13)
    anna.binding.selectionChanged()
    ben.caret(8).erases(4)
    expect(anna.box.value).toBe('one three')
    expect([anna.box.selectionStart, anna.box.selectionEnd]).toEqual([4, 9])
  })

  it('does not touch the box while an input method composes, and merges afterwards', () => {
    const [anna, ben] = pair('wait')
    anna.caret(4)
    anna.binding.compositionStart()
    anna.puts('に')
    anna.binding.input()
    ben.caret(0).types('they ')
    expect(anna.box.value).toBe('waitに')
    anna.puts('ほ')
    anna.binding.compositionEnd()
    expect(anna.box.value).toBe('they waitにほ')
    expect(ben.box.value).toBe('they waitにほ')
  })

  it('takes back only what was written here', () => {
    const [anna, ben] = pair('claim')
    anna.caret(5).types(' status')
    ben.caret(0).types('the ')
    anna.types('!')
    expect(anna.binding.revert()).toBe(true)
    expect(anna.box.value).toBe('the claim')
    expect(ben.box.value).toBe('the claim')
    expect(anna.binding.revert()).toBe(false)
  })

  it('makes line breaks spaces where a field has one line', () => {
    const anna = new Writer(note('', 'touchpoint'), 'anna', 'title', false)
    anna.types('Profile\nupdate')
    expect(anna.box.value).toBe('Profile update')
    expect(anna.box.selectionStart).toBe(14)
  })

  it('shows what the limit let in', () => {
    const anna = new Writer(note('x'.repeat(1_999)), 'anna')
    anna.caret(1_999).types('yz')
    expect(anna.text).toHaveLength(2_000)
    expect(anna.box.value).toBe(anna.text)
  })

  it('ends when the card is deleted and hands out what was written', () => {
    const [anna, ben] = pair('claim')
    anna.caret(5).types('s')
    deleteCards(ben.target, [cardId])
    expect(anna.gone).toEqual(['claims'])
    expect(ben.gone).toEqual([null])
  })

  it('has no box for a text that is not there', () => {
    const target = { doc: new Y.Doc(), origin: 'anna' }
    const place = { root: 'cards', id: 'nobody', name: 'text' } as const
    const nothing = () => undefined
    const box = new FakeBox()
    expect(TextBinding.create({ box, target, place, multiline: true, onChange: nothing, onGone: nothing })).toBeNull()
  })

  it('loses no letter of two people who type anywhere at once', () => {
    const step = fc.record({ who: fc.nat(1), at: fc.nat(40), letters: fc.stringMatching(/^[a-z]{1,4}$/) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat(3), (steps, syncEvery) => {
        const docs = [note('start'), new Y.Doc()] as const
        Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]))
        const writers = docs.map((doc, at) => new Writer(doc, `writer ${at}`))
        const sync = () => {
          Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]), 'wire')
          Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]), 'wire')
        }
        let typed = 'start'.length
        steps.forEach(({ who, at, letters }, index) => {
          const writer = writers[who]
          writer?.caret(Math.min(at, writer.box.value.length)).types(letters)
          typed += letters.length
          if (index % (syncEvery + 1) === 0) sync()
        })
        sync()
        for (const writer of writers) expect(writer.box.value).toBe(writer.text)
        expect(writers[0]?.text).toBe(writers[1]?.text)
        expect(writers[0]?.text).toHaveLength(typed)
      }),
      { seed: 20_261_121, numRuns: 200 },
    )
  })
})
