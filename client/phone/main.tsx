// The phone's program: opening, joining and the lists of a workshop. Built a second time, with Preact in React's place, so
// that somebody who follows a link on mobile data waits for 40 kB less (see phonePlugin.ts).
import { lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { useAddress } from '../app/address.ts'
import { PageErrorBoundary } from '../app/PageErrorBoundary.tsx'
import { type BoardFace, WorkshopPage } from '../app/WorkshopPage.tsx'
import { applyStoredTheme } from '../ui/theme.ts'

/** The other program, which has the board. */
export interface BoardProgram {
  readonly fetch: () => Promise<unknown>
  /** `leave` takes the lists away, once the board's program is there. */
  readonly open: (leave: () => void) => Promise<void>
}

export function showPhone(element: HTMLElement, board: BoardProgram): void {
  applyStoredTheme()
  const root = createRoot(element)
  const open = async (): Promise<{ default: () => null }> => {
    // Where this fails, the error boundary says so and offers to load the page again.
    await board.open(() => root.unmount())
    return { default: () => null }
  }
  const face: BoardFace = { fetch: board.fetch, Board: lazy(open) }
  root.render(
    <PageErrorBoundary>
      <PhoneRoutes face={face} />
    </PageErrorBoundary>,
  )
}

/** Only workshops are here; any other address is a page of the other program. */
function PhoneRoutes({ face }: { face: BoardFace }) {
  const address = useAddress()
  if (address.page === 'workshop')
    return <WorkshopPage key={address.visit} id={address.id} offeredKey={address.key} face={face} />
  location.reload()
  return null
}
