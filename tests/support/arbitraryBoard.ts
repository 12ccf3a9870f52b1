// Random boards for property tests: every kind of card with values its declaration allows, texts of all scripts and
// traps, and what only concurrent edits leave behind: cards whose stage is gone, links to nothing, lanes of another kind.
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { cardKindNames, cardKinds, laneTakes } from '../../shared/journey/cards/cardKinds.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { putDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { setReading } from '../../shared/journey/edit/editEmotions.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { Field } from '../../shared/journey/fields.ts'
import { ID_LENGTH } from '../../shared/journey/ids.ts'
import { laneKinds } from '../../shared/journey/lanes.ts'
import { orderKeys } from '../../shared/journey/order.ts'
import { journeyFields, stageFields } from '../../shared/journey/schema.ts'

const traps = [
  '',
  '__proto__',
  'constructor',
  '=1+1',
  '"quoted", and; more',
  'line one\nline two\r\nthree\ttab',
  '👩‍👩‍👧‍👦 🏳️‍🌈 é',
  'رحلة العميل من البداية',
  '客户旅程地图',
  '</script><b>&amp;',
  '\u0000\u2028\uFEFF',
  'half a pair \uD83D',
]

/** Texts people may type or paste. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const anyId = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.split('')),
  minLength: ID_LENGTH,
  maxLength: ID_LENGTH,
})
const anyPoint = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }).map((tenths) => tenths / 8),
  y: fc.integer({ min: -5_000, max: 5_000 }),
})

/** A value the declaration allows; a link to a card names one of these or nothing that exists. */
function anyFieldValue(field: Field, cardIds: readonly string[]): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return anyText.map((text) => text.slice(0, field.maxLength))
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'number':
      return field.integer
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true })
    case 'flag':
      return fc.boolean()
    case 'date':
      return fc.constantFrom('2026-11-21', '1999-01-01', null)
    case 'department':
      return fc.oneof(anyText, fc.constant(null))
    case 'card':
      return fc.constantFrom(null, 'gone', ...cardIds)
    case 'picture':
      return fc.constantFrom(null, 'ab'.repeat(32))
    case 'readings':
      return fc
        .uniqueArray(fc.tuple(fc.integer({ min: 10, max: 28 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
          maxLength: 4,
          selector: ([day]) => day,
        })
        .map((readings) => readings.map(([day, value]) => ({ date: `2026-02-${day}`, value: value + 0 })))
  }
}

