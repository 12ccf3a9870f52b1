// What counts as a change, what counts as saved, and what the screen says about it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { changeLabels, countChanges } from '../../../client/connection/changeLabels.ts'
import {
  connectionStatus,
  savedState,
  type SocketPhase,
  type StatusFacts,
} from '../../../client/connection/ConnectionStatus.ts'
import { Outbox } from '../../../client/connection/Outbox.ts'
import { MAX_RETRY_MS, MIN_RETRY_MS, retryDelayMs } from '../../../client/connection/retryDelay.ts'
import { UnsavedChanges } from '../../../client/connection/UnsavedChanges.ts'
import { deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { putDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import { transact } from '../../../shared/journey/edit/EditTarget.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

function labelsDuring(doc: Y.Doc, change: () => void): Set<string> {
  const labels = new Set<string>()
  const listen = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    for (const label of changeLabels(transaction)) labels.add(label)
  }
  doc.on('update', listen)
  change()
  doc.off('update', listen)
  return labels
}

describe('changes as a person counts them', () => {
  const journey = drawJourney(`
             | Preparing | Separating
  touchpoints| Class     | Exam
  `)
  const { doc, target } = journey
  const [card, exam] = [journey.card('Class'), journey.card('Exam')]

  it('a sentence typed letter by letter is one', () => {
    const labels = labelsDuring(doc, () => {
      for (const text of ['A', 'An', 'And']) editText(target, 'cards', card, 'title', text)
    })
    expect([...labels]).toEqual([`cards/${card}/title`])
    expect(countChanges(labels)).toBe(1)
  })

  it('a new card is one with all its fields, moving and naming another are two', () => {
    const labels = labelsDuring(doc, () =>
      transact(target, () => {
        placeCards(target, [{ id: exam, place: journey.place('Preparing', 'touchpoints') }])
        setField(target, 'cards', exam, 'channel', 'web')
        putDrawings(target, [{ id: 'shape:1', typeName: 'shape', x: 1, y: 2, props: { color: 'red' } }])
      }),
    )
    expect(countChanges(labels)).toBe(3)
  })

  it('a deleted card is one', () => {
    expect(countChanges(labelsDuring(doc, () => deleteCards(target, [card])))).toBe(1)
  })
})

describe('Outbox', () => {
  const labels = (...names: string[]) => new Set(names)

  it('takes off what messages up to the confirmed one carried, and nothing else', () => {
    const outbox = new Outbox()
    outbox.add(labels('cards/a'), 0, 1)
    outbox.add(labels('cards/b'), 10, 2)
    outbox.add(labels('cards/c'), 20, null)
    expect(outbox.markSaved(1)).toBe(true)
    expect(outbox.waiting).toBe(2)
    expect(outbox.oldestMs).toBe(10)
    expect(outbox.markSaved(5)).toBe(true)
    // Never sent, so never saved.
    expect([...outbox.labels]).toEqual(['cards/c'])
    expect(outbox.markSaved(9)).toBe(false)
  })

  it('counts messages of another connection from 1 again', () => {
    const outbox = new Outbox()
    outbox.add(labels('cards/a'), 0, 7)
    outbox.markUnsent()
    outbox.markSaved(9)
    expect(outbox.waiting).toBe(1)
    outbox.markAllSent(1)
    outbox.markSaved(1)
    expect(outbox.waiting).toBe(0)
    expect(outbox.oldestMs).toBeNull()
  })

  it('knows which records are late', () => {
    const outbox = new Outbox()
    outbox.add(labels('cards/a/title'), 0, 1)
    outbox.add(labels('cards/b/title'), 2_000, 2)
    expect([...outbox.lateRecordIds(3_000, 3_000)]).toEqual(['a'])
  })
})

describe('UnsavedChanges', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is worth a word after 400 ms, marks cards after 3 s, and both end with saving', () => {
    const unsaved = new UnsavedChanges('tab')
    unsaved.add(new Set(['cards/a/title']), 1)
    vi.advanceTimersByTime(399)
    expect(unsaved.isSlow.get()).toBe(false)
    vi.advanceTimersByTime(1)
    expect(unsaved.isSlow.get()).toBe(true)
    expect(unsaved.lateRecordIds.get().size).toBe(0)
    vi.advanceTimersByTime(2_600)
    expect([...unsaved.lateRecordIds.get()]).toEqual(['a'])
    unsaved.add(new Set(['cards/b/title']), 2)
    vi.advanceTimersByTime(3_000)
    expect([...unsaved.lateRecordIds.get()]).toEqual(['a', 'b'])
    unsaved.markSaved(2)
    expect(unsaved.isSlow.get()).toBe(false)
    expect(unsaved.lateRecordIds.get().size).toBe(0)
    expect(unsaved.waiting.get()).toBe(0)
    unsaved.destroy()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('status', () => {
  const live: StatusFacts = {
    phase: { at: 'live' },
    waiting: 0,
    isSlowToSave: false,
    diskFailedSinceMs: null,
    isViewer: false,
  }
  it.each<[string, Partial<StatusFacts>, unknown]>([
    ['saved', {}, { kind: 'saved' }],
    ['saved while a change is younger than 400 ms', { waiting: 1 }, { kind: 'saved' }],
    ['saving', { waiting: 1, isSlowToSave: true }, { kind: 'saving' }],
    ['disk', { waiting: 2, diskFailedSinceMs: 5 }, { kind: 'unsaved', sinceMs: 5, waiting: 2 }],
    ['viewer', { isViewer: true }, { kind: 'readOnly' }],
    ['first try', { phase: { at: 'connecting' } }, { kind: 'connecting' }],
    [
      'first try with changes from before',
      { phase: { at: 'connecting' }, waiting: 3 },
      { kind: 'offline', waiting: 3 },
    ],
    ['offline', { phase: { at: 'offline' }, waiting: 3 }, { kind: 'offline', waiting: 3 }],
    ['restart', { phase: { at: 'offline', isRestarting: true }, waiting: 3 }, { kind: 'restarting', waiting: 3 }],
    [
      'held, also while it hangs up between two tries',
      { phase: { at: 'offline' }, waiting: 1, isHeld: true, diskFailedSinceMs: 5 },
      { kind: 'held', sinceMs: 5, waiting: 1 },
    ],
    ['ended', { phase: { at: 'ended', code: 4403, sentence: 'x' } }, { kind: 'ended', code: 4403, sentence: 'x' }],
    ['refused', { phase: { at: 'refused', sentence: 'x' } }, { kind: 'refused', sentence: 'x' }],
  ])('%s', (_name, facts, expected) => {
    const status = connectionStatus({ ...live, ...facts })
    expect(status).toEqual(expected)
    expect(savedState(status).kind).not.toBe('')
  })

  it('never says saved in the bar while offline, refused, ended or with a failing disk', () => {
    const phases: SocketPhase[] = [
      { at: 'offline' },
      { at: 'refused', sentence: '' },
      { at: 'ended', code: 4403, sentence: '' },
    ]
    for (const phase of phases) expect(savedState(connectionStatus({ ...live, phase })).kind).not.toBe('saved')
    expect(savedState(connectionStatus({ ...live, diskFailedSinceMs: 1 }))).toEqual({ kind: 'unsaved' })
  })
})

describe('retryDelayMs', () => {
  it('stays between half a second and thirty for every attempt, and uses the whole range', () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      expect(retryDelayMs(attempt, 0)).toBe(MIN_RETRY_MS)
      expect(retryDelayMs(attempt, 0.999_999)).toBeLessThanOrEqual(MAX_RETRY_MS)
    }
    expect(retryDelayMs(0, 0.5)).toBe(750)
    expect(retryDelayMs(30, 0.5)).toBe(15_250)
  })
})
