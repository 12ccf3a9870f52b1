// Line and column of what an XML reader reports, one after the other: walks in step with a reader that gives tags without
// their places (its own way to tell them counts lines from the start of the file each time). What is asked for here the
// reader has found already, so nothing is checked.
import type { TextPosition } from '../scanJson.ts'

export class TagPlaces {
  readonly #text: string
  /** Behind the tag that was asked for last. */
  #at = 0
  #tagStart = 0
  #line = 1
  #lineStart = 0
  /** −1 in the last line. */
  #lineEnd: number

  constructor(text: string) {
    this.#text = text
    this.#lineEnd = text.indexOf('\n')
  }

  /** The next start or end tag, from its < to its >. */
  next(): { readonly tag: string; readonly place: TextPosition } {
    this.#tagStart = this.#nextMark()
    this.#at = this.#endOfTag(this.#tagStart)
    return { tag: this.#text.slice(this.#tagStart, this.#at), place: this.at(this.#tagStart) }
  }

  /** In the tag that was asked for last. */
  inTag(offset: number): TextPosition {
    return this.at(this.#tagStart + offset)
  }

  /** Words between two tags were reported. */
  passWords(length: number): void {
    this.#at += length
  }

  /** A comment, a section of plain text or an instruction was reported. */
  passPlain(): void {
    const start = this.#nextMark()
    for (const [open, close] of plain)
      if (this.#text.startsWith(open, start)) this.#at = this.#text.indexOf(close, start) + close.length
  }

  /** Of the tag that comes next. */
  here(): TextPosition {
    return this.at(this.#nextMark())
  }

  /** Of the first words that come next; they stand outside of everything. */
  nextWords(): TextPosition {
    return this.at(this.#at + Math.max(0, this.#text.slice(this.#at).search(/\S/)))
  }

  end(): TextPosition {
    return this.at(this.#text.length)
  }

  /** In words that are reported next. */
  inWords(offset: number): TextPosition {
    return this.at(this.#at + offset)
  }

  /** From 1, as editors count. Offsets may not go back. */
  at(offset: number): TextPosition {
    while (this.#lineEnd >= 0 && this.#lineEnd < offset) {
      this.#line++
      this.#lineStart = this.#lineEnd + 1
      this.#lineEnd = this.#text.indexOf('\n', this.#lineStart)
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 }
  }

  /** Between tags there are words that were passed, or blanks that nobody reports. */
  #nextMark(): number {
    return Math.max(0, this.#text.indexOf('<', this.#at))
  }

  /** A > within quotes belongs to a value. */
  #endOfTag(start: number): number {
    let at = start
    for (;;) {
      const character = this.#text[at]
      if (character === undefined) return this.#text.length
      if (character === '>') return at + 1
      const close = character === '"' || character === "'" ? this.#text.indexOf(character, at + 1) : at
      at = Math.max(at, close) + 1
    }
  }
}

const plain = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
