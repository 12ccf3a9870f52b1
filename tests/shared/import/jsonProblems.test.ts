import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { jsonFormat } from '../../../shared/export/json.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { importJson } from '../../support/importJson.ts'
import { MAX_PROBLEMS } from '../../../shared/import/ImportProblem.ts'
import { MAX_JSON_DEPTH } from '../../../shared/import/scanJson.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const journey = drawJourney(`
              | Preparing        | Separating
  touchpoints | Transition class | Final exam
  pains       | Too much         |
  opportunities | action/Call    |
  emotion     | anna -1          |
`)

function goodFile(): string {
  const workshop = { title: 'T', departments: [], participants: [] }
  const input = { board: journey.board(), drawings: readDrawings(journey.doc), workshop, nowMs: 0 }
  return jsonFormat.render(input) as string
}

/** The first problem, after a change of the good file; the document must not have been touched. */
function problemsOf(text: string) {
  const before = Y.encodeStateAsUpdate(journey.doc)
  const result = importJson({ doc: journey.doc, origin: 'import' }, text, 'replace')
  expect(Y.encodeStateAsUpdate(journey.doc)).toEqual(before)
  return result.ok ? [] : result.problems
}

describe('a file that is wrong', () => {
  it.each([
    [
      '"text": "Call"',
      '"due": "soon"',
      '‘soon’ is not written as it should be: a date is written like 2026-11-21.',
      /fields\.due$/,
    ],
    ['"name": "Preparing"', '"columns": 7', 'This is more than 6.', /stages\[0\]\.columns$/],
    ['"name": "Preparing"', '"columns": 1.5', '1.5 is not a whole number.', /stages\[0\]\.columns$/],
  ])('beside %s, %s: says where and what', (anchor, wrong, sentence, path) => {
    const text = goodFile().replace(anchor, `${anchor},\n${wrong}`)
    const found = problemsOf(text).find((problem) => problem.sentence === sentence)
    expect(found?.path).toMatch(path)
    const line = text.split('\n')[(found?.line ?? 0) - 1] ?? ''
    // The column is that of the value.
    expect(line.slice(0, wrong.length)).toBe(wrong)
    expect(found?.column).toBe(wrong.indexOf(': ') + 3)
  })

  it.each(['colums', '__proto__'])('with a name that nothing has, %s', (name) => {
    const text = goodFile().replace('"name": "Preparing"', `"${name}": 2, "name": "Preparing"`)
    const sentence = `Nothing is called ‘${name}’ here.`
    expect(problemsOf(text)).toMatchObject([{ path: 'journeys[0].stages[0]', sentence }])
  })

  it.each<[string, (text: string) => string, string]>([
    [
      'a stage that is not there',
      (t) => t.replace(/"stage": "\w+"/, '"stage": "elsewhere"'),
      'The journey has no stage ‘elsewhere’.',
    ],
    [
      'a lane that is not there',
      (t) => t.replace(/"lane": "\w+"/, '"lane": "elsewhere"'),
      'The journey has no lane ‘elsewhere’.',
    ],
    [
      'a lane that takes no such card',
      (t) => t.replace('"kind": "touchpoints"', '"kind": "gains"'),
      'A lane of kind gains takes no touchpoint.',
    ],
    [
      'a card twice',
      (t) => t.replaceAll('"id": "Finalexam"', '"id": "Transitionclass"'),
      '‘Transitionclass’ is there twice.',
    ],
    [
      'a kind of card that is unknown',
      (t) => t.replace('"kind": "note"', '"kind": "sticker"'),
      '‘sticker’ is not known here.',
    ],
    [
      'a feeling about nothing',
      (t) => t.replace(/"about": "\w+"/, '"about": "nothing"'),
      'There is no stage or card ‘nothing’ in this file.',
    ],
    [
      'a persona that is none',
      (t) => t.replace('"persona": null', '"persona": "Toomuch"'),
      'The card ‘Toomuch’ is no persona.',
    ],
    ['a feeling out of range', (t) => t.replace('"value": -1', '"value": -3'), 'This is less than -2.'],
    [
      'another format',
      (t) => t.replace('"format": "journeyboard"', '"format": "excalidraw"'),
      'This is not a Journeyboard file: "format" is not "journeyboard".',
    ],
    [
      'a newer version',
      (t) => t.replace('"version": 1', '"version": 2'),
      'This file has version 2; this server reads version 1.',
    ],
    ['text where a list belongs', (t) => t.replace('"drawings": []', '"drawings": "none"'), '‘none’ is not a list.'],
    [
      'a title that is too long',
      (t) => t.replace('"Too much"', `"${'x'.repeat(5_000)}"`),
      'The length of this text is more than 4000.',
    ],
    ['a missing list entry', (t) => t.replace(/"participant": "\w+",/, ''), 'This is missing.'],
  ])('%s', (_, change, sentence) => {
    const text = change(goodFile())
    expect(text).not.toBe(goodFile())
    expect(problemsOf(text).map((problem) => problem.sentence)).toContain(sentence)
  })

  it.each([
    ['', 1, 1, 'Expected a value here.'],
    ['{"format": "journeyboard",\n  version: 1}', 2, 3, 'Expected a name in double quotes here.'],
    ['{"format": "journeyboard"\n  "version": 1}', 2, 3, 'Expected a comma or the end here.'],
    ['{"format": "journeyboard"', 1, 26, 'Expected a comma or the end here.'],
    ['{"a": "never ends', 1, 7, 'Expected a value here.'],
    ['[1, 2,]', 1, 7, 'Expected a value here.'],
    ['{"a": tru}', 1, 7, 'Expected a value here.'],
    ['{"a": 1} and more', 1, 10, 'Expected nothing more here.'],
    ['{"a": "bad \\x escape"}', 1, 7, 'Expected a value here.'],
    ['[[[['.repeat(200_000), 1, MAX_JSON_DEPTH + 2, `Expected at most ${MAX_JSON_DEPTH} levels here.`],
  ])('broken text %#: says where it breaks', (text, line, column, sentence) => {
    expect(problemsOf(text)).toEqual([{ path: '', line, column, sentence }])
  })

  it.each(['null', '1', '"journeyboard"', '[]', '{}'])('%s is no file', (text) => {
    expect(problemsOf(text)).toHaveLength(1)
  })

  it('with thousands of faults lists the first ones', () => {
    const cards = Array.from({ length: 5_000 }, () => ({ id: '-', kind: 'note', place: { x: 0, y: 0 }, fields: {} }))
    const file: unknown = { ...(JSON.parse(goodFile()) as object), freeCards: cards }
    const problems = problemsOf(JSON.stringify(file, null, 1))
    expect(problems).toHaveLength(MAX_PROBLEMS)
    expect(new Set(problems.map(({ line }) => line)).size).toBe(MAX_PROBLEMS)
  })

  it('may leave out what is empty', () => {
    const text = '{"format": "journeyboard", "version": 1, "workshop": {"title": "Bare"}, "journeys": [{"id": "j1"}]}'
    const doc = new Y.Doc()
    expect(importJson({ doc, origin: 'import' }, text, 'add')).toMatchObject({ ok: true, report: { journeys: 1 } })
    expect([...readBoard(doc).journeys.values()]).toMatchObject([{ title: '', state: 'as-is', persona: null }])
  })
})
