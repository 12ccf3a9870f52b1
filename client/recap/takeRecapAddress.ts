// Which workshop the address names, and the key behind the #. The key is taken out of the address bar before anything
// else sees it: it must not end up in the history, in a screenshot or on a beamer.
import { decodePart, readKey } from '../app/parseAddress.ts'

export interface RecapAddress {
  readonly id: string
  readonly offeredKey: string | null
}

/** Pure: what a path and a fragment ("#…" or "") name. The server serves this page for such paths only. */
function parseRecapAddress(path: string, fragment: string): RecapAddress {
  const id = /^\/w\/([^/]+)\/recap\/?$/.exec(path)?.[1] ?? ''
  return { id: decodePart(id), offeredKey: readKey(fragment) }
}

export function takeRecapAddress(): RecapAddress {
  const address = parseRecapAddress(location.pathname, location.hash)
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  return address
}
