import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { cardKinds } from '../../../shared/journey/cards/cardKinds.ts'
import { editText, textOf } from '../../../shared/journey/edit/editText.ts'
import { readDrawing } from '../../../shared/journey/edit/editDrawings.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { migrate, schemaVersionOf } from '../../../shared/journey/migrate.ts'
import {
  journeyFields,
  laneFields,
  MAX_EMOTION,
  MAX_REASON_LENGTH,
  MIN_EMOTION,
  rootNames,
  SCHEMA_VERSION,
  stageFields,
} from '../../../shared/journey/schema.ts'
import { plainBoard } from '../../support/plainBoard.ts'

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url)

function openFixture(name: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, readFileSync(fixture(name)))
  return doc
}

describe('migrate', () => {
  it('opens a board of version 0', () => {
    const doc = openFixture('board-v0.bin')
    expect(schemaVersionOf(doc)).toBe(0)
    expect(migrate(doc)).toEqual({ ok: true, from: 0, to: SCHEMA_VERSION })
    const board = readBoard(doc)
    expect(board.quarantined.size).toBe(0)
    expect([...board.journeys.values()][0]).toMatchObject({
      title: 'Leaving military service',
      place: { x: 40, y: -20 },
    })
    expect([...board.stages.values()].map((stage) => [stage.name, stage.columns])).toEqual([
      ['Preparing', 2],
      ['Separating', 2],
    ])
    expect(board.cards.get('card1' as CardId)).toMatchObject({
      place: { journeyId: 'journey1', stageId: 'stage1', laneId: 'lane1', order: 'a0' },
      fields: { title: 'Transition class', channel: 'in person', momentOfTruth: true, satisfaction: 2 },
    })
    expect(board.cards.get('card2' as CardId)?.fields).toMatchObject({ text: 'Paper forms 📄', severity: 4 })
    expect(board.cards.get('card3' as CardId)).toMatchObject({
      place: { x: 0, y: 0 },
      fields: { text: 'Its stage is gone' },
    })
    expect(board.cards.get('persona1' as CardId)?.place).toEqual({ x: 0, y: -90 })
    expect(board.emotions.get('journey1.persona1.anna')?.readings.size).toBe(2)
  })

  it('leaves texts that two people can type in, also where version 0 stored nothing', () => {
    const doc = openFixture('board-v0.bin')
    migrate(doc)
    expect(textOf({ doc, origin: 'anna' }, 'cards', 'card1', 'expectation')).toBeInstanceOf(Y.Text)
    expect(editText({ doc, origin: 'anna' }, 'stages', 'stage2', 'period', '0–3 months around')).toBe(true)
    expect(readBoard(doc).stages.get('stage2' as never)?.period).toBe('0–3 months around')
  })

  it('changes nothing the second time, and nothing in a board of today', () => {
    const doc = openFixture('board-v0.bin')
    migrate(doc)
    let updates = 0
    doc.on('update', () => updates++)
    expect(migrate(doc)).toEqual({ ok: true, from: SCHEMA_VERSION, to: SCHEMA_VERSION })
    expect(updates).toBe(0)
  })

  it('writes the version into a new board and nothing else', () => {
    const doc = new Y.Doc()
    expect(migrate(doc)).toEqual({ ok: true, from: SCHEMA_VERSION, to: SCHEMA_VERSION })
    expect(doc.getMap('meta').toJSON()).toEqual({ schemaVersion: SCHEMA_VERSION })
  })

  it.each([SCHEMA_VERSION + 1, 1e9])('refuses version %s, which is newer, and leaves the document alone', (version) => {
    const doc = new Y.Doc()
    doc.getMap('meta').set('schemaVersion', version)
    const before = Y.encodeStateAsUpdate(doc)
    expect(migrate(doc)).toMatchObject({ ok: false, reason: expect.stringContaining(`version ${version}`) })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it.each(['1', -1, 1.5, null])('refuses a version that is none: %s', (version) => {
    const doc = new Y.Doc()
    doc.getMap('meta').set('schemaVersion', version)
    expect(migrate(doc).ok).toBe(false)
  })
})

describe('frozen boards', () => {
  it('a board saved by version 1 reads as it did', () => {
    const doc = openFixture('board-v1.bin')
    expect(migrate(doc).ok).toBe(true)
    // Clusters came later: boards of that time had none.
    const none = { clusters: [], mergedInto: [], partsOf: [], groupOf: [] }
    const frozen = { ...(JSON.parse(readFileSync(fixture('board-v1.json'), 'utf8')) as object), ...none }
    const drawings = [...doc.getMap('drawings').keys()].toSorted().map((id) => readDrawing(doc, id))
    expect(JSON.parse(JSON.stringify({ ...plainBoard(readBoard(doc)), drawings }))).toEqual(frozen)
  })

  // A new field, kind or limit changes what is stored: raise SCHEMA_VERSION, say in a migration what becomes of older
  // boards (which may be nothing), freeze a board of the version before, and add the new fingerprint here.
  const fingerprints: Readonly<Record<number, string>> = {
    1: '19f171c93a737f44',
  }
  it('has not changed without a new version number', () => {
    expect(fingerprints[SCHEMA_VERSION]).toBe(fingerprintOfSchema())
  })
})

/** Over everything that decides what is stored; words shown to people do not. */
function fingerprintOfSchema(): string {
  const cards = Object.values(cardKinds).map(({ kind, fields }) => ({ kind, fields }))
  const emotion = [MIN_EMOTION, MAX_EMOTION, MAX_REASON_LENGTH]
  const schema = { rootNames, journeyFields, stageFields, laneFields, cards, emotion }
  const shown = new Set(['label', 'placeholder', 'multiline', 'unit'])
  const json = JSON.stringify(schema, (key, value: unknown) => {
    if (!shown.has(key)) return value
    return typeof value === 'object' ? value : undefined
  })
  return createHash('sha256').update(json).digest('hex').slice(0, 16)
}
