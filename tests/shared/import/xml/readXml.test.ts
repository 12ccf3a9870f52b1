// XML from strangers: what is well-formed is read with the place of every element, what is not is refused with the place.
import { describe, expect, it } from 'vitest'
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS, readXml, type XmlElement } from '../../../../shared/import/xml/readXml.ts'
import { Random } from '../../../support/Random.ts'

function rootOf(text: string): XmlElement {
  const result = readXml(text)
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.root
}

function faultOf(text: string) {
  const result = readXml(text)
  return result.ok ? null : result.fault
}

/** "a@1:1", all elements in the order of their start tags. */
function placesOf({ name, line, column, children }: XmlElement): string[] {
  return [`${name}@${line}:${column}`, ...children.flatMap(placesOf)]
}

describe('what is read', () => {
  it('elements, attributes and words, with references, sections of plain text and prefixes of namespaces', () => {
    const root = rootOf(`<?xml version="1.0"?>
<!-- <no/> --><x:a xmlns:x="urn:x" x:one = '1 &lt; "2"'
 two= "&#x1F680;" größe="1">
  words &amp; <![CDATA[<more> & more]]><!-- nothing --> 'end' &#128640;
</x:a>
<!-- > -->`)
    expect(root.name).toBe('a')
    expect(root.attributes.get('one')).toBe('1 < "2"')
    expect(root.attributes.get('two')).toBe('🚀')
    expect([...root.attributes.keys()]).toEqual(['one', 'two', 'größe'])
    expect(root.text).toBe(`words & <more> & more 'end' 🚀`)
  })

  it('the place of every element, as an editor shows it, whatever the line ends are', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = [
        '<?xml version="1.0"?>',
        '<!-- <b> -->',
        '<a q=">">',
        ' <b/><c>x</c><!-- <d/> -->',
        '<![CDATA[<e>]]>',
        '  <f',
        '/></a>',
      ]
      expect(placesOf(rootOf(lines.join(end)))).toEqual(['a@3:1', 'b@4:2', 'c@4:6', 'f@6:3'])
    }
  })

  it('a mark of the encoding at the start counts for nothing', () => {
    expect(placesOf(rootOf('\uFEFF<a/>'))).toEqual(['a@1:1'])
  })

  it('as deep as is allowed, and no deeper', () => {
    const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
    expect(readXml(nested(MAX_XML_DEPTH)).ok).toBe(true)
    expect(faultOf(nested(MAX_XML_DEPTH + 1))).toMatchObject({ line: 1, column: 1 + 3 * MAX_XML_DEPTH })
    // Far deeper than any stack.
    expect(faultOf('<a>'.repeat(500_000))?.sentence).toContain(`deeper than ${MAX_XML_DEPTH}`)
  })

  it.each([
    ["<a '''''…", `<a ${"'".repeat(4e6)}>`],
    ['<a b b b…', `<a ${'b '.repeat(4e6)}/>`],
    ['<<<<<…', '<'.repeat(4e6)],
    ['<a>&&&&&…', `<a>${'&'.repeat(4e6)}</a>`],
  ])('what is wrong all through stops at the first fault: %s', (_, text) => {
    // Each of these kept the reader busy for a minute or filled the memory.
    expect(faultOf(text)?.line).toBe(1)
  })

  it('at most so many elements', () => {
    expect(faultOf(`<a>${'<b/>'.repeat(MAX_XML_ELEMENTS)}</a>`)?.sentence).toContain('elements')
  })
})

