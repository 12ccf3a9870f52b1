// Files in one zip whose bytes depend on nothing but the files: no clock, no time zone, no order of chance.
import { unzipSync, type Zippable, zipSync } from 'fflate'

/** First day a zip can name, in local time as zips have it: the same bytes in every time zone. */
const zipDay = () => new Date(1980, 0, 1)

/** `level`: 1 fast, 9 small. */
export function zipFiles(files: Zippable, level: 1 | 6 = 6): Uint8Array<ArrayBuffer> {
  return zipSync(files, { mtime: zipDay(), level })
}

type NamedFile = readonly [name: string, content: Uint8Array]

/**
 * The zip that a library made, without the time it was made at. `change` may give another name and content for a file;
 * files that are zips themselves (a chart's workbook) are sealed too.
 */
export function sealZip(
  zip: Uint8Array,
  change: (name: string, content: Uint8Array) => NamedFile = (name, content) => [name, content],
): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  for (const [oldName, found] of Object.entries(unzipSync(zip))) {
    // Folders need no entry of their own.
    if (oldName.endsWith('/')) continue
    const [name, content] = change(oldName, oldName.endsWith('.xlsx') ? sealZip(found, change) : found)
    files[name] = content
  }
  // Office files are many MB of XML: a tenth larger is still small, and they are ready a tenth sooner.
  return zipFiles(files, 1)
}
