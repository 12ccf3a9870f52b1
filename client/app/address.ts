// Which page the address bar names. Keys of links are taken out of the address bar before anything else sees them: they
// must not end up in the history, in a screenshot or on a beamer.
import { useSyncExternalStore } from 'react'
import { type Address, parseAddress } from './parseAddress.ts'

/** Every opening of an address gets a number, so that opening the same one again starts the page anew. */
let visits = 0
let current: Address | null = null
/** The path that `current` was read from. */
let currentPath = ''
const listeners = new Set<() => void>()

/** Goes to a path of this application. The same path again starts its page anew. */
export function navigate(path: string) {
  history.pushState(null, '', path)
  readAddress()
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => current ?? readAddress())
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    addEventListener('popstate', readOtherPath)
    // A link of the same workshop pasted over the address changes the fragment only.
    addEventListener('hashchange', readNewKey)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('popstate', readOtherPath)
    removeEventListener('hashchange', readNewKey)
  }
}

function readAddress(): Address {
  visits += 1
  current = parseAddress(location.pathname, location.hash, visits)
  currentPath = location.pathname
  if (location.hash !== '' && current.page === 'workshop') history.replaceState(history.state, '', location.pathname)
  for (const listener of listeners) listener()
  return current
}

/** Going back within one address is for the page that is open there: the phone's pages have steps of their own. */
function readOtherPath() {
  if (location.pathname !== currentPath || location.hash !== '') readAddress()
}

function readNewKey() {
  if (location.hash !== '') readAddress()
}