describe('what is refused', () => {
  it.each([
    ['', 1, 1, 'There is no XML'],
    ['words', 1, 1, 'There is no XML'],
    ['<a>\n <b>\n</a>', 3, 1, 'does not belong'],
    ['<a>\n <b/>', 2, 6, 'ends before'],
    ['<a/>\n<b/>', 2, 1, 'second one'],
    ['<a/>\n words', 2, 2, 'outside'],
    ['\n words <a/>', 2, 2, 'outside'],
    ['</a>', 1, 1, 'closes nothing'],
    ['<a>\n<b c=d/></a>', 2, 4, 'An attribute is written'],
    ['<a>\n<b c="1"\n  c="2"/></a>', 3, 3, 'The attribute ‘c’ is there twice.'],
    ['<a>\n<b c="1"d="2"/></a>', 2, 9, 'An attribute is written'],
    ['<a>\n<b c/></a>', 2, 4, 'An attribute is written'],
    ['<a b="1 < 2"/>', 1, 4, 'An attribute is written'],
    ['<a b=\'1">', 1, 4, 'An attribute is written'],
    ['<a>\n x & y</a>', 2, 4, 'An & in words is written &amp;.'],
    ['<a>\n <!-- & -->x &\n</a>', 2, 14, 'An & in words is written &amp;.'],
    ['<a b="x & y"/>', 1, 9, 'An & in words is written &amp;.'],
    ['<a>\n&nbsp;</a>', 2, 1, '‘&nbsp;’ is not known here'],
    ['<a>&AMP;</a>', 1, 4, '‘&AMP;’ is not known here'],
    ['<a>&toString;</a>', 1, 4, 'is not known here'],
    ['<a>&#0;</a>', 1, 4, 'An & in words'],
    ['<a>&#xD800;</a>', 1, 4, 'An & in words'],
    ['<a>&#1114112;</a>', 1, 4, 'An & in words'],
    ['<a>3 < 4</a>', 1, 6, 'a < in words is written'],
    ['<a>\n\u0000</a>', 2, 1, 'U+0000'],
    ['<a>\ud800</a>', 1, 4, 'U+D800'],
    ['<a><!-- </a>', 1, 4, 'never closed'],
    ['<a><![CDATA[ </a>', 1, 4, 'never closed'],
    ['<a><b', 1, 4, 'never closed'],
    ['<?xml', 1, 1, 'never closed'],
  ])('%j at line %i, column %i', (text, line, column, words) => {
    const fault = faultOf(text)
    expect(fault).toMatchObject({ line, column })
    expect(fault?.sentence).toContain(words)
  })

  it('a document type, before anything in it is looked at', () => {
    const bomb = `<!DOCTYPE a [\n<!ENTITY b "bbbbbbbbbb">\n<!ENTITY c "&b;&b;&b;&b;">\n]>\n<a>&c;</a>`
    expect(faultOf(bomb)).toMatchObject({ line: 1, column: 1 })
    expect(faultOf(bomb)?.sentence).toContain('A document type is not read here')
    expect(faultOf('<a>\n<!ENTITY x SYSTEM "file:///etc/passwd">&x;</a>')?.sentence).toContain('document type')
  })
})

describe('anything at all', () => {
  const pieces = [
    '<',
    '>',
    '</',
    '/>',
    '<a',
    '<b>',
    '</b>',
    ' c=',
    '"',
    "'",
    '&',
    ';',
    '&amp;',
    '&#65;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!',
    '[',
    '\n',
    '\r',
    ' ',
    'ä',
    '🚀',
    '\ud83d',
    '\u0000',
    'x',
    '1',
    ':',
    '=',
  ]

  it.each([1, 2, 3, 4])('ends, with a result or a fault within the text (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: random.integer(0, 40) }, () => random.pick(pieces) ?? '').join('')
      const result = readXml(text)
      const lines = text.split(/\r\n?|\n/)
      const place = result.ok ? result.root : result.fault
      expect(place.line, text).toBeLessThanOrEqual(lines.length)
      expect(place.column, text).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1)
      expect(Math.min(place.line, place.column), text).toBeGreaterThan(0)
    }
  })

  it('a good file cut off anywhere is refused', () => {
    const good = `<?xml version="1.0"?><a b="1"><!-- c --><d>e &amp; <![CDATA[f]]></d></a>`
    for (let end = 0; end < good.length; end++) expect(readXml(good.slice(0, end)).ok, good.slice(0, end)).toBe(false)
    expect(readXml(good).ok).toBe(true)
  })
})
