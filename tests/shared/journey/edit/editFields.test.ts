import { describe, expect, it } from 'vitest'
import { fieldsOf, type FieldRoot, setField } from '../../../../shared/journey/edit/editFields.ts'
import { editText } from '../../../../shared/journey/edit/editText.ts'
import type { AnyFieldValue } from '../../../../shared/journey/fields.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const draw = () =>
  drawJourney(`
              | Preparing    | Separating
  touchpoints | Class        | Exam
  pains       | Too much     |
  kpi         | Claims filed |
  opportunities | action/Call |
`)

/** Where a field is, and values it takes. */
const fits: readonly [FieldRoot, string, string, AnyFieldValue][] = [
  ['journeys', 'Journey', 'title', 'Leaving'],
  ['journeys', 'Journey', 'state', 'to-be'],
  ['journeys', 'Journey', 'persona', 'someone'],
  ['stages', 'PreparingJourney', 'name', ''],
  ['stages', 'PreparingJourney', 'columns', 6],
  ['lanes', 'touchpointsJourney', 'title', 'What they meet'],
  ['lanes', 'touchpointsJourney', 'kind', 'free'],
  ['cards', 'Class', 'momentOfTruth', true],
  ['cards', 'Class', 'evidence', 'partly'],
  ['cards', 'Class', 'satisfaction', 5],
  ['cards', 'Class', 'department', 'Labor'],
  ['cards', 'Toomuch', 'type', 'question'],
  ['cards', 'Call', 'due', '2027-02-28'],
  ['cards', 'Call', 'kpi', 'Claimsfiled'],
  ['cards', 'Claimsfiled', 'baseline', -0.5],
  [
    'cards',
    'Claimsfiled',
    'readings',
    [
      { date: '2026-10-01', value: 1 },
      { date: '2026-11-01', value: 2 },
    ],
  ],
]
const unfit: readonly [FieldRoot, string, string, AnyFieldValue][] = [
  ['journeys', 'Journey', 'state', null],
  ['journeys', 'Journey', 'place', { x: 1, y: 1 } as never],
  ['stages', 'PreparingJourney', 'columns', 7],
  ['stages', 'PreparingJourney', 'columns', null],
  ['stages', 'PreparingJourney', 'order', 'a5'],
  ['lanes', 'touchpointsJourney', 'kind', null],
  ['lanes', 'touchpointsJourney', 'kind', 'gains'],
  ['cards', 'Class', 'satisfaction', 2.5],
  ['cards', 'Class', 'satisfaction', Number.NaN],
  ['cards', 'Class', 'evidence', 'maybe'],
  ['cards', 'Class', '__proto__', 'x'],
  ['cards', 'Class', 'constructor', 'x'],
  ['cards', 'Class', 'title', 'x'.repeat(301)],
  ['cards', 'Class', 'momentOfTruth', false],
  ['cards', 'Call', 'due', '2026-13-01'],
  ['cards', 'Call', 'status', null],
  ['cards', 'Claimsfiled', 'readings', [{ date: 'soon', value: 1 }]],
  ['cards', 'gone', 'title', 'x'],
]

describe('setField', () => {
  it.each(fits)('%s %s: %s becomes %j', (root, id, name, value) => {
    const { doc } = draw()
    const board = checkEdit(doc, (target) => expect(setField(target, root, id, name, value)).toBe(true))
    const entity = [...board[root].values()].find((one) => one.id === id) as unknown as Record<string, unknown>
    expect(root === 'cards' ? (entity['fields'] as Record<string, unknown>)[name] : entity[name]).toEqual(value)
    expect(board.quarantined.size).toBe(0)
  })

  it.each(unfit)('%s %s: %s does not become %j', (root, id, name, value) => {
    checkRefused(draw().doc, (target) => setField(target, root, id, name, value))
  })

  it('writes nothing if the value is there already', () => {
    const journey = draw()
    for (const [root, id, name, value] of fits) setField(journey.target, root, id, name, value)
    for (const [root, id, name, value] of fits)
      checkRefused(journey.doc, (target) => setField(target, root, id, name, value))
  })

  it('puts text in place of text without touching the words that stay', () => {
    const journey = draw()
    const board = checkEdit(journey.doc, (target) =>
      setField(target, 'cards', 'Toomuch', 'text', 'Too much 📄 to read'),
    )
    expect([...board.cards.values()].find(({ id }) => id === 'Toomuch')?.fields).toMatchObject({
      text: 'Too much 📄 to read',
    })
  })

  it('knows the fields of every entity and of nothing else', () => {
    const { target } = draw()
    expect(Object.keys(fieldsOf(target, 'cards', 'Class') ?? {})).toContain('channel')
    expect(fieldsOf(target, 'cards', 'gone')).toBeNull()
  })
})

describe('editText', () => {
  it('types, in one step', () => {
    const { doc } = draw()
    const board = checkEdit(doc, (target) =>
      expect(editText(target, 'cards', 'Class', 'title', 'Class, two days')).toBe(true),
    )
    expect([...board.cards.values()].find(({ id }) => id === 'Class')?.fields).toMatchObject({
      title: 'Class, two days',
    })
  })

  it('stops at the limit of the field and cuts no character', () => {
    const journey = draw()
    editText(journey.target, 'stages', 'PreparingJourney', 'period', `${'x'.repeat(119)}😀`)
    expect(journey.board().stages.get('PreparingJourney' as never)?.period).toBe('x'.repeat(119))
  })

  it.each([
    ['cards', 'gone', 'title'],
    ['cards', 'Class', 'evidence'],
    ['cards', 'Class', '__proto__'],
  ] as const)('refuses %s %s %s', (root, id, name) => {
    checkRefused(draw().doc, (target) => expect(editText(target, root, id, name, 'x')).toBe(false))
  })

  it("keeps others' words that came while the box lagged behind", () => {
    const journey = draw()
    const seen = 'Too much'
    editText({ doc: journey.doc, origin: 'ben' }, 'cards', 'Toomuch', 'text', 'Far too much', 'Far too much'.length)
    editText(journey.target, 'cards', 'Toomuch', 'text', 'Too much paper', 'Too much paper'.length, seen)
    expect(journey.cell('Preparing', 'pains')).toEqual(['Far too much paper'])
  })
})
