// The chosen face of a workshop and the screen, for components.
import { useSyncExternalStore } from 'react'
import { NARROW_SCREEN, onViewChosen, type View, viewOf } from './chosenView.ts'

export function useView(workshopId: string): View {
  return useSyncExternalStore(onViewChosen, () => viewOf(workshopId))
}

/** The screen as it is now. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribeToScreen, () => matchMedia(NARROW_SCREEN).matches)
}

function subscribeToScreen(listener: () => void) {
  const screen = matchMedia(NARROW_SCREEN)
  screen.addEventListener('change', listener)
  return () => screen.removeEventListener('change', listener)
}
