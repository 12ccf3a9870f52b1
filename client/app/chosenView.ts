// Which face of a workshop a browser shows: lists and forms on phones, else the board. Decided when somebody comes in, so
// that turning the phone takes nothing away from under their fingers; both can be reached at any time. Knows no React:
// the start of the page asks before it knows which program to load.
export type View = 'list' | 'board'

/** Narrower than this the board is not worth its 500 kB, px. A phone on its side is wide, but not high. */
export const NARROW_SCREEN = '(width < 700px), (height < 500px) and (pointer: coarse)'
const PREFIX = 'journeyboard.view.'

const chosen = new Map<string, View>()
const listeners = new Set<() => void>()

/** As chosen in this tab, else as the screen was when the workshop was first asked for. */
export function viewOf(workshopId: string): View {
  let view = chosen.get(workshopId)
  if (view === undefined) {
    view = storedView(workshopId) ?? (matchMedia(NARROW_SCREEN).matches ? 'list' : 'board')
    chosen.set(workshopId, view)
  }
  return view
}

export function chooseView(workshopId: string, view: View) {
  chosen.set(workshopId, view)
  try {
    sessionStorage.setItem(PREFIX + workshopId, view)
  } catch {
    // Storage is off: the choice then holds until the page is loaded again.
  }
  for (const listener of listeners) listener()
}

function storedView(workshopId: string): View | null {
  try {
    const stored = sessionStorage.getItem(PREFIX + workshopId)
    return stored === 'list' || stored === 'board' ? stored : null
  } catch {
    return null
  }
}

export function onViewChosen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
