import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { jsonFormat, toJourneyFile } from '../../../shared/export/json.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { importJson } from '../../support/importJson.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { putDrawings, readDrawing, readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { journeysOf } from '../../../shared/journey/readBoardParts.ts'
import { anyBoardDoc } from '../../support/arbitraryBoard.ts'
import { drawJourney, showJourney } from '../../support/journeyBuilder.ts'

function inputOf(doc: Y.Doc): ExportInput {
  const workshop = {
    title: 'Leaving military service',
    departments: ['Labor', 'Health'],
    participants: [{ id: 'anna', name: '', department: 'Labor' }],
  }
  return { board: readBoard(doc), drawings: readDrawings(doc), workshop, nowMs: 0 }
}

const exportJson = (doc: Y.Doc): string => String(jsonFormat.render(inputOf(doc)))
const target = (doc: Y.Doc) => ({ doc, origin: 'import' })

const drawing = `
              | Preparing (6 months before) | Separating
  touchpoints | Transition class; Website   | Final exam
  emotion     | anna -1 overloaded          | ben -2
  kpi         | Claims filed                |
  opportunities | One list; action/Build it |
`

describe('a lossless file', () => {
  it('of any board, imported into an empty one, gives the same file again', () => {
    fc.assert(
      fc.property(anyBoardDoc, fc.constantFrom('add', 'replace'), (doc, mode) => {
        const file = exportJson(doc)
        const copy = new Y.Doc()
        const result = importJson(target(copy), file, mode)
        if (!result.ok) throw new Error(JSON.stringify(result.problems))
        expect(exportJson(copy)).toBe(file)
        expect(readBoard(copy).quarantined.size).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('of any board, imported beside itself, gives everything twice and breaks no link', () => {
    fc.assert(
      fc.property(anyBoardDoc, (doc) => {
        const before = readBoard(doc)
        const file = toJourneyFile(inputOf(doc))
        const result = importJson(target(doc), JSON.stringify(file), 'add')
        expect(result).toMatchObject({ ok: true })
        const after = toJourneyFile(inputOf(doc))
        expect(after.journeys.length).toBe(2 * file.journeys.length)
        expect(readBoard(doc).cards.size).toBe(2 * before.cards.size)
        // The copy alone, read again from a file, is the file it came from but for ids and places.
        const ids = new Set([...before.journeys.keys(), ...before.cards.keys()] as string[])
        const copied = {
          journeys: after.journeys.filter(({ id }) => !ids.has(id)),
          freeCards: after.freeCards.filter(({ id }) => !ids.has(id)),
        }
        expect(shapeOf(copied)).toEqual(shapeOf({ journeys: file.journeys, freeCards: file.freeCards }))
      }),
      { numRuns: 100 },
    )
  })

  it('is one update and one transaction', () => {
    const file = exportJson(drawJourney(drawing).doc)
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    importJson(target(doc), file, 'replace')
    expect(updates).toBe(1)
  })

  it('takes the place of everything when it replaces', () => {
    const journey = drawJourney(drawing)
    const file = exportJson(journey.doc)
    const other = drawJourney('| Elsewhere\npains | Old pain', { title: 'Old journey' })
    putDrawings(other.target, [{ id: 'shape:old', typeName: 'shape', type: 'geo', x: 0, y: 0, props: {}, meta: {} }])
    importJson(target(other.doc), file, 'replace')
    expect(exportJson(other.doc)).toBe(file)
    // Whose the feelings were is not in the file.
    const withoutNames = (map: string) => map.replaceAll(/^ *emotion .*$/gm, '').replaceAll(/ +(?=[ \n])/g, '')
    expect(withoutNames(showJourney(readBoard(other.doc), journey.id))).toBe(withoutNames(journey.show()))
  })

  it('lands beside what is there, and arrows follow the cards they bind', () => {
    const journey = drawJourney(drawing)
    const card = journey.card('Website')
    putDrawings(journey.target, [
      { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
      {
        id: 'shape:arrow',
        typeName: 'shape',
        type: 'arrow',
        parentId: 'page:page',
        index: 'a1',
        x: 5,
        y: 6,
        props: {},
        meta: {},
      },
      {
        id: 'binding:1',
        typeName: 'binding',
        type: 'arrow',
        fromId: 'shape:arrow',
        toId: `shape:${card}`,
        props: {},
        meta: {},
      },
    ])
    importJson(target(journey.doc), exportJson(journey.doc), 'add')

    const board = journey.board()
    const [first, second] = journeysOf(board)
    expect(second && first && second.place.x - first.place.x).toBeGreaterThan(128 + 2 * 360)
    const binding = readDrawings(journey.doc).find((one) => one['typeName'] === 'binding' && one.id !== 'binding:1')
    const copies = [...board.cards.values()].filter(
      (one) => one.kind === 'touchpoint' && one.fields.title === 'Website',
    )
    expect(copies.map(({ id }) => `shape:${id}`)).toContain(binding?.['toId'])
    expect(binding?.['toId']).not.toBe(`shape:${card}`)
    expect(readDrawing(journey.doc, String(binding?.['fromId']))).toMatchObject({ x: 5 + (second?.place.x ?? 0), y: 6 })
  })

  it('keeps links between cards when their ids are taken', () => {
    const journey = drawJourney(drawing)
    setField(journey.target, 'cards', journey.card('Build it'), 'kpi', journey.card('Claims filed'))
    importJson(target(journey.doc), exportJson(journey.doc), 'add')
    const board = journey.board()
    const linked = [...board.cards.values()].flatMap((card) => (card.kind === 'action' ? [card.fields.kpi] : []))
    expect(new Set(linked).size).toBe(2)
    for (const kpi of linked) expect(kpi && board.cards.get(kpi as never)?.kind).toBe('kpi')
  })

  it('gives out no names unless it is handed some', () => {
    const file = toJourneyFile(inputOf(drawJourney(drawing).doc))
    expect(file.workshop.participants).toEqual([{ id: 'anna', name: '', department: 'Labor' }])
  })

  it('carries the pictures the board uses and no others', () => {
    const doc = new Y.Doc()
    const sha = 'ab'.repeat(32)
    createCards(target(doc), [{ id: 'p' as never, kind: 'persona', place: { x: 0, y: 0 }, fields: { picture: sha } }])
    const pictures = [sha, 'cd'.repeat(32)].map((sha256) => ({
      sha256,
      contentType: 'image/png',
      bytes: new Uint8Array([137, 80]),
    }))
    const file = toJourneyFile({ ...inputOf(doc), pictures })
    expect(file.pictures).toEqual([{ sha256: sha, contentType: 'image/png', data: 'iVA=' }])
    expect(importJson(target(new Y.Doc()), JSON.stringify(file), 'replace')).toMatchObject({ ok: true })
  })
})

/** A file without ids and coordinates: what is left is what people see. */
function shapeOf(part: unknown): unknown {
  const names = new Set(['id', 'stage', 'lane', 'persona', 'kpi', 'about'])
  const json = JSON.stringify(part, (key, value: unknown) => {
    if (key === 'place') return undefined
    return names.has(key) && typeof value === 'string' ? 'id' : value
  })
  const plain = JSON.parse(json) as { journeys: { emotions: unknown[] }[]; freeCards: unknown[] }
  // Sorted by ids in the file, which differ.
  for (const journey of plain.journeys) journey.emotions = sortedByJson(journey.emotions)
  return { journeys: sortedByJson(plain.journeys), freeCards: sortedByJson(plain.freeCards) }
}

function sortedByJson(values: readonly unknown[]): unknown[] {
  return values.map((value) => JSON.stringify(value)).toSorted()
}
