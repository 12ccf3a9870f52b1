// Build time only: the phone's program is built with Preact in React's place, before the rest, and the start of the page
// is told the names of its files (`virtual:phone-files`). A small library is enough there: no canvas, a few lists.
import type { Plugin } from 'vite'

/** Of the environment in vite.config.ts. */
export const PHONE = 'phone'
const moduleName = 'virtual:phone-files'
/** Rollup's sign that no other plugin should look for this module on disk. */
const resolvedName = `\0${moduleName}`

const replacements: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
}

interface PhoneFiles {
  script: string
  preload: string[]
  styles: string[]
}

export function phonePlugin(): Plugin {
  let files: PhoneFiles | null = null
  return {
    name: 'phone',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === moduleName) return resolvedName
      const other = this.environment.name === PHONE ? replacements[id] : undefined
      return other === undefined ? null : this.resolve(other, importer, { skipSelf: true })
    },
    load: (id) => (id === resolvedName ? `export const phoneFiles = ${JSON.stringify(files)}` : null),
    generateBundle(_options, bundle) {
      if (this.environment.name === PHONE) files = phoneFiles(bundle)
    },
  }
}

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1]

/** The entry, and everything it imports at once. */
function phoneFiles(bundle: Bundle): PhoneFiles {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const take = (name: string) => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || scripts.has(name)) return
    scripts.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(`/${style}`)
    for (const imported of chunk.imports) take(imported)
  }
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  if (!entry) throw new Error('The phone build has no entry')
  take(entry.fileName)
  scripts.delete(entry.fileName)
  return { script: `/${entry.fileName}`, preload: [...scripts].map((name) => `/${name}`), styles: [...styles] }
}
