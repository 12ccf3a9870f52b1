// Two exports of one state are the same bytes: on another day, in another time zone, and from a server that came to the
// same board by another way (other people, other order). Whoever keeps files under version control sees real changes only.
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { renderFormat } from '../../../server/export/renderers.ts'
import { runExport } from '../../support/runExport.ts'
import { formatNames } from '../../../shared/export/catalog.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'

const { doc, input } = maximalWorkshop()
const metrics = () => Promise.resolve(fontMetrics)
/** The pictures of the PNG are drawn by a process of its own, with a clock that nobody can set. */
const inThisThread = formatNames.filter((name) => name !== 'png')

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** The same entities and values in a document that others filled in another order; words typed in two goes. */
function rebuilt(from: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  for (const name of [...from.share.keys()].toReversed()) {
    const [source, target] = [from.getMap(name), copy.getMap(name)]
    for (const [key, value] of [...source.entries()].toReversed()) target.set(key, cloned(value))
  }
  return copy
}

function cloned(value: unknown): unknown {
  if (value instanceof Y.Text) {
    // By characters: half of one cannot be stored.
    const words = Array.from(value.toString())
    const text = new Y.Text(words.slice(words.length >> 1).join(''))
    text.insert(0, words.slice(0, words.length >> 1).join(''))
    return text
  }
  if (!(value instanceof Y.Map)) return value
  const map = new Y.Map<unknown>()
  for (const [key, part] of [...value.entries()].toReversed()) map.set(key, cloned(part))
  return map
}

async function bytesOf(name: (typeof formatNames)[number], of: ExportInput): Promise<Buffer> {
  return Buffer.from((await renderFormat(name, of, {}, metrics)).content)
}

it('the other way to the same board is another one', () => {
  const other = rebuilt(doc)
  expect(Buffer.from(Y.encodeStateAsUpdate(other)).equals(Y.encodeStateAsUpdate(doc))).toBe(false)
  expect([...readBoard(other).cards.keys()]).not.toEqual([...input.board.cards.keys()])
  expect(readBoard(other).cards).toEqual(input.board.cards)
})

it.each(inThisThread)('%s: the next year, in another time zone, from another server', async (name) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 21, 9, 30) })
  vi.stubEnv('TZ', 'America/Lima')
  const first = await bytesOf(name, input)
  vi.setSystemTime(Date.UTC(2027, 5, 1, 23, 59, 58))
  vi.stubEnv('TZ', 'Asia/Tokyo')
  const other = rebuilt(doc)
  const later: ExportInput = {
    ...input,
    board: readBoard(other),
    drawings: readDrawings(other),
    nowMs: Date.UTC(2027, 5, 1, 23, 59, 58),
  }
  expect((await bytesOf(name, later)).equals(first)).toBe(true)
})

it('png, made as a room makes it', async () => {
  const { board: _board, drawings: _drawings, ...facts } = input
  const [first, other] = await Promise.all(
    [doc, rebuilt(doc)].map((from, at) =>
      runExport({
        ...facts,
        nowMs: facts.nowMs + at * 86_400_000,
        board: [Y.encodeStateAsUpdate(from)],
        job: { kind: 'file', format: 'png', options: { journey: 'third' } },
      }),
    ),
  )
  expect(Buffer.from(other?.content ?? []).equals(first?.content ?? Buffer.of())).toBe(true)
})
