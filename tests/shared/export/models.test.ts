// Journeys for modelling tools (CJML) and process mining (XES): well-formed, in the order those tools read, and silent
// about who voted and who wrote.
import { describe, expect, it } from 'vitest'
import { cjmlFormat } from '../../../shared/export/cjml.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { xesFormat } from '../../../shared/export/xes.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { NAMED_VOTER, SECRET_VOTER } from '../../support/maximalRounds.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { elementsOf, parseXml, textOf, type XmlElement } from '../../support/parseXml.ts'
import { xesFaults } from '../../support/xesFaults.ts'

const namesOf = (element: XmlElement) =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
const cjml = (input: ExportInput) => cjmlFormat.render(input) as string
const xes = (input: ExportInput) => xesFormat.render(input) as string
const maximal = maximalWorkshop().input

describe('CJML', () => {
  it('has the demonstration workshop as its tools read it', async () => {
    await expect(cjml(demonstrationWorkshop().input)).toMatchFileSnapshot('../../fixtures/exports/cjml.xml.golden')
  })

  it('has as-is journeys as actual ones that refer to the plan, to-be as planned ones, plans first', () => {
    const root = parseXml(cjml(maximal))
    expect(root.attributes['version']).toBe('2.0')
    expect(namesOf(root)).toEqual(['plannedJourney', 'actualJourney', 'actualJourney'])
    for (const actual of elementsOf(root, 'actualJourney'))
      expect(elementsOf(actual, 'plannedReference').map(textOf)).toEqual(['PJ1'])
    const [planned] = elementsOf(root, 'plannedJourney')
    if (!planned) throw new Error('no plan')
    expect(namesOf(planned)).toEqual([
      'journeyID',
      'journeyTitle',
      'journeyPhases',
      'journeyShortSummary',
      'journeyLongSummary',
      'actors',
      'touchpoints',
    ])
    expect(elementsOf(planned, 'touchpointExperience')).toEqual([])
  })

  it('every moment belongs to a phase that is there, and every actor it refers to is one', () => {
    const root = parseXml(cjml(maximal))
    for (const journey of [...elementsOf(root, 'plannedJourney'), ...elementsOf(root, 'actualJourney')]) {
      const phases = new Set(elementsOf(journey, 'journeyPhase').map(({ attributes }) => attributes['phaseID']))
      const [actors] = elementsOf(journey, 'actors')
      const ids = new Set(
        (actors?.children ?? []).map((actor) => (typeof actor === 'string' ? '' : actor.attributes['actorID'])),
      )
      for (const { attributes } of elementsOf(journey, 'belongsTo')) expect(phases).toContain(attributes['phaseIDref'])
      for (const { attributes } of elementsOf(journey, 'refersTo')) expect(ids).toContain(attributes['actorIDref'])
      const numbers = elementsOf(journey, 'touchpointID').map(textOf)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.length).toBeGreaterThan(2)
    }
  })

  it('keeps words as words', () => {
    const words = textOf(parseXml(cjml(maximal)))
    expect(words).toContain(`<script>alert('first.touchpoint.html.title')</script>`)
    expect(words).toContain('客户旅程地图')
  })
})

describe('XES', () => {
  it('has the demonstration workshop as an event log', async () => {
    await expect(xes(demonstrationWorkshop().input)).toMatchFileSnapshot('../../fixtures/exports/xes.golden')
  })

  it('is valid by the schema of the standard', () => {
    for (const { input } of [demonstrationWorkshop(), maximalWorkshop()])
      expect(xesFaults(parseXml(xes(input)))).toEqual([])
    const broken = '<log xes.version="1849-2016" xes.features=""><event/><trace/><int key="a b" value="x"/></log>'
    expect(xesFaults(parseXml(broken))).toHaveLength(3)
  })

  it('has a trace for each journey and each card that was voted on, every event with a name', () => {
    const log = parseXml(xes(maximal))
    const traces = elementsOf(log, 'trace')
    expect(traces).toHaveLength(3 + 5)
    for (const trace of traces)
      for (const { children } of elementsOf(trace, 'event')) {
        const [first] = children
        expect(typeof first === 'string' ? '' : first?.attributes['key']).toBe('concept:name')
      }
    for (const attribute of ['string', 'int', 'float', 'date'].flatMap((type) => elementsOf(log, type)))
      expect(Object.keys(attribute.attributes)).toEqual(['key', 'value'])
    // A key with a prefix must be one of an extension that the log names.
    const known = new Set(elementsOf(log, 'extension').map(({ attributes }) => attributes['prefix']))
    for (const { attributes } of elementsOf(log, 'string')) {
      const [prefix, ...rest] = (attributes['key'] ?? '').split(':')
      if (rest.length > 0) expect(known).toContain(prefix)
    }
  })

  it('has times of votes only, and nobody who voted or wrote', () => {
    const text = xes(maximal)
    const times = elementsOf(parseXml(text), 'date').map(({ attributes }) => attributes['value'])
    expect(new Set(times).size).toBe(5)
    for (const name of [SECRET_VOTER, NAMED_VOTER, 'org:resource', 'Anna']) expect(text).not.toContain(name)
  })
})

it.each([cjmlFormat, xesFormat])(
  '$name gives the same bytes whenever it is made, and of an empty board too',
  (format) => {
    expect(format.render({ ...maximalWorkshop().input, nowMs: 1e12 })).toBe(format.render(maximal))
    const board = { ...maximal.board, journeys: new Map(), stages: new Map(), cards: new Map(), cells: new Map() }
    expect(() => parseXml(format.render({ ...maximal, board, rounds: [] }) as string)).not.toThrow()
  },
)