function anyFields(fields: Readonly<Record<string, Field>>, cardIds: readonly string[]): fc.Arbitrary<object> {
  const arbitraries = Object.entries(fields).map(([name, field]) => [name, anyFieldValue(field, cardIds)])
  return fc.record(Object.fromEntries(arbitraries) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
}

interface Choices {
  readonly pick: <T>(from: readonly T[]) => T
  readonly draw: <T>(arbitrary: fc.Arbitrary<T>) => T
}

/** A document with a few journeys, cards, feelings and drawings, and some of what concurrent edits leave behind. */
export const anyBoardDoc: fc.Arbitrary<Y.Doc> = fc.gen().map((gen) => {
  const draw: Choices['draw'] = (arbitrary) => gen(() => arbitrary)
  const pick: Choices['pick'] = (from) => draw(fc.constantFrom(...from))
  const doc = new Y.Doc()
  const target = { doc, origin: 'arbitrary' }
  const ids = draw(fc.uniqueArray(anyId, { minLength: 24, maxLength: 24 }))
  const cardIds = ids.slice(0, 10)
  for (const journeyId of ids.slice(10, 10 + draw(fc.integer({ min: 0, max: 2 }))))
    fillJourney(target, { draw, pick }, journeyId, cardIds)
  for (const id of cardIds.slice(0, draw(fc.integer({ min: 0, max: 3 })))) {
    const kind = pick(cardKindNames)
    const fields = draw(anyFields(cardKinds[kind].fields, cardIds)) as Record<string, unknown>
    createCards(target, [{ id: id as never, kind, place: draw(anyPoint), fields }])
  }
  if (draw(fc.boolean())) fillDrawings(target, { draw, pick }, cardIds)
  return doc
})

function fillJourney(target: EditTarget, { draw, pick }: Choices, id: string, cardIds: readonly string[]): void {
  const journeyId = id as never
  createJourney(target, { ...draw(anyFields(journeyFields, cardIds)), id: journeyId, place: draw(anyPoint) })
  const stages = [1, 2, 3].slice(draw(fc.integer({ min: 0, max: 3 }))).map((at) => `${id.slice(0, 9)}stage${at}`)
  const stageOrders = orderKeys(stages.length)
  stages.forEach((stageId, at) =>
    createStage(target, {
      ...draw(anyFields(stageFields, [])),
      id: stageId as never,
      journeyId,
      order: stageOrders[at] ?? '',
    }),
  )
  const lanes = draw(fc.array(fc.constantFrom(...laneKinds), { maxLength: 4 })).map((kind, at) => ({
    id: `${id.slice(0, 9)}lane${at}`,
    kind,
  }))
  for (const lane of lanes)
    createLane(target, {
      id: lane.id as never,
      journeyId,
      kind: lane.kind,
      order: `a${lane.id.at(-1) ?? ''}`,
      title: draw(anyText),
    })
  if (stages.length === 0 || lanes.length === 0) return
  for (const cardId of cardIds.slice(3, 3 + draw(fc.integer({ min: 0, max: 7 })))) {
    const lane = pick(lanes)
    const kinds = cardKindNames.filter((kind) => laneTakes(lane.kind, kind))
    if (kinds.length === 0) continue
    const kind = pick(kinds)
    const place = {
      journeyId,
      stageId: pick(stages) as never,
      laneId: lane.id as never,
      order: pick(['a0', 'a1', 'a1V']),
    }
    const fields = draw(anyFields(cardKinds[kind].fields, cardIds)) as Record<string, unknown>
    createCards(target, [{ id: cardId as never, kind, place, fields }])
  }
  fillReadings(target, { draw, pick }, id, [...stages, ...cardIds])
  leaveTraces(target, { draw, pick }, stages, lanes)
}

function fillReadings(target: EditTarget, { draw, pick }: Choices, journeyId: string, abouts: readonly string[]): void {
  for (let count = draw(fc.integer({ min: 0, max: 4 })); count > 0; count--) {
    const reading = { value: draw(fc.integer({ min: -20, max: 20 })) / 10, reason: draw(anyText) }
    const personaId = pick([null, ...abouts]) as never
    const participantId = pick(['anna', 'ben', 'chi']) as never
    setReading(
      target,
      { journeyId: journeyId as never, personaId, participantId, about: pick(abouts) as never },
      reading,
    )
  }
}

/** What only people who change things at the same moment can bring about. */
function leaveTraces(
  { doc }: EditTarget,
  { draw, pick }: Choices,
  stages: readonly string[],
  lanes: readonly { readonly id: string }[],
): void {
  const trace = draw(fc.integer({ min: 0, max: 8 }))
  if (trace === 0) doc.getMap('stages').delete(pick(stages))
  if (trace === 1) doc.getMap('lanes').delete(pick(lanes).id)
  const lane = doc.getMap('lanes').get(pick(lanes).id)
  if (trace === 2 && lane instanceof Y.Map) lane.set('kind', pick(laneKinds))
  if (trace === 3) for (const id of doc.getMap('journeys').keys()) doc.getMap('journeys').delete(id)
}

function fillDrawings(target: EditTarget, { draw, pick }: Choices, cardIds: readonly string[]): void {
  putDrawings(target, [
    { id: 'page:page', typeName: 'page', name: draw(anyText).toWellFormed(), index: 'a1', meta: {} },
    {
      id: 'shape:line1',
      typeName: 'shape',
      type: 'draw',
      parentId: 'page:page',
      index: 'a2',
      ...draw(anyPoint),
      props: { w: 10, h: 20, text: draw(anyText), segments: [{ points: [draw(anyPoint)] }] },
      meta: { ['key']: draw(anyText) },
    },
    {
      id: 'binding:b1',
      typeName: 'binding',
      type: 'arrow',
      fromId: 'shape:line1',
      toId: `shape:${pick(cardIds)}`,
      props: {},
      meta: {},
    },
  ])
}
