// Class names are plain and global, and the styles of the board are loaded while the join page is still shown: one name
// must mean one thing in the whole client.
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../../../client')

/** Folder of the client by the names its styles start a selector with, without the parts after `__` and `--`. */
function foldersByBlock(): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const path of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    const [folder = ''] = path.split(sep)
    if (!path.endsWith('.css') || folder === 'dist') continue
    const css = readFileSync(join(client, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    for (const [, block = ''] of css.matchAll(/(?:^|[},;{])\s*\.([a-z0-9]+(?:-[a-z0-9]+)*)/gm)) {
      folders.set(block, (folders.get(block) ?? new Set()).add(folder))
    }
  }
  return folders
}

test('no class is styled by both the pages and the board', () => {
  // Said again in the board for a list of its own; the same rule.
  const shared = new Set(['visually-hidden'])
  const blocks = foldersByBlock()
  expect(blocks.get('top-bar')).toEqual(new Set(['workshop']))
  const twice = [...blocks].filter(([block, folders]) => folders.has('board') && folders.size > 1 && !shared.has(block))
  expect(twice.map(([block, folders]) => `${block}: ${[...folders].join(', ')}`)).toEqual([])
})
