import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bandOpacity, colorOf, tokenNames } from '../../../shared/layout/theme.ts'

const css = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8')

/** Tokens of the style sheet whose two values are plain colours. */
const fromCss = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g)].map(
    ([, name = '', light, dark]) => [name, [light, dark]],
  ),
)

test('every colour of the style sheet is here with the same two values, and no other', () => {
  expect(fromCss.size).toBeGreaterThan(60)
  const here = new Map(tokenNames.map((name) => [name as string, [colorOf('light', name), colorOf('dark', name)]]))
  expect(here).toEqual(fromCss)
})

test('the band is the product colour, let through as much as in the style sheet', () => {
  const [, light = '', dark = ''] = /--band:\s*light-dark\(rgb\(([^)]*)\),\s*rgb\(([^)]*)\)\)/.exec(css) ?? []
  const channels = (hex: string): string => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ')
  expect(light.split(' / ')).toEqual([channels(colorOf('light', 'primary')), String(bandOpacity.light)])
  expect(dark.split(' / ')).toEqual([channels(colorOf('dark', 'primary')), String(bandOpacity.dark)])
})
