// The fixture holds what it promises: what is missing here would be tested in no format.
import { expect, test } from 'vitest'
import { cardDefinition, cardKindNames } from '../../shared/journey/cards/cardKinds.ts'
import { emptyValue, type Field } from '../../shared/journey/fields.ts'
import { toJourneyFile } from '../../shared/export/json.ts'
import { laneKinds } from '../../shared/journey/lanes.ts'
import { journeyFields, laneFields, stageFields } from '../../shared/journey/schema.ts'
import { maximalWorkshop } from './maximalWorkshop.ts'
import { type Flavour, flavours, LONGEST_TEXT } from './trapTexts.ts'

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

/** By what each flavour is known, as far as there is room for it. */
const marks: Readonly<Record<Flavour, RegExp>> = {
  formula: /^[=+@\-\t\r＝＋－＠]/,
  html: /<script>/,
  emoji: /👩‍👩‍👧‍👦/u,
  rtl: /رحلة/,
  cjk: /客户旅程/,
  broken: /"quoted", and; more\r\nsecond/,
  markdown: /- \[ \] \*star\*/,
  long: /^.{80,}$/su,
}
/** Where fewer characters fit (a unit, a short name), not all of a trap does. */
const ROOM = 100

function missingTraps(texts: readonly unknown[], maxLength: number): Flavour[] {
  const all = texts.map(String)
  const expected = maxLength < ROOM ? (['formula'] as const) : flavours
  return expected.filter((flavour) => !all.some((text) => marks[flavour].test(text)))
}

function expectEveryTrap(what: string, fields: Readonly<Record<string, Field>>, records: readonly object[]): void {
  for (const [name, field] of Object.entries(fields)) {
    const values = records.map((record) => (record as Readonly<Record<string, unknown>>)[name])
    const filled = values.filter((value) => JSON.stringify(value) !== JSON.stringify(emptyValue(field)))
    expect(filled.length, `${what}.${name}`).toBeGreaterThan(0)
    if (field.type === 'choice') expect(new Set(values).size, `${what}.${name}`).toBe(field.options.length)
    if (field.type === 'text') expect(missingTraps(values, field.maxLength), `${what}.${name}`).toEqual([])
  }
}

test.each(cardKindNames)('has a %s of every flavour with every field filled', (kind) => {
  const cards = [...board.cards.values()].filter((card) => card.kind === kind)
  expect(cards.length).toBeGreaterThanOrEqual(flavours.length)
  expectEveryTrap(
    kind,
    cardDefinition(kind).fields,
    cards.map(({ fields }) => fields),
  )
})

test('has every trap in the texts of journeys, stages and lanes, and every choice', () => {
  expectEveryTrap('journey', journeyFields, [...board.journeys.values()])
  expectEveryTrap('stage', stageFields, [...board.stages.values()])
  expectEveryTrap('lane', laneFields, [...board.lanes.values()])
})

test('has every trap in reasons, groups, phases, and names of who wrote what', () => {
  const file = toJourneyFile(input)
  const reasons = file.journeys.flatMap(({ emotions }) =>
    emotions.flatMap(({ readings }) => readings.map(({ reason }) => reason)),
  )
  expect(missingTraps(reasons, ROOM)).toEqual([])
  const [group = ''] = [...board.clusters.values()].flatMap((one) => (one.kind === 'group' ? [one.name] : []))
  expect(group).toMatch(/^=.*<b>.*👩‍👩‍👧‍👦.*رحلة.*客户/u)
  const agenda = input.workshop.agenda ?? []
  expect(
    missingTraps(
      agenda.map(({ instruction }) => instruction),
      ROOM,
    ),
  ).toEqual([])
  expect(agenda.map(({ name }) => name).filter((name) => name === '')).toEqual([])
  expect(Object.values(input.authors ?? {})).toHaveLength(flavours.length)
})

test('has more than 10,000 characters in one card', () => {
  const long = [...board.cards.values()].map((card) => Object.values(card.fields).map(String).join('').length)
  expect(Math.max(...long)).toBeGreaterThan(10_000)
  expect(LONGEST_TEXT).toBe(4_000)
})

test('is the same every time', () => {
  expect(toJourneyFile(maximalWorkshop().input)).toEqual(toJourneyFile(input))
})
