import { afterEach, expect, test, vi } from 'vitest'
import { nothingTyped, recallTyped, rememberTyped, typedKey } from '../../../client/phone/typedText.ts'
import { stubStorage } from '../fakeBrowser.ts'

const key = typedKey('w', 'anna', 'add')
const typed = { text: 'Half a thou', stageId: 's', laneId: 'l', kind: 'note', noteType: 'pain' }

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what was typed is there again, each form and each person apart', () => {
  stubStorage()
  rememberTyped(key, typed)
  expect(recallTyped(key)).toEqual(typed)
  expect(recallTyped(typedKey('w', 'anna', 'private'))).toEqual(nothingTyped)
  expect(recallTyped(typedKey('w', 'ben', 'add'))).toEqual(nothingTyped)
})

test('sent words leave nothing behind', () => {
  const items = stubStorage()
  rememberTyped(key, typed)
  rememberTyped(key, { ...typed, text: '' })
  expect(items.size).toBe(0)
})

test('an entry of another version, or none at all, reads as nothing', () => {
  const items = stubStorage()
  items.set(key, '{"text":3}')
  expect(recallTyped(key)).toEqual(nothingTyped)
  stubStorage(true)
  rememberTyped(key, typed)
  expect(recallTyped(key)).toEqual(nothingTyped)
})
