// Takes elements of a file one by one and remembers which: what nobody asked for is named in the end, so that nothing is left
// out in silence. Collects what is wrong, too.
import { type ImportProblem, MAX_PROBLEMS } from '../ImportProblem.ts'
import type { XmlElement } from '../xml/readXml.ts'

export class ElementReader {
  readonly problems: ImportProblem[] = []
  readonly #taken = new Set<XmlElement>()
  readonly #remarks = new Map<
    string,
    { readonly first: XmlElement; readonly say: (count: number) => string; count: number }
  >()

  constructor(root: XmlElement) {
    this.#taken.add(root)
  }

  child(parent: XmlElement | null, name: string): XmlElement | null {
    const found = parent?.children.find((child) => child.name === name) ?? null
    if (found) this.#taken.add(found)
    return found
  }

  /** In the order of the file. */
  children(parent: XmlElement | null, ...names: readonly string[]): XmlElement[] {
    const found = (parent?.children ?? []).filter(({ name }) => names.includes(name))
    for (const child of found) this.#taken.add(child)
    return found
  }

  /** Words of a child; '' if it is not there or has none. `maxLength`: UTF-16 units that its place on the board takes. */
  words(parent: XmlElement | null, name: string, maxLength: number): string {
    const child = this.child(parent, name)
    if (child && child.text.length > maxLength)
      this.refuse(child, `This text has ${child.text.length} characters; at most ${maxLength} have room.`)
    return child?.text ?? ''
  }

  /** The file cannot be taken as it is. */
  refuse(at: XmlElement, sentence: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(placed(at, sentence))
  }

  /** The file is taken, with a word about this. Remarks with the same key are one, with the place of the first. */
  remark(at: XmlElement, key: string, say: (count: number) => string): void {
    const known = this.#remarks.get(key)
    if (known) known.count++
    else this.#remarks.set(key, { first: at, say, count: 1 })
  }

  /** In the order of the file, with one for each name of an element that was not taken. Call it when all is read. */
  notes(): ImportProblem[] {
    for (const element of this.#taken)
      for (const child of element.children)
        if (!this.#taken.has(child) && saysSomething(child))
          this.remark(child, `skipped ${child.name}`, (count) => skippedSentence(child.name, count))
    const notes = [...this.#remarks.values()].map(({ first, say, count }) => placed(first, say(count)))
    return inOrder(notes).slice(0, MAX_PROBLEMS)
  }
}

/** As they stand in the file. */
export function inOrder(problems: readonly ImportProblem[]): ImportProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function placed({ name, line, column }: XmlElement, sentence: string): ImportProblem {
  return { path: name, line, column, sentence }
}

/** Programs write empty elements for what nobody filled in. */
function saysSomething({ text, attributes, children }: XmlElement): boolean {
  return text !== '' || attributes.size > 0 || children.some(saysSomething)
}

function skippedSentence(name: string, count: number): string {
  return `‘${name}’ is not brought in${count === 1 ? '' : ` (${count} times)`}.`
}
