// Near-duplicates as people write them about leaving military service, and what only looks like one.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSimilarNotes, SIMILAR_FROM, similarity, type WordedNote } from '../../../shared/insight/similarity.ts'
import { stemOf } from '../../../shared/insight/textFeatures.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { Random } from '../../support/Random.ts'

/** The pains of the demonstration workshop. */
const pains = [
  'too much information',
  'nothing personal',
  'the two administrations’ systems do not talk',
  'deadline pressure',
  'paper forms',
  'several logins',
  'fear of missing something critical',
  'status cannot be seen',
  'long waits without word',
  'missed benefits found too late',
  'changes of benefits not announced',
  'nobody reaches out',
  'every need means learning the system again',
]
const notes = (...texts: string[]): WordedNote[] =>
  texts.map((text, at) => ({ id: `n${String(at).padStart(3, '0')}` as CardId, text }))
const textsOf = (all: readonly WordedNote[]) =>
  findSimilarNotes(all).map(({ cardIds }) => cardIds.map((id) => all.find((note) => note.id === id)?.text))

describe('says nearly the same', () => {
  it.each([
    ['too much information', 'Far too much information at once'],
    ['several logins', 'Too many different logins'],
    ['several logins', 'You need several log-ins'],
    ['long waits without word', 'Long waits, no word'],
    ['paper forms', 'Forms have to be filled in on paper'],
    ['status cannot be seen', 'I can’t see the status'],
    ['deadline pressure', 'Pressure of deadlines'],
    ['fear of missing something critical', 'Afraid to miss something critical'],
    ['Registation form is long', 'The registration form is too long'],
    ['Invoice is hard to understand', 'Invoices are difficult to understand'],
    ['Zu viele Formulare', 'Formulare: viel zu viele'],
    ['Lange Wartezeiten', 'Die Wartezeit ist lang'],
    ['待ち時間が長い', '待ち時間は長い'],
  ])('“%s” and “%s”', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(SIMILAR_FROM)
  })

  it.each([
    ['status can be seen', 'status cannot be seen'],
    ['slow website', 'slow support'],
    ['too many emails', 'too many logins'],
    ['nobody reaches out', 'nobody answers'],
    ['missed benefits found too late', 'changes of benefits not announced'],
    ['Die Rechnung kommt zu spät', 'Der Bescheid kommt zu spät'],
    ['', ''],
    ['!!', '??'],
  ])('but not “%s” and “%s”', (a, b) => {
    expect(similarity(a, b)).toBeLessThan(SIMILAR_FROM)
  })

  it('is symmetric, 1 for the same words and never above', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a))
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
      }),
    )
    for (const pain of pains) expect(similarity(pain, pain.toUpperCase())).toBeCloseTo(1)
  })
})

describe('groups of suggestions', () => {
  it('finds none among the real pains, which all say something different', () => {
    expect(textsOf(notes(...pains))).toEqual([])
  })

  it('finds what was written twice and three times among them', () => {
    const doubled = notes(...pains, 'Far too much information', 'Many different logins', 'logins, several of them')
    expect(textsOf(doubled)).toEqual([
      ['too much information', 'Far too much information'],
      ['several logins', 'Many different logins', 'logins, several of them'],
    ])
  })

  it('makes no chain of notes of which the ends have little in common', () => {
    const chain = notes(
      'waiting for the first appointment',
      'the first appointment for care',
      'care after the appointment at home',
      'help at home after care',
    )
    for (const group of findSimilarNotes(chain)) expect(group.cardIds.length).toBeLessThan(4)
  })

  it('pairs nobody who must not be paired', () => {
    const [one, other, third] = notes('paper forms', 'forms on paper', 'paper forms again')
    if (!one || !other || !third) throw new Error('three')
    const apart = (a: CardId, b: CardId) => a !== one.id && b !== one.id
    expect(findSimilarNotes([one, other, third], apart).map(({ cardIds }) => cardIds)).toEqual([[other.id, third.id]])
  })

  it('is the same whatever order the notes come in', () => {
    const all = notes(...pains, ...pains.map((pain) => `${pain} again`), ...pains.map((pain) => `always ${pain}`))
    const found = findSimilarNotes(all)
    expect(found).toHaveLength(pains.length)
    for (let seed = 1; seed <= 10; seed++) {
      const random = new Random(seed)
      expect(findSimilarNotes(all.toSorted(() => random.next() - 0.5))).toEqual(found)
    }
  })
})

it('stems: endings go, words stay apart', () => {
  expect(['waits', 'waiting', 'waited', 'wait'].map(stemOf)).toEqual(['wait', 'wait', 'wait', 'wait'])
  expect(['formulare', 'formular', 'formularen'].map(stemOf)).toEqual(['formular', 'formular', 'formular'])
  expect(stemOf('planned')).toBe(stemOf('planning'))
  expect(stemOf('see')).toBe('see')
  expect(stemOf('status')).not.toBe(stemOf('state'))
})
