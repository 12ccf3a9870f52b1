// Votes and clusters in the files: tables that can be joined, pills on the drawn map, and nothing that gives people away.
import { strFromU8, unzipSync } from 'fflate'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { csvFormat } from '../../../shared/export/csv.ts'
import { csvTables } from '../../../shared/export/csvTables.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import { recapOf } from '../../../shared/export/recap.ts'
import { renderSvg } from '../../../shared/export/svg.ts'
import { importJson } from '../../support/importJson.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { groupCards, mergeCards } from '../../../shared/journey/edit/editClusters.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { loadFontMetrics } from '../../../server/fonts/loadFontMetrics.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { roundResult } from '../../support/roundResult.ts'

const map = () =>
  drawJourney(`
          | Preparing                | Separating
  pains   | Long waits; Slow answers | =Several logins
`)

function voted(journey: ReturnType<typeof map>, secret = true): RoundResult {
  const [waits, slow, logins] = ['Long waits', 'Slow answers', '=Several logins'].map((words) => journey.card(words))
  return roundResult({
    cards: [
      { cardId: waits ?? '', title: 'Long waits', stage: 'Preparing', severity: 4 },
      { cardId: slow ?? '', title: 'Slow answers', stage: 'Preparing' },
      { cardId: logins ?? '', title: '=Several logins', stage: 'Separating' },
    ],
    ballots: [
      ...Array.from({ length: 3 }, (_, at) => ({
        department: 'Defense',
        name: `=Anna ${at}`,
        dots: { [waits ?? '']: 2, [slow ?? '']: 1 },
      })),
      ...Array.from({ length: 3 }, () => ({ department: 'Labor', dots: { [logins ?? '']: 1 } })),
      { department: 'Labor', proxy: true, dots: { [waits ?? '']: 1 } },
    ],
    departments: ['Defense', 'Labor'],
    round: { secret, question: '@Which first?' },
  })
}

function inputOf(journey: ReturnType<typeof map>, rounds: readonly RoundResult[]): ExportInput {
  return {
    board: journey.board(),
    drawings: [],
    workshop: { title: 'Votes', departments: ['Defense', 'Labor'], participants: [] },
    rounds,
    nowMs: 0,
  }
}

const tableOf = (input: ExportInput, name: string) => {
  const table = csvTables(input).find((one) => one.name === name)
  if (!table) throw new Error(`no table ${name}`)
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at]])))
}

describe('[EX3] tables', () => {
  it('have one row per round, per ranked card and per ballot and card', () => {
    const journey = map()
    const input = inputOf(journey, [voted(journey)])
    expect(tableOf(input, 'votings')).toMatchObject([
      {
        voting_id: 'round1',
        round: 1,
        anonymous: 'yes',
        voted: 7,
        proxies: 1,
        dots: 13,
        opened_at: '2026-11-21T13:50:00.000Z',
      },
    ])
    expect(tableOf(input, 'vote_results')).toMatchObject([
      {
        item_id: journey.card('Long waits'),
        rank: 1,
        votes: 7,
        distinct_voters: 4,
        by_department: 'Defense 6 | Labor 1',
      },
      { item_id: journey.card('Slow answers'), rank: 2, votes: 3, by_department: 'Defense 3 | Labor 0' },
      { item_id: journey.card('=Several logins'), rank: 2, votes: 3, tie_broken_by: '' },
    ])
    const ballots = tableOf(input, 'ballots')
    expect(ballots).toHaveLength(10)
    expect(ballots.reduce((sum, { dots }) => sum + Number(dots), 0)).toBe(13)
  })

  it('keep secret rounds secret, name voters of named ones, and let no cell start a formula', () => {
    const journey = map()
    const secret = JSON.stringify(csvTables(inputOf(journey, [voted(journey)])))
    expect(secret).not.toContain('Anna')
    expect(secret).not.toContain('voter0')
    const files = unzipSync(csvFormat.render(inputOf(journey, [voted(journey, false)])) as Uint8Array)
    const text = strFromU8(files['ballots.csv'] ?? new Uint8Array())
    expect(text).toContain(`"'=Anna 0"`)
    expect(strFromU8(files['votings.csv'] ?? new Uint8Array())).toContain(`"'@Which first?"`)
  })

  it('an open round is in no file', () => {
    const journey = map()
    const open = { ...voted(journey), round: { ...voted(journey).round, state: 'open' as const } }
    expect(tableOf(inputOf(journey, [open]), 'votings')).toEqual([])
  })

  it('a group of fewer than three is in none', () => {
    const journey = map()
    const few = roundResult({
      cards: [{ cardId: journey.card('Long waits') }],
      ballots: ['Defense', 'Defense', 'Defense', 'Labor'].map((department) => {
        return { department, dots: { [journey.card('Long waits')]: 1 } }
      }),
      departments: ['Defense', 'Labor'],
    })
    expect(tableOf(inputOf(journey, [few]), 'vote_results')[0]).toMatchObject({ votes: 4, by_department: '' })
  })

  it('notes say their group and what they were merged into; merged ones stay in the table with their stage', () => {
    const journey = map()
    const [waits, slow, logins] = ['Long waits', 'Slow answers', '=Several logins'].map((words) => journey.card(words))
    if (!waits || !slow || !logins) throw new Error('cards are missing')
    groupCards(journey.target, { id: 'g1' as ClusterId, name: 'Time', cardIds: [waits, logins] })
    mergeCards(journey.target, { id: 'm1' as ClusterId, into: waits, parts: [slow] })
    const input = inputOf(journey, [])
    expect(tableOf(input, 'notes')).toMatchObject([
      { note_id: waits, position: 1, cluster_id: 'g1', merged_into: '' },
      { note_id: logins, cluster_id: 'g1', merged_into: '' },
      { note_id: slow, stage: 'Preparing', lane: 'Pains', position: '', cluster_id: '', merged_into: waits },
    ])
    expect(tableOf(input, 'clusters')).toEqual(
      [
        { cluster_id: 'g1', kind: 'group', name: 'Time', into_id: '', card_id: waits },
        { cluster_id: 'g1', kind: 'group', name: 'Time', into_id: '', card_id: logins },
        { cluster_id: 'm1', kind: 'merge', name: '', into_id: waits, card_id: slow },
      ].toSorted((a, b) => (a.cluster_id + a.card_id < b.cluster_id + b.card_id ? -1 : 1)),
    )
  })
})

