import { expect, test } from 'vitest'
import { offeredRoles, onlyOnThisComputer } from '../../../client/workshop/inviteRules.ts'

const links = (known: Record<string, string>) =>
  new Map((['participant', 'facilitator', 'viewer'] as const).map((role) => [role, known[role] ?? null]))

test('facilitators hand out every role, also links they do not have yet', () => {
  expect(offeredRoles('facilitator', links({}))).toEqual(['participant', 'facilitator', 'viewer'])
})

test('others hand on what they came with, never a facilitator’s link', () => {
  expect(offeredRoles('participant', links({ participant: 'x' }))).toEqual(['participant'])
  expect(offeredRoles('participant', links({ facilitator: 'x', viewer: 'y' }))).toEqual(['viewer'])
  expect(offeredRoles('viewer', links({}))).toEqual([])
})

test.each([
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000', true],
  ['http://127.8.0.1', true],
  ['http://[::1]:3000', true],
  ['http://192.168.1.20:3000', false],
  ['https://journeys.example.org', false],
  ['http://localhost.example.org', false],
])('%s opens on this computer only: %s', (origin, only) => {
  expect(onlyOnThisComputer(origin)).toBe(only)
})
