// Light, dark or what the system says. Kept in this browser; set on <html data-theme>, which tokens.css reads.
import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'

const STORAGE_KEY = 'journeyboard.theme'
const listeners = new Set<() => void>()

/** Call once before the first paint; follows changes made in other tabs. */
export function applyStoredTheme() {
  applyTheme(readChoice())
  addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) applyTheme(readChoice())
  })
}

export function chooseTheme(choice: ThemeChoice) {
  try {
    if (choice === 'system') localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, choice)
  } catch {
    // Storage is off in this browser: the choice then holds for this page only.
  }
  applyTheme(choice)
}

/** The choice and whether dark is shown now; the canvas follows `dark`. */
export function useTheme(): { choice: ThemeChoice; dark: boolean } {
  const choice = useSyncExternalStore(subscribe, currentChoice)
  const systemDark = useSyncExternalStore(subscribeToSystem, () => darkSystem().matches)
  return { choice, dark: choice === 'system' ? systemDark : choice === 'dark' }
}

function applyTheme(choice: ThemeChoice) {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
  for (const listener of listeners) listener()
}

function currentChoice(): ThemeChoice {
  return parseChoice(document.documentElement.dataset['theme'])
}

function readChoice(): ThemeChoice {
  try {
    return parseChoice(localStorage.getItem(STORAGE_KEY))
  } catch {
    return 'system'
  }
}

function parseChoice(stored: string | null | undefined): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function darkSystem() {
  return matchMedia('(prefers-color-scheme: dark)')
}

function subscribeToSystem(listener: () => void) {
  const query = darkSystem()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