describe('[EX3, VO15] a round whose weights were dropped', () => {
  const journey = map()
  const plain = voted(journey)
  const weights = { Labor: 2, Defense: 1 }
  const dropped: RoundResult = { ...plain, round: { ...plain.round, weights }, weightsDropped: true }
  const input = inputOf(journey, [dropped])

  it('says so in the tables and in the recap', () => {
    expect(tableOf(input, 'votings')).toMatchObject([
      { weighting: 'not applied, fewer than three voters under one weight: Defense 1 | Labor 2' },
    ])
    expect(recapOf(input).rounds).toMatchObject([{ isWeighted: false }])
    const counted = inputOf(journey, [{ ...plain, round: { ...plain.round, weights } }])
    expect(tableOf(counted, 'votings')).toMatchObject([{ weighting: 'Defense 1 | Labor 2' }])
    expect(recapOf(counted).rounds).toMatchObject([{ isWeighted: true }])
  })

  it('comes back from the lossless file as one', () => {
    const doc = new Y.Doc()
    const back = importJson({ doc, origin: 'test' }, String(jsonFormat.render(input)), 'replace')
    expect(back.ok && back.rounds).toMatchObject([{ weightsDropped: true, round: { weights } }])
  })
})

describe('[EX3] the drawn map', () => {
  it('has the votes on the cards and one line that says which vote it was', async () => {
    const metrics = await loadFontMetrics()
    const journey = map()
    const board = journey.board()
    const layout = layoutBoard(board, new LayoutCache(metrics))
    const options = { metrics, departments: [], title: 'Votes' }
    const without = renderSvg(board, layout, options)
    const svg = renderSvg(board, layout, { ...options, votes: voted(journey) })
    expect(svg).toContain('votes of round 1, secret. “@Which first?” 7 of 7 voted, 13 dots.')
    expect(svg.match(/font-weight="700"[^>]*>(7|3)</g)).toHaveLength(3)
    expect(without).not.toContain('voted')
    const heightOf = (text: string) => Number(/height="(\d+)"/.exec(text)?.[1])
    expect(heightOf(svg)).toBeGreaterThan(heightOf(without))
  })

  it('of a round whose cards are gone has neither', async () => {
    const metrics = await loadFontMetrics()
    const board = map().board()
    const layout = layoutBoard(board, new LayoutCache(metrics))
    const votes = roundResult({ cards: [{ cardId: 'gone' }], ballots: [{ dots: { gone: 1 } }] })
    const options = { metrics, departments: [], title: 'Votes' }
    expect(renderSvg(board, layout, { ...options, votes })).toBe(renderSvg(board, layout, options))
  })
})
