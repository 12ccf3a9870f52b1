// Walks through JSON text without building anything: to say where the text is broken, how deep it nests before anything
// recursive touches it, and on which line a value stands. Iterative, so that no nesting can exhaust the stack.

export type JsonPath = readonly PropertyKey[]

/** Deepest nesting that is read; a workshop file has 8 levels, a drawing in it some more. */
export const MAX_JSON_DEPTH = 40

export type JsonScan =
  /** Where the wanted values start, by `pathKey`; a path that leads nowhere is not in it. */
  | { readonly ok: true; readonly offsets: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly offset: number; readonly expected: string }

export interface TextPosition {
  /** From 1, as editors count. */
  readonly line: number
  readonly column: number
}

export function pathKey(path: JsonPath): string {
  return JSON.stringify(path.map(String))
}

export function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/** Finds the first fault, or the offsets of the wanted values. */
export function scanJson(text: string, wanted: readonly JsonPath[] = []): JsonScan {
  return new Scanner(text, wanted).run()
}

interface Level {
  readonly isArray: boolean
  /** Path to this level, null if nothing wanted lies below it: most of a file is walked without building paths. */
  readonly path: readonly string[] | null
  index: number
  key: string
}

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end'
const expectedWords: Record<Expecting, string> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a name in double quotes',
  'key or }': 'a name in double quotes or }',
  ':': 'a colon',
  ', or end': 'a comma or the end',
}
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

class Scanner {
  readonly #text: string
  readonly #ways = new Set<string>()
  readonly #offsets = new Map<string, number>()
  readonly #levels: Level[] = []
  #at = 0
  #expecting: Expecting = 'value'

  constructor(text: string, wanted: readonly JsonPath[]) {
    this.#text = text
    for (const path of wanted) for (let end = 0; end <= path.length; end++) this.#ways.add(pathKey(path.slice(0, end)))
  }

  run(): JsonScan {
    while (true) {
      this.#skipSpace()
      const isOver = this.#levels.length === 0 && this.#expecting === ', or end'
      if (isOver && this.#at === this.#text.length) return { ok: true, offsets: this.#offsets }
      if (isOver) return { ok: false, offset: this.#at, expected: 'nothing more' }
      if (this.#levels.length > MAX_JSON_DEPTH)
        return { ok: false, offset: this.#at, expected: `at most ${MAX_JSON_DEPTH} levels` }
      if (!this.#step()) return { ok: false, offset: this.#at, expected: expectedWords[this.#expecting] }
    }
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && ' \t\n\r'.includes(this.#text.charAt(this.#at))) this.#at++
  }

  /** Takes one token; false, with the position on it, if it does not fit. */
  #step(): boolean {
    const character = this.#text.charAt(this.#at)
    switch (this.#expecting) {
      case 'value':
        return this.#takeValue(character)
      case 'value or ]':
        return character === ']' ? this.#close() : this.#takeValue(character)
      case 'key':
        return this.#takeKey(character)
      case 'key or }':
        return character === '}' ? this.#close() : this.#takeKey(character)
      case ':':
        return this.#take(character === ':', 'value')
      case ', or end':
        return this.#takeSeparator(character)
    }
  }

  #take(isRight: boolean, next: Expecting): boolean {
    if (!isRight) return false
    this.#at++
    this.#expecting = next
    return true
  }

  #takeSeparator(character: string): boolean {
    const level = this.#levels.at(-1)
    if (!level) return false
    if (character === (level.isArray ? ']' : '}')) return this.#close()
    level.index++
    return this.#take(character === ',', level.isArray ? 'value' : 'key')
  }

  #close(): boolean {
    this.#levels.pop()
    return this.#take(true, ', or end')
  }

  #takeKey(character: string): boolean {
    const start = this.#at
    const level = this.#levels.at(-1)
    if (!level || character !== '"' || !this.#skipString()) return false
    if (level.path) level.key = String(JSON.parse(this.#text.slice(start, this.#at)))
    this.#expecting = ':'
    return true
  }

  #takeValue(character: string): boolean {
    const path = this.#notePath()
    if (character === '{' || character === '[') {
      const isArray = character === '['
      this.#levels.push({ isArray, path, index: 0, key: '' })
      return this.#take(true, isArray ? 'value or ]' : 'key or }')
    }
    if (character === '"' ? !this.#skipString() : !this.#skipScalar()) return false
    this.#expecting = ', or end'
    return true
  }

  /** The path of the value that starts here, if something wanted is at it or below it. */
  #notePath(): readonly string[] | null {
    const level = this.#levels.at(-1)
    if (level && !level.path) return null
    const path = level?.path ? [...level.path, level.isArray ? String(level.index) : level.key] : []
    const key = pathKey(path)
    if (!this.#ways.has(key)) return null
    this.#offsets.set(key, this.#at)
    return path
  }

  #skipScalar(): boolean {
    scalar.lastIndex = this.#at
    const match = scalar.exec(this.#text)
    if (!match) return false
    this.#at += match[0].length
    return true
  }

  /** Past the closing quote; JSON.parse judges what is inside. Stays where it is if the text ends first. */
  #skipString(): boolean {
    let end = this.#at
    do {
      end = this.#text.indexOf('"', end + 1)
      if (end < 0) return false
    } while (this.#isEscaped(end))
    try {
      JSON.parse(this.#text.slice(this.#at, end + 1))
    } catch {
      return false
    }
    this.#at = end + 1
    return true
  }

  #isEscaped(quote: number): boolean {
    let slashes = 0
    while (this.#text[quote - 1 - slashes] === '\\') slashes++
    return slashes % 2 === 1
  }
}
