// Text of an XML file → its elements with their places, or the first thing that is wrong with it. saxen finds the tags; what
// it lets pass (it is made for files that programs wrote) is refused here. There are no document types and no entities
// but those of the language itself, so that a file can neither grow in memory nor name another file.
import { Parser } from 'saxen'
import type { TextPosition } from '../scanJson.ts'
import { decodeReferences } from './decodeReferences.ts'
import { readAttributes } from './readAttributes.ts'
import { TagPlaces } from './TagPlaces.ts'

export interface XmlElement extends TextPosition {
  /** Without the prefix of its namespace. */
  readonly name: string
  /** By name without prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own words, without those of its children, trimmed. */
  readonly text: string
}

export interface XmlFault extends TextPosition {
  /** One sentence. */
  readonly sentence: string
}

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly fault: XmlFault }

/** Deepest nesting that is read; the formats read here have 7 levels. */
export const MAX_XML_DEPTH = 40
/** Most elements: twenty for each of the 20,000 rows that an import may have. */
export const MAX_XML_ELEMENTS = 400_000

export function readXml(text: string): XmlResult {
  // As the language counts lines, and as editors do.
  return new XmlReader(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')).read()
}

interface OpenElement extends TextPosition {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly parts: string[]
}

/** What XML 1.0 does not allow in a file, however it is written. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

class XmlReader {
  readonly #text: string
  readonly #places: TagPlaces
  readonly #parser = new Parser()
  readonly #open: OpenElement[] = []
  #root: XmlElement | null = null
  #elements = 0

  constructor(text: string) {
    this.#text = text
    this.#places = new TagPlaces(text)
  }

  read(): XmlResult {
    const strange = forbidden.exec(this.#text)
    if (strange) {
      const code = strange[0].codePointAt(0) ?? 0
      const sentence = `The character U+${code.toString(16).toUpperCase().padStart(4, '0')} is not allowed in XML.`
      return { ok: false, fault: { ...this.#places.at(strange.index), sentence } }
    }
    this.#listen()
    try {
      this.#parser.parse(this.#text)
    } catch (error) {
      if (error instanceof Stop) return { ok: false, fault: error.fault }
      throw error
    }
    if (this.#root) return { ok: true, root: this.#root }
    return { ok: false, fault: { line: 1, column: 1, sentence: 'There is no XML in this file.' } }
  }

  #listen(): void {
    const parser = this.#parser
    parser.on('openTag', (name) => this.#start(name))
    parser.on('closeTag', (_name, _decode, selfClosing) => {
      if (!selfClosing) this.#places.next()
      this.#end()
    })
    parser.on('text', (words) => this.#addWords(words))
    parser.on('cdata', (words) => {
      this.#open.at(-1)?.parts.push(words)
      this.#places.passPlain()
    })
    parser.on('comment', () => this.#places.passPlain())
    parser.on('question', () => this.#places.passPlain())
    parser.on('attention', () => this.#stopAt(NO_TYPES, this.#places.here()))
    // A warning is what the language calls an error: text behind the last element, for one.
    parser.on('error', ({ message }) => this.#refuse(message))
    parser.on('warn', ({ message }) => this.#refuse(message))
  }

  #start(name: string): void {
    const { tag, place } = this.#places.next()
    const parent = this.#open.at(-1)
    if (!parent && this.#root) return this.#stopAt('A file has one outermost element; this is a second one.', place)
    if (this.#open.length >= MAX_XML_DEPTH)
      return this.#stopAt(`This lies deeper than ${MAX_XML_DEPTH} elements.`, place)
    if (++this.#elements > MAX_XML_ELEMENTS)
      return this.#stopAt(`The file has more than ${MAX_XML_ELEMENTS} elements.`, place)
    const read = readAttributes(tag, name)
    if (!read.ok) return this.#stopAt(read.sentence, this.#places.inTag(read.offset))
    this.#open.push({ name: localName(name), attributes: read.attributes, children: [], parts: [], ...place })
  }

  #addWords(words: string): void {
    const open = this.#open.at(-1)
    if (!open) return
    const decoded = decodeReferences(words)
    if (!decoded.ok) return this.#stopAt(decoded.sentence, this.#places.inWords(decoded.offset))
    open.parts.push(decoded.text)
    this.#places.passWords(words.length)
  }

  #end(): void {
    const closed = this.#open.pop()
    if (!closed) return
    const { parts, ...element } = closed
    const read: XmlElement = { ...element, text: parts.join('').trim() }
    const parent = this.#open.at(-1)
    if (parent) parent.children.push(read)
    else this.#root = read
  }

  #refuse(message: string): void {
    const places = this.#places
    if (message === 'unexpected end of file') this.#stopAt(sentenceOf(message), places.end())
    else if (message === OUTSIDE) this.#stopAt(sentenceOf(message), places.nextWords())
    else this.#stopAt(sentenceOf(message), places.here())
  }

  /** Asked to stop, the reader finishes the tag it is at; one of 16 MiB with faults all through takes a minute. */
  #stopAt(sentence: string, { line, column }: TextPosition): never {
    throw new Stop({ line, column, sentence })
  }
}

/** The way out of the reader's events; never leaves this file. */
class Stop extends Error {
  readonly fault: XmlFault

  constructor(fault: XmlFault) {
    super(fault.sentence)
    this.fault = fault
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const NO_TYPES = 'A document type is not read here. Take the part that starts with <! out of the file.'
const OUTSIDE = 'non-whitespace outside of root node'

/** What the reader says, for people who have the file open in an editor. */
function sentenceOf(message: string): string {
  switch (message) {
    case 'unexpected end of file':
      return 'The file ends before its last element is closed.'
    case 'missing start tag':
      return 'There is no XML in this file.'
    case 'closing tag mismatch':
    case 'close tag':
      return 'This end tag does not belong to the element that was opened last.'
    case 'missing open tag':
      return 'This end tag closes nothing.'
    case OUTSIDE:
      return 'There is text outside of the outermost element.'
    case 'illegal first char nodeName':
    case 'invalid nodeName':
      return 'This is not the name of an element. Names have the letters A to Z; a < in words is written &lt;.'
    case 'unclosed tag':
    case 'unclosed comment':
    case 'unclosed cdata':
    case 'unclosed question':
      return 'This starts here and is never closed.'
    default:
      return `This tag is not written as XML is: ${message.replaceAll(/[<>]/g, '')}.`
  }
}
