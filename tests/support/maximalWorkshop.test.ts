// The fixture holds what it promises: what is missing here would be tested in no format.
import { expect, test } from 'vitest'
import { cardDefinition, cardKindNames } from '../../shared/journey/cards/cardKinds.ts'
import { emptyValue } from '../../shared/journey/fields.ts'
import { toJourneyFile } from '../../shared/export/json.ts'
import { laneKinds } from '../../shared/journey/lanes.ts'
import { maximalWorkshop } from './maximalWorkshop.ts'
import { flavours, LONGEST_TEXT } from './trapTexts.ts'

const { input } = maximalWorkshop()
const { board } = input

test('has three journeys, all lanes, four rounds, merges, groups, drawings and pictures', () => {
  expect(board.journeys.size).toBe(3)
  expect(new Set([...board.lanes.values()].map(({ kind }) => kind))).toEqual(new Set(laneKinds))
  expect(input.rounds).toHaveLength(4)
  expect(board.mergedInto.size).toBe(3)
  expect([...board.clusters.values()].map(({ kind }) => kind).toSorted()).toEqual(['group', 'merge', 'merge'])
  expect(input.drawings).toHaveLength(5)
  expect(toJourneyFile(input).pictures).toHaveLength(1)
  expect(board.quarantined.size).toBe(0)
})

test.each(cardKindNames)('has a %s of every flavour with every field filled', (kind) => {
  const cards = [...board.cards.values()].filter((card) => card.kind === kind)
  expect(cards.length).toBeGreaterThanOrEqual(flavours.length)
  for (const [name, field] of Object.entries(cardDefinition(kind).fields)) {
    const values = cards.map((card): unknown => (card.fields as Record<string, unknown>)[name])
    const filled = values.filter((value) => JSON.stringify(value) !== JSON.stringify(emptyValue(field)))
    expect(filled.length, name).toBeGreaterThan(0)
    if (field.type !== 'text') continue
    expect(
      values.some((value) => /^[=+@\-\t\r＝＋－＠]/.test(String(value))),
      `${name}: formula`,
    ).toBe(true)
    // A unit is too short for the others.
    const traps = field.maxLength < 80 ? [] : ['<script>', '👩‍👩‍👧‍👦', 'رحلة', '客户旅程']
    const missing = traps.filter((trap) => !values.some((value) => String(value).includes(trap)))
    expect(missing, name).toEqual([])
  }
})

test('has more than 10,000 characters in one card', () => {
  const long = [...board.cards.values()].map((card) => Object.values(card.fields).map(String).join('').length)
  expect(Math.max(...long)).toBeGreaterThan(10_000)
  expect(LONGEST_TEXT).toBe(4_000)
})

test('is the same every time', () => {
  expect(toJourneyFile(maximalWorkshop().input)).toEqual(toJourneyFile(input))
})
