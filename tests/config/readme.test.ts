// The README's tables of limits and metrics against the code: a table nobody checks is wrong after the second change.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../server/launch/paths.mjs'
import { Metrics } from '../../server/ops/Metrics.ts'
import { limitDeclarations, limitSetting } from '../../server/limits.ts'

/** Rows of all tables, without the blanks that the formatter lines the columns up with. */
const rows = readFileSync(inRoot('README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.replaceAll(/\s*\|\s*/g, '|'))

test.each(Object.entries(limitDeclarations))('README names %s with its default and meaning', (name, limit) => {
  expect(rows).toContain(`|\`${limitSetting(name)}\`|${limit.value}|${limit.meaning}|`)
})

test('[OP1] README names every metric with what it says, and no other', async () => {
  const none = () => 0
  const metrics = new Metrics({
    rooms: none,
    connections: none,
    unsavedBytes: none,
    unsavedMs: none,
    bufferedBytes: none,
  })
  const text = await metrics.text()
  metrics.stop()
  const told = [...text.matchAll(/^# HELP (\S+) (.+)$/gm)].map(([, name = '', help = '']) => `|\`${name}\`|${help}|`)
  expect(told.length).toBeGreaterThan(10)
  expect(rows.filter((row) => /^\|`(journeyboard|process)_/.test(row)).toSorted()).toEqual(told.toSorted())
})
