// Which workshop the address names, and the key behind the #. The key is taken out of the address bar before anything
// else sees it: it must not end up in the history, in a screenshot or on a beamer.
export interface RecapAddress {
  readonly id: string
  readonly offeredKey: string | null
}

/** Pure: what a path and a fragment ("#…" or "") name. The server serves this page for such paths only. */
export function parseRecapAddress(path: string, fragment: string): RecapAddress {
  const id = /^\/w\/([^/]+)\/recap\/?$/.exec(path)?.[1] ?? ''
  const key = fragment.replace(/^#/, '')
  return { id: decode(id), offeredKey: key === '' ? null : decode(key) }
}

/** A malformed escape is taken as it stands: it opens nothing, which the page then says. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function takeRecapAddress(): RecapAddress {
  const address = parseRecapAddress(location.pathname, location.hash)
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  return address
}
