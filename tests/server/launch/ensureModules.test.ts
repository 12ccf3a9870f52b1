import { expect, test } from 'vitest'
import { holdsAll } from '../../../server/launch/ensureModules.mjs'

const machine = { platform: 'linux', arch: 'x64' }
const locked = {
  '': { version: '0.1.0' },
  'node_modules/yjs': { version: '13.6.33' },
  'node_modules/vitest': { version: '5.1.1', dev: true },
  'node_modules/@rolldown/binding-linux-x64-gnu': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/@rolldown/binding-darwin-arm64': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
}
const installed = {
  'node_modules/yjs': locked['node_modules/yjs'],
  'node_modules/vitest': locked['node_modules/vitest'],
  'node_modules/@rolldown/binding-linux-x64-gnu': locked['node_modules/@rolldown/binding-linux-x64-gnu'],
}

test('what npm installed on this system is enough', () => {
  expect(holdsAll(locked, installed, true, machine)).toBe(true)
})

test('another version, or a package that is not there, is installed again', () => {
  expect(holdsAll(locked, { ...installed, 'node_modules/yjs': { version: '13.6.32' } }, true, machine)).toBe(false)
  const { 'node_modules/yjs': _, ...withoutYjs } = installed
  expect(holdsAll(locked, withoutYjs, true, machine)).toBe(false)
})

test('a server needs no development packages, the tests do', () => {
  const { 'node_modules/vitest': _, ...withoutDev } = installed
  expect(holdsAll(locked, withoutDev, false, machine)).toBe(true)
  expect(holdsAll(locked, withoutDev, true, machine)).toBe(false)
})

test('a folder that was installed on another system is installed again', () => {
  expect(holdsAll(locked, installed, true, { platform: 'darwin', arch: 'arm64' })).toBe(false)
})
