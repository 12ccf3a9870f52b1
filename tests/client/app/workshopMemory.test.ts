import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  forgetKey,
  knownLink,
  recall,
  recallPerson,
  recentWorkshops,
  remember,
  rememberPerson,
} from '../../../client/app/workshopMemory.ts'
import { stubStorage } from '../fakeBrowser.ts'

const place = { token: 't', participantId: 'p', role: 'participant' } as const
let items: Map<string, string>

beforeEach(() => {
  items = stubStorage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('remembers single facts and keeps the rest', () => {
  remember('w1', { title: 'First order', key: 'k' })
  remember('w1', { joined: place, people: 4 })
  expect(recall('w1')).toMatchObject({ id: 'w1', title: 'First order', key: 'k', joined: place, people: 4 })
})

test('lists what somebody has joined or made, latest first, without what was taken off', () => {
  remember('looked-at', { title: 'Only looked at', key: 'k', openedMs: 9 })
  remember('old', { title: 'Old', joined: place, openedMs: 1 })
  remember('new', { title: 'New', joined: place, openedMs: 3 })
  remember('made', { title: 'Made', own: true, openedMs: 2 })
  remember('hidden', { title: 'Hidden', joined: place, hidden: true, openedMs: 4 })
  expect(recentWorkshops().map(({ title }) => title)).toEqual(['New', 'Made', 'Old'])
})

test('an entry that cannot be read is as if it were not there', () => {
  remember('w1', { title: 'First order', joined: place })
  items.set('journeyboard.workshop.w2', '{"id":')
  items.set('journeyboard.workshop.w3', '{"id":"w3","title":7}')
  expect(recall('w2')).toBeNull()
  expect(recall('w3')).toBeNull()
  expect(recentWorkshops().map(({ id }) => id)).toEqual(['w1'])
})

test('without storage everything is empty and nothing throws', () => {
  stubStorage(true)
  remember('w1', { title: 'First order', joined: place })
  rememberPerson({ name: 'Ruth', department: 'Benefits' })
  expect(recall('w1')).toBeNull()
  expect(recentWorkshops()).toEqual([])
  expect(recallPerson()).toEqual({ name: '', department: '' })
})

test('a link carries its key behind the # and only for roles this browser knows', () => {
  remember('w 1', { keys: { participant: 'abc' } })
  const memory = recall('w 1')
  if (memory === null) throw new Error('not remembered')
  expect(knownLink(memory, 'participant', 'http://10.0.0.2:3000')).toBe('http://10.0.0.2:3000/w/w%201#abc')
  expect(knownLink(memory, 'facilitator', 'http://10.0.0.2:3000')).toBeNull()
})

test('the key of a role whose link was ended is forgotten, the one the browser came with stays', () => {
  remember('w1', { key: 'came', keys: { participant: 'abc', viewer: 'def' } })
  forgetKey('w1', 'participant')
  expect(recall('w1')).toMatchObject({ key: 'came', keys: { viewer: 'def' } })
  expect(recall('w1')?.keys.participant).toBeUndefined()
})
