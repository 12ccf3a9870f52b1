// Starts the page of a recap. A page of its own: whoever only wants to read what came out of a workshop loads neither
// the canvas nor the pages that lead to it.
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PageErrorBoundary } from '../app/PageErrorBoundary.tsx'
import { applyStoredTheme } from '../ui/theme.ts'
import { RecapPage } from './RecapPage.tsx'
import { takeRecapAddress } from './takeRecapAddress.ts'

applyStoredTheme()

const root = document.getElementById('app')
if (root === null) throw new Error('recap.html has no #app')
createRoot(root).render(
  <StrictMode>
    <PageErrorBoundary>
      <RecapPage {...takeRecapAddress()} />
    </PageErrorBoundary>
  </StrictMode>,
)
