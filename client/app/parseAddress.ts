// What an address of this application names. Three are too few for a router library.
export type Address =
  | { readonly page: 'home'; readonly visit: number }
  /** `key`: what stood behind the # when this address was opened; null when nothing did. */
  | { readonly page: 'workshop'; readonly id: string; readonly key: string | null; readonly visit: number }
  | { readonly page: 'unknown'; readonly visit: number }

/** Pure: what a path and a fragment ("#…" or "") name. */
export function parseAddress(path: string, fragment: string, visit = 0): Address {
  if (path === '/' || path === '') return { page: 'home', visit }
  const id = /^\/w\/([^/]+)\/?$/.exec(path)?.[1]
  if (id === undefined) return { page: 'unknown', visit }
  return { page: 'workshop', id: decodePart(id), key: readKey(fragment), visit }
}

/** What stands behind the #; null: nothing. */
export function readKey(fragment: string): string | null {
  const key = fragment.replace(/^#/, '')
  return key === '' ? null : decodePart(key)
}

/** A malformed escape is taken as it stands: it opens nothing, which the page then says. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
