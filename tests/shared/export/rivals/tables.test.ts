// What people complained about in the tables and data files of other tools: one test for each complaint, named after
// where it was found, that ours does not have the fault.
import { describe, expect, it } from 'vitest'
import { formatNames } from '../../../../shared/export/catalog.ts'
import type { ExportInput } from '../../../../shared/export/formats.ts'
import { lossesOf } from '../../../../shared/export/losses.ts'
import { importJson } from '../../../support/importJson.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { groupCards } from '../../../../shared/journey/edit/editClusters.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { demonstrationWorkshop } from '../../../support/demonstrationWorkshop.ts'
import { exportedFile, exportedTexts } from '../../../support/exportedFile.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { NAMED_VOTER, SECRET_VOTER } from '../../../support/maximalRounds.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { parseCsv } from '../../../support/parseCsv.ts'
import { readWorkbook } from '../../../support/readWorkbook.ts'
import { roundResult } from '../../../support/roundResult.ts'
import * as Y from 'yjs'

type Rows = readonly Readonly<Record<string, string>>[]

/** A table of the CSV bundle by its columns. */
async function table(input: ExportInput, name: string): Promise<Rows> {
  const text = (await exportedTexts('csv', input))[`${name}.csv`] ?? ''
  const [header = [], ...rows] = parseCsv(text)
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}

/** Two pains in a group, one of them evidenced and voted on. */
function retro(): { readonly input: ExportInput; readonly waits: CardId; readonly queue: CardId } {
  const journey = drawJourney('| Start\n pains | Long waits; Second queue', { title: 'Claims' })
  const [waits, queue] = [journey.card('Long waits'), journey.card('Second queue')]
  setField(journey.target, 'cards', waits, 'evidence', 'Three of five callers said so')
  groupCards(journey.target, { id: 'themetime' as ClusterId, name: 'Waiting', cardIds: [waits, queue] })
  const rounds = [
    roundResult({
      cards: [
        { cardId: waits, title: 'Long waits', stage: 'Start' },
        { cardId: queue, title: 'Second queue', stage: 'Start' },
      ],
      ballots: [{ dots: { [waits]: 3 } }, { dots: { [waits]: 1, [queue]: 2 } }],
    }),
  ]
  const workshop = { title: 'Retro', departments: [], participants: [] }
  return { input: { board: journey.board(), drawings: [], workshop, rounds, nowMs: 0 }, waits, queue }
}

describe('votes, groups and words in tables', () => {
  it('needs 36, Focalboard #1002: the CSV has the content, with what was added to a card', async () => {
    const [note] = await table(retro().input, 'notes')
    expect(note).toMatchObject({ text: 'Long waits', evidence: 'Three of five callers said so', stage: 'Start' })
    // Nobody's words are missing: each text field of every card is somewhere in the tables.
    const { board } = maximalWorkshop().input
    const cells = Object.values(await exportedTexts('csv', maximalWorkshop().input)).join('\n')
    const markers = [...board.cards.values()].flatMap(({ fields }) =>
      Object.values(fields).flatMap((value) => /[a-z]+\.[a-z-]+\.[a-z]+\.\w+/.exec(String(value))?.[0] ?? []),
    )
    expect(markers.length).toBeGreaterThan(100)
    expect(markers.filter((marker) => !cells.includes(marker))).toEqual([])
  })

  it('needs 38, Scrumlr #674 and retro.tools #23, and Stormz: the CSV has notes and votes, joined by stable ids', async () => {
    const { input, waits, queue } = retro()
    const [notes, results] = [await table(input, 'notes'), await table(input, 'vote_results')]
    const votes = new Map(results.map((row) => [row['item_id'], row['votes']]))
    expect(notes.map((note) => [note['text'], votes.get(note['note_id'])])).toEqual([
      ['Long waits', '4'],
      ['Second queue', '2'],
    ])
    expect(notes.map((note) => note['note_id'])).toEqual([waits, queue])
    const sheets = readWorkbook(await exportedFile('xlsx', input))
    expect(sheets.get('vote_results')?.rows.flat()).toEqual(expect.arrayContaining([waits, 4]))
  })

  it('needs 37, quickretro #24: themes are machine-readable, and recur under the same id in the next workshop', async () => {
    const { input, waits } = retro()
    const themes = async (from: ExportInput) =>
      (await table(from, 'notes')).map((note) => [note['cluster_id'], note['note_id']])
    const doc = new Y.Doc()
    const text = new TextDecoder().decode(await exportedFile('json', input))
    expect(importJson({ doc, origin: 'next' }, text, 'replace')).toMatchObject({ ok: true })
    const next = { ...input, board: readBoard(doc), workshop: { ...input.workshop, title: 'Next retro' } }
    expect(await themes(next)).toEqual(await themes(input))
    expect((await themes(input))[0]).toEqual(['themetime', waits])
    expect(await table(next, 'clusters')).toEqual(await table(input, 'clusters'))
    expect((await table(next, 'clusters'))[0]).toMatchObject({ name: 'Waiting' })
  })

  it('needs 45, AFFiNE #14143: notes name their author where names were promised, and nobody elsewhere', async () => {
    const { input, waits } = retro()
    const authors = (await table({ ...input, authors: { [waits]: 'Anna Silva' } }, 'notes')).map(
      (note) => note['author'],
    )
    expect(authors).toEqual(['Anna Silva', ''])
  })

  it('needs 11, Scrumlr #4172: a named vote names its voters, a secret one nobody, in no file', async () => {
    const { input } = maximalWorkshop()
    for (const format of formatNames) {
      const text = Object.values(await exportedTexts(format, input)).join('\n')
      expect(text.includes(SECRET_VOTER), format).toBe(false)
    }
    expect(JSON.stringify(await exportedTexts('json', input))).toContain(NAMED_VOTER)
  })

  it('needs 48 and 49, remote_retro #347 and openedx wg-build-test-release #530: actions come along with owner, date and state', async () => {
    const { input } = demonstrationWorkshop()
    const doc = new Y.Doc()
    const text = new TextDecoder().decode(await exportedFile('json', input))
    importJson({ doc, origin: 'next' }, text, 'replace')
    const actions = await table({ ...input, board: readBoard(doc) }, 'actions')
    expect(actions.map(({ text: words, owner, due, status }) => [words?.slice(0, 9), owner, due, status])).toEqual([
      ['Show the ', 'Ana Silva', '2027-01-15', 'open'],
      ['File once', 'Daniel Kim', '2027-03-01', 'doing'],
      ['Hand out ', 'Tom Lindqvist', '2027-02-12', 'done'],
      ['Write to ', 'Kofi Mensah', '', 'open'],
    ])
  })
})

