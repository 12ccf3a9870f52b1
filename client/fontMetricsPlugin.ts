// Build time only: `virtual:font-metrics` is the table of character widths, read from the font files while the client
// is built. The client ships the numbers, not the reader.
import { openSync } from 'fontkit'
import type { Plugin } from 'vite'
import { fontFileNames, type OpenFont, readFontMetrics } from '../shared/layout/readFontMetrics.ts'

const moduleName = 'virtual:font-metrics'
/** Rollup's sign that no other plugin should look for this module on disk. */
const resolvedName = `\0${moduleName}`

export function fontMetricsPlugin(): Plugin {
  return {
    name: 'font-metrics',
    resolveId: (id) => (id === moduleName ? resolvedName : null),
    load: (id) => (id === resolvedName ? fontMetricsModule() : null),
  }
}

function fontMetricsModule(): string {
  const folder = `${import.meta.dirname}/../node_modules/inter-ui/web`
  const data = readFontMetrics((style) => openSync(`${folder}/${fontFileNames[style]}`) as OpenFont)
  // As text, parsed at start: engines read JSON faster than the same numbers as code.
  return `export default JSON.parse('${JSON.stringify(data)}')`
}
