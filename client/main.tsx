// The program with everything: the stored theme, then the page that the address names.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { applyStoredTheme } from './ui/theme.ts'

export function showApp(element: HTMLElement): void {
  applyStoredTheme()
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
