import { expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/xml/decodeXml.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** One byte for each letter, as Windows and ISO 8859-1 write it. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return bytes
}

it.each<[string, Uint8Array]>([
  ['UTF-8', utf8('<a>Größe</a>')],
  ['UTF-8 with a mark', utf8('\uFEFF<a>Größe</a>')],
  ['UTF-16 with a mark', utf16('\uFEFF<a>Größe</a>', true)],
  ['UTF-16 the other way round', utf16('\uFEFF<a>Größe</a>', false)],
  ['UTF-16 without a mark', utf16('<a>Größe</a>', true)],
  ['ISO 8859-1 that says so', latin(`<?xml version='1.0' encoding='ISO-8859-1'?><a>Größe</a>`)],
  ['Windows that says so', latin('<?xml version="1.0" encoding="windows-1252" standalone="yes"?><a>Größe</a>')],
  [
    'UTF-8 that was saved by a program which only changed the words',
    utf8('<?xml version="1.0" encoding="UTF-16"?><a>Größe</a>'),
  ],
])('%s', (_, bytes) => {
  const decoded = decodeXml(bytes)
  expect(decoded.ok && decoded.text.replace(/^<\?.*\?>/, '')).toBe('<a>Größe</a>')
})

it('what is not written as the file says is refused with the place of the first wrong letter', () => {
  const bytes = latin('<?xml version="1.0" encoding="UTF-8"?>\n<a>\n <b>Größe</b></a>')
  expect(decodeXml(bytes)).toMatchObject({ ok: false, fault: { line: 3, column: 7 } })
  // A letter that is there and is the one that stands for wrong ones elsewhere.
  const [start, end] = [utf8('<a>\uFFFD\n'), latin('é</a>')]
  expect(decodeXml(new Uint8Array([...start, ...end]))).toMatchObject({ ok: false, fault: { line: 2, column: 1 } })
})

it('an encoding that nobody knows is named', () => {
  const decoded = decodeXml(latin('<?xml version="1.0" encoding="martian-7"?><a/>'))
  expect(decoded.ok ? '' : decoded.fault.sentence).toContain('‘martian-7’')
})