describe('files that others read', () => {
  it('interchange, Stormz: nothing of a list is cut off, whatever stands in its cells', async () => {
    const journey = drawJourney('| Start\n pains | First')
    const texts = Array.from({ length: 1_200 }, (_, at) => `Note ${at}; "quoted", and\nanother line\ttab`)
    const place = { x: 0, y: 0 }
    createCards(
      journey.target,
      texts.map((text, at) => ({ id: `n${at}` as CardId, kind: 'note' as const, place, fields: { text } })),
    )
    const input = { ...retro().input, board: journey.board(), rounds: [] }
    const notes = await table(input, 'notes')
    expect(new Set(notes.map(({ text }) => text))).toEqual(new Set(['First', ...texts]))
    expect(notes).toHaveLength(1_201)
    expect(readWorkbook(await exportedFile('xlsx', input)).get('notes')?.rows).toHaveLength(1_202)
  })

  it('interchange, CardBoard: each format says what it leaves out; the lossless one only whose feelings they are', () => {
    expect(formatNames.filter((name) => lossesOf(name) === null)).toEqual([])
    expect(lossesOf('json')?.told).toEqual(['who felt what'])
  })

  it('interchange, CJML: what the format cannot hold is named', () => {
    const losses = lossesOf('cjml')
    const lost = losses && !losses.isMost ? losses.told : []
    const kept = losses?.isMost ? losses.told : []
    for (const subject of ['votes', 'KPIs', 'actions', 'evidence of notes'])
      expect(losses?.isMost ? !kept.includes(subject) : lost.includes(subject), subject).toBe(true)
  })

  it('interchange, XES: events of a sealed vote carry no resource', async () => {
    const { xes = '' } = await exportedTexts('xes', maximalWorkshop().input)
    expect(xes).toContain('vote ended')
    expect(xes).not.toContain('org:resource')
  })

  it.each([
    ['jira', /^(?!.*[.;:!?(){}])/, 'Summary', 1_500],
    ['azure-devops', /^(?!.*\b(ID|Assigned To|Changed Date|Created By|State)\b)/, 'Title', 1_000],
    ['gitlab', /^"title","description"/, 'title', Infinity],
  ] as const)(
    'interchange, documented rules of %s: headings, a title in every row, no more rows than it takes',
    async (tool, heading, title, most) => {
      const texts = Object.values(await exportedTexts(tool, demonstrationWorkshop().input))
      for (const text of texts) {
        expect(text.split('\r\n')[0]).toMatch(heading)
        const [columns = [], ...rows] = parseCsv(text)
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.length).toBeLessThanOrEqual(most)
        for (const row of rows) expect(row[columns.indexOf(title)]).not.toBe('')
      }
    },
  )

  it('reliability 40, tableExport #230, DIM #11824, openemr #2700, whispaste #125: no cell runs as a formula', async () => {
    const { input } = maximalWorkshop()
    const runs = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
    for (const format of ['csv', 'jira', 'azure-devops', 'gitlab', 'linear', 'trello'] as const)
      for (const [part, text] of Object.entries(await exportedTexts(format, input)))
        if (!part.endsWith('.txt'))
          for (const cell of parseCsv(text).flat())
            // Numbers are numbers.
            expect(runs.test(cell) && !/^-?[\d.]+$/.test(cell), `${format} ${part}: ${cell.slice(0, 30)}`).toBe(false)
    for (const { rows } of readWorkbook(await exportedFile('xlsx', input)).values())
      for (const cell of rows.flat()) expect(typeof cell === 'string' && runs.test(cell), String(cell)).toBe(false)
  })

  it('needs 28, alkemio client-web #7637: what is taken home does not carry the history of edits', async () => {
    const journey = drawJourney('| Start\n pains | First')
    const size = async () =>
      (await exportedFile('json', { ...retro().input, board: journey.board(), rounds: [] })).length
    const before = await size()
    for (let at = 0; at < 500; at++) setField(journey.target, 'cards', journey.card('First'), 'severity', (at % 5) + 1)
    // One field more has a value now.
    expect(await size()).toBeLessThan(before + 100)
  })
})
