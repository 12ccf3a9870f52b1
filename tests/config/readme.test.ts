// The README's table of limits against the code: a table nobody checks is wrong after the second change.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../server/launch/paths.mjs'
import { limitDeclarations, limitSetting } from '../../server/limits.ts'

/** Rows of all tables, without the blanks that the formatter lines the columns up with. */
const rows = readFileSync(inRoot('README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.replaceAll(/\s*\|\s*/g, '|'))

test.each(Object.entries(limitDeclarations))('README names %s with its default and meaning', (name, limit) => {
  expect(rows).toContain(`|\`${limitSetting(name)}\`|${limit.value}|${limit.meaning}|`)
})
