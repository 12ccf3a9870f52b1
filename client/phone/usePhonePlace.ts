// Pages over the lists (a card, people, the map …), each a step in the browser's history: the phone's own way back leads
// to the list and not out of the workshop.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

export type PhonePlace =
  | { readonly page: 'add'; readonly stageId: string | null; readonly laneId: string | null }
  | { readonly page: 'card'; readonly id: string }
  | { readonly page: 'more' | 'people' | 'map' }

export interface PhonePlaces {
  /** Null: the lists. */
  readonly place: PhonePlace | null
  readonly open: (place: PhonePlace) => void
  readonly back: () => void
  /** To the lists; the way back leads to where the person was. */
  readonly toLists: () => void
}

export function usePhonePlace(): PhonePlaces {
  const [place, setPlace] = useState(placeInHistory)
  /** Where the lists were left. */
  const left = useRef<{ readonly top: number; readonly focus: Element | null }>({ top: 0, focus: null })
  const isList = place === null

  useEffect(() => {
    const read = () => setPlace(placeInHistory())
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [])

  // A page begins at its top; back on the lists everything is where it was, and so is the focus.
  useLayoutEffect(() => {
    const { top, focus } = left.current
    scrollTo(0, isList ? top : 0)
    if (isList && focus instanceof HTMLElement && focus.isConnected) focus.focus({ preventScroll: true })
  }, [isList])

  const open = useCallback(
    (next: PhonePlace) => {
      if (isList) left.current = { top: scrollY, focus: document.activeElement }
      history.pushState({ phonePlace: next }, '')
      setPlace(next)
    },
    [isList],
  )
  const back = useCallback(() => history.back(), [])
  const toLists = useCallback(() => {
    history.pushState(null, '')
    setPlace(null)
  }, [])
  return { place, open, back, toLists }
}

/** What this page has put there itself; anything else is the lists. */
function placeInHistory(): PhonePlace | null {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('phonePlace' in state)) return null
  return state.phonePlace as PhonePlace
}
