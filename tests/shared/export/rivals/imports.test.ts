// What people complained about in the imports of other tools, and what files from strangers did to them: one test for each
// complaint, named after where it was found, that ours does not have the fault.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isDrawing } from '../../../../client/board/binding/boardRecords.ts'
import { Tickets } from '../../../../server/transport/Tickets.ts'
import { pictureType } from '../../../../server/workshop/pictureType.ts'
import { importJson } from '../../../support/importJson.ts'
import { rowsToCards } from '../../../../shared/import/rows.ts'
import { applyPlan } from '../../../../shared/import/table/applyPlan.ts'
import { guessMapping } from '../../../../shared/import/table/ColumnMapping.ts'
import { planCards } from '../../../../shared/import/table/planCards.ts'
import { readTableFile } from '../../../../shared/import/table/readTableFile.ts'
import { MAX_INFLATED_BYTES } from '../../../../shared/import/table/readWorkbook.ts'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { cardTitle } from '../../../../shared/journey/readBoardParts.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { ManualClock } from '../../../support/room/ManualClock.ts'

const drawn = () => drawJourney('| Start | End\n touchpoints | |\n pains | There |')

async function tableOf(name: string, text: string) {
  const read = await readTableFile(name, strToU8(text))
  const [table] = read.ok ? read.tables : []
  if (!table) throw new Error(`${name} was not read`)
  return table
}

describe('tables that come in', () => {
  it('needs 34, blocksuite #5466: a table that is pasted becomes notes in the stages it names', () => {
    const journey = drawn()
    const cell = { board: journey.board(), stageId: journey.stage('Start'), laneId: journey.lane('pains') }
    const { cards, leftOut } = rowsToCards('Start\tEnd\nLong waits\tNo answer\nTwo logins\t', cell)
    expect(leftOut).toBe(0)
    createCards(journey.target, cards)
    expect(journey.cell('Start', 'pains')).toEqual(['There', 'Long waits', 'Two logins'])
    expect(journey.cell('End', 'pains')).toEqual(['No answer'])
  })

  it('needs 35, AFFiNE #405, and the interchange rule on Miro, Mural, UXPressia, Smaply, TheyDo: any table comes in, under nobody’s name', async () => {
    const journey = drawn()
    const board = journey.board()
    const [stage, lane] = [board.stages.get(journey.stage('Start')), board.lanes.get(journey.lane('pains'))]
    const map = board.journeys.get(journey.id)
    if (!stage || !lane || !map) throw new Error('the map is not whole')
    const table = await tableOf(
      'miro.csv',
      'Frame,Content,Tag,Color,Author,x,y\nEnd,Long waits,urgent,#ff0,Anna,10,20\n',
    )
    const mapping = guessMapping(table)
    expect(mapping).toMatchObject({ kind: 'note', preset: '' })
    const plan = planCards(table, mapping, { board, journey: map, lane, stage, unknownStages: 'make', departments: [] })
    applyPlan(journey.target, board, map, plan)
    expect(journey.cell('End', 'pains')).toEqual(['Long waits'])
  })

  it('interchange, Scrumlr and Parabol: their documented columns are known', async () => {
    const scrumlr = 'note_id,author_id,author,text,column_id,column,rank,stack,voting_0\n1,2,Ann,Slow,3,Bad,0,null,4'
    const parabol =
      'reflectionGroup,author,votes,prompt,type,createdAt,discussionThread,content\nG,Ann,2,Bad,Reflection,x,,Slow'
    expect(guessMapping(await tableOf('a.csv', scrumlr)).preset).toBe('Scrumlr')
    expect(guessMapping(await tableOf('a.csv', parabol)).preset).toBe('Parabol')
  })

  it('interchange, Stormz: a list saved by Excel with semicolons, marks and line breaks in cells is read to its end', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `"Note ${at}, with ""marks""\nand a line";Start`)
    const table = await tableOf('excel.csv', `\uFEFFText;Stage\r\n${rows.join('\r\n')}\r\n`)
    expect(table.rows).toHaveLength(300)
    expect(table.rows.at(-1)?.cells).toEqual(['Note 299, with "marks"\nand a line', 'Start'])
  })
})

describe('files that are at fault', () => {
  it('needs 30 and 31, Excalidraw #6647 and #7488: a file that cannot be read changes nothing', () => {
    const journey = drawn()
    const before = Y.encodeStateAsUpdate(journey.doc)
    for (const text of [
      '',
      '{',
      '[]',
      '{"format":"journeyboard","version":9}',
      '{"format":"journeyboard","version":1,"x":1}',
    ])
      expect(importJson(journey.target, text, 'replace'), text).toMatchObject({ ok: false })
    expect(Y.encodeStateAsUpdate(journey.doc)).toEqual(before)
    expect([...journey.board().cards.values()].map(cardTitle)).toEqual(['There'])
  })

  it('reliability 41, noosphere PR #2, clopen PR #280, FreshRSS #9332: a bomb is counted, not unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(MAX_INFLATED_BYTES + 1_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    const read = await readTableFile('small.xlsx', bomb)
    expect(read).toMatchObject({ ok: false, sentence: expect.stringMatching(/more than 64 MB/) as string })
  })

  it('reliability 37, tldraw #7876 to #7896: an SVG is no picture, whatever it is called', () => {
    expect(pictureType(strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBeNull()
    expect(pictureType(strToU8('<?xml version="1.0"?><svg/>'))).toBeNull()
  })

  it('reliability 38, tldraw #8306 and #8404: embeds, bookmarks and films are no drawings of a board', () => {
    for (const type of ['embed', 'bookmark', 'video']) expect(isDrawing({ typeName: 'shape', type }), type).toBe(false)
    expect(isDrawing({ typeName: 'shape', type: 'draw' })).toBe(true)
  })

  it('reliability 42: what stands in the address of a download is good once, for a minute, for one file, and is no token', async () => {
    const clock = new ManualClock()
    const tickets = new Tickets(clock)
    const once = tickets.issue('w1/pdf?', 'anna')
    expect(tickets.take(once, 'w1/pdf?')).toMatchObject({ holderId: 'anna' })
    expect(tickets.take(once, 'w1/pdf?')).toBeNull()
    expect(tickets.take(tickets.issue('w1/pdf?', 'anna'), 'w2/pdf?')).toBeNull()
    const late = tickets.issue('w1/pdf?', 'anna')
    await clock.advance(60_001)
    expect(tickets.take(late, 'w1/pdf?')).toBeNull()
  })
})
