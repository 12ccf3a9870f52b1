// The page the address names, inside the last safety net.
import { PageErrorBoundary } from './PageErrorBoundary.tsx'
import { Routes } from './routes.tsx'

export function App() {
  return (
    <PageErrorBoundary>
      <Routes />
    </PageErrorBoundary>
  )
}
