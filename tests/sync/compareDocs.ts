// Everything that must hold once all changes have reached everybody. One place, so that no test forgets half of it.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { fontMetrics } from '../../client/board/fontMetrics.ts'
import { toJourneyFile } from '../../shared/export/json.ts'
import { importJson } from '../support/importJson.ts'
import { type Board, isCellPlace } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import {
  cardsOfCell,
  hasCell,
  homelessCards,
  journeysOf,
  lanesOf,
  stagesOf,
} from '../../shared/journey/readBoardParts.ts'
import { rootNames } from '../../shared/journey/schema.ts'
import { layoutBoard } from '../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../shared/layout/LayoutCache.ts'
import { plainBoard } from '../support/plainBoard.ts'
import type { TestPeer } from '../support/TestNetwork.ts'

export function compareDocs(peers: readonly TestPeer[]): void {
  const [first, ...others] = peers
  if (!first) throw new Error('there is nobody to compare')
  const board = readBoard(first.doc)
  const expected = {
    contents: inWords(contentsOf(first.doc)),
    board: inWords(plainBoard(board)),
    map: inWords(laidOut(board)),
  }
  for (const peer of peers) checkPeer(peer, expected)
  for (const peer of others) {
    expect(Y.encodeStateVector(peer.doc), `what ${peer.name} has`).toEqual(Y.encodeStateVector(first.doc))
    expect(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(first.doc)), `what ${peer.name} deleted`).toBe(true)
  }
  checkBoard(board)
  checkFile(first.doc, board)
}

function checkPeer(
  peer: TestPeer,
  expected: { readonly contents: string; readonly board: string; readonly map: string },
): void {
  expect(peer.doc.store.pendingStructs, `${peer.name} waits for changes`).toBeNull()
  expect(peer.doc.store.pendingDs, `${peer.name} waits for deletions`).toBeNull()
  same(contentsOf(peer.doc), expected.contents, `content of ${peer.name}`)
  peer.model.refresh()
  same(plainBoard(peer.model.board), expected.board, `model of ${peer.name}`)
  same(laidOut(peer.model.board), expected.map, `map of ${peer.name}`)
  const rebuilt = new Y.Doc()
  Y.applyUpdate(rebuilt, Y.mergeUpdates(peer.saved))
  same(contentsOf(rebuilt), expected.contents, `what ${peer.name} saved`)
  same(plainBoard(readBoard(rebuilt)), expected.board, `board of what ${peer.name} saved`)
  rebuilt.destroy()
}

/** Compared as text: a structural comparison of every peer in every run takes ten times as long. */
function inWords(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner].toSorted(byKey) : inner))
}

function same(value: unknown, expected: string, what: string): void {
  if (inWords(value) !== expected) expect(JSON.parse(inWords(value)), what).toEqual(JSON.parse(expected))
}

/** The raw content: also what no reader looks at. */
function contentsOf(doc: Y.Doc): unknown {
  return rootNames.map((root) => [...doc.getMap(root).entries()].map(plain).toSorted(byKey))
}

function plain([key, value]: [string, unknown]): [string, unknown] {
  if (value instanceof Y.Map) return [key, [...value.entries()].map(plain).toSorted(byKey)]
  return [key, value instanceof Y.Text ? value.toString() : value]
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

function laidOut(board: Board): unknown {
  const { journeys, free } = layoutBoard(board, new LayoutCache(fontMetrics))
  return { journeys: sorted(journeys), free: sorted(free) }
}

function sorted(map: ReadonlyMap<string, unknown>): unknown {
  return [...map].toSorted(byKey).map(([, value]) => value)
}

/** Every journey is whole: each card has one place, each list one order, nothing was set aside. */
function checkBoard(board: Board): void {
  expect([...board.quarantined.values()], 'set aside').toEqual([])
  const shown = journeysOf(board).flatMap(({ id }) =>
    stagesOf(board, id).flatMap((stage) => lanesOf(board, id).flatMap((lane) => cardsOfCell(board, stage, lane))),
  )
  const free = [...board.cards.values()].filter((card) => !isCellPlace(card.place))
  // Merged notes show as another, which is itself to be seen somewhere.
  const merged = [...board.mergedInto].map(([part, into]) => {
    expect(board.cards.has(into) && !board.mergedInto.has(into), `what ${part} shows as`).toBe(true)
    return part
  })
  const everywhere = [...shown, ...free, ...homelessCards(board)]
    .map(({ id }) => id)
    .filter((id) => !merged.includes(id))
  everywhere.push(...merged)
  expect(everywhere.toSorted(), 'cards by place').toEqual([...board.cards.keys()].toSorted())
  for (const card of shown) expect(hasCell(board, card), `cell of ${card.id}`).toBe(true)
}

/** A board that people can make can be taken home and brought back. */
function checkFile(doc: Y.Doc, board: Board): void {
  const workshop = { title: '', departments: [], participants: [] }
  const file = toJourneyFile({ board, drawings: readDrawings(doc), workshop, nowMs: 0 })
  const copy = new Y.Doc()
  const result = importJson({ doc: copy, origin: 'import' }, JSON.stringify(file), 'replace')
  expect(result.ok ? [] : result.problems, 'faults of the exported file').toEqual([])
  const again = toJourneyFile({ board: readBoard(copy), drawings: readDrawings(copy), workshop, nowMs: 0 })
  expect(again, 'file of the imported board').toEqual(file)
  copy.destroy()
}
