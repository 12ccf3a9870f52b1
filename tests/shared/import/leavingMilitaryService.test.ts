// The demonstration workshop: a real journey as a file, loaded here, in the browser tests and for the README's picture.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inRoot } from '../../../server/launch/paths.mjs'
import { toJourneyFile } from '../../../shared/export/json.ts'
import { importJson } from '../../support/importJson.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { cardTitle, stagesOf } from '../../../shared/journey/readBoardParts.ts'

const text = readFileSync(inRoot('tests/fixtures/leaving-military-service.json'), 'utf8')

function load() {
  const doc = new Y.Doc()
  const result = importJson({ doc, origin: 'test' }, text, 'replace')
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { board: readBoard(doc), file: result.file }
}

/** Middle value of an odd number of readings. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2]
}

describe('the workshop "Leaving military service"', () => {
  it('loads without anything set aside and is written back as it was', () => {
    const { board, file } = load()
    expect(board.quarantined.size).toBe(0)
    const again = toJourneyFile({ board, drawings: [], workshop: file.workshop, nowMs: 0 })
    expect(again).toEqual(JSON.parse(text))
  })

  it('holds every kind of thing a workshop makes', () => {
    const { board } = load()
    const counts = Object.fromEntries(
      [...Map.groupBy(board.cards.values(), (card) => card.kind)].map(([kind, cards]) => [kind, cards.length]),
    )
    expect(counts).toEqual({
      'customer-action': 4,
      touchpoint: 17,
      thought: 4,
      note: 13,
      'process-step': 7,
      kpi: 5,
      opportunity: 4,
      persona: 1,
    })
    expect([...board.cards.values()].every((card) => cardTitle(card) !== '')).toBe(true)
  })

  it('has people of every department, whose feelings meet in the middle where the research found them', () => {
    const { board, file } = load()
    const departments = new Set(file.workshop.participants.map(({ department }) => department))
    expect([...departments].toSorted()).toEqual(file.workshop.departments.toSorted())
    const stages = [...board.journeys.keys()].flatMap((id) => stagesOf(board, id))
    const medians = stages.map((stage) => [
      stage.name,
      median([...board.emotions.values()].flatMap((entry) => entry.readings.get(stage.id)?.value ?? [])),
    ])
    expect(medians).toEqual([
      ['Preparing', -0.5],
      ['Separating', -1.5],
      ['Settling', -1],
      ['Thriving', 0.5],
    ])
  })
})
