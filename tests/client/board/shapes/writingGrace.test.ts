// Writing goes on for as long as the server takes it; what comes after is kept by the box alone.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type TextBox, TextBinding } from '../../../../client/board/shapes/text/TextBinding.ts'
import { mayWriteIn, watchGrace, WRITING_GRACE_MS } from '../../../../client/board/shapes/text/writingGrace.ts'
import type { BoardSession } from '../../../../client/board/BoardSession.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { GRACE_MS } from '../../../../server/workshop/Facilitation.ts'
import { BoardModel } from '../../../../shared/journey/BoardModel.ts'
import { editText, textOf } from '../../../../shared/journey/edit/editText.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { during, roomOf } from '../../../support/roomOf.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function writing() {
  const journey = drawJourney('| One\n touchpoints | A')
  const model = new BoardModel(journey.doc)
  model.refresh()
  const told = roomOf('participant')
  const rights = { rules: new BoardRules(told.room, journey.doc), model } as unknown as BoardSession
  const place = { root: 'cards' as const, id: journey.card('A') }
  let ended = 0
  const stop = watchGrace(rights, place, () => ended++)
  return { journey, told, rights, place, stop, ended: () => ended }
}

describe('the grace', () => {
  it('is shorter than the server’s by the time that news and letters need', () => {
    expect(GRACE_MS - WRITING_GRACE_MS).toBeGreaterThanOrEqual(500)
  })
  it('begins when the right is lost and ends once', () => {
    const { told, ended, rights, place } = writing()
    vi.advanceTimersByTime(60_000)
    expect(ended()).toBe(0)
    told.says(during('Vote'))
    expect(mayWriteIn(rights, place)).toBe(false)
    vi.advanceTimersByTime(WRITING_GRACE_MS - 1)
    expect(ended()).toBe(0)
    vi.advanceTimersByTime(60_000)
    expect(ended()).toBe(1)
  })
  it('is called off when the right comes back, and when the box closes', () => {
    const { told, ended, stop } = writing()
    told.says(during('Vote'))
    told.says(during('Build the map'))
    vi.advanceTimersByTime(60_000)
    told.says(during('Vote'))
    stop()
    vi.advanceTimersByTime(60_000)
    expect(ended()).toBe(0)
  })
  it('a lock on the card counts, one on another does not', () => {
    const { told, ended, place } = writing()
    told.says({ locks: { other: 'maya' } })
    vi.advanceTimersByTime(60_000)
    told.says({ locks: { [place.id]: 'maya' } })
    vi.advanceTimersByTime(60_000)
    expect(ended()).toBe(1)
  })
})

it('a box without its document writes nothing and keeps what is added', () => {
  const { journey, place } = writing()
  const box = { value: '', selectionStart: 0, selectionEnd: 0, setSelectionRange: () => undefined } satisfies TextBox
  const seen: string[] = []
  const binding = TextBinding.create({
    box,
    target: { doc: journey.doc, origin: 'anna' },
    place: { ...place, name: 'title' },
    multiline: true,
    onChange: (text) => seen.push(text),
    onGone: () => undefined,
  })
  const type = (text: string) => {
    box.value = text
    binding?.input()
  }
  type('A claim')
  binding?.detach()
  expect(binding?.ownWords).toBeNull()
  type('A claim on paper')
  editText({ doc: journey.doc, origin: 'ben' }, 'cards', place.id, 'title', 'Something else')
  expect(String(textOf({ doc: journey.doc, origin: null }, 'cards', place.id, 'title'))).toBe('Something else')
  expect([box.value, binding?.ownWords, binding?.hasWritten]).toEqual(['A claim on paper', 'A claim on paper', false])
  expect(binding?.revert()).toBe(false)
  binding?.destroy()
})
