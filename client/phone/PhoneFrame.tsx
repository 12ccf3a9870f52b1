// The frame of the phone page: bar, strips, what to do now, the lists, and the foot with the next step. Pages open over
// the lists, which stay as they are below.
import './PhoneFrame.css'
import './messages.css'
import { lazy, Suspense, useMemo } from 'react'
import { ViewOffer } from '../app/ViewOffer.tsx'
import { useBoardSession } from '../board/BoardSessionContext.tsx'
import { useWatchedBoard } from '../board/useWatchedBoard.ts'
import { useRevealNews } from '../board/drafts/useRevealNews.ts'
import { useBoardEvents } from '../connection/useBoardEvents.ts'
import { NowBlock } from './NowBlock.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { type Phone, PhoneContext } from './PhoneContext.ts'
import { PhoneLists } from './PhoneLists.tsx'
import { PhoneStrips } from './PhoneStrips.tsx'
import { PhoneToasts } from './PhoneToasts.tsx'
import { type PhonePlace, usePhonePlace } from './usePhonePlace.ts'
import { useVoteNews } from './vote/useVoteNews.ts'

const AddPage = lazy(() => import('./cards/AddPage.tsx').then((module) => ({ default: module.AddPage })))
const CardPage = lazy(() => import('./cards/CardPage.tsx').then((module) => ({ default: module.CardPage })))
const MapPage = lazy(() => import('./map/MapPage.tsx').then((module) => ({ default: module.MapPage })))
const MorePage = lazy(() => import('./people/MorePage.tsx').then((module) => ({ default: module.MorePage })))
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx').then((module) => ({ default: module.PeoplePage })))

export function PhoneFrame() {
  const session = useBoardSession()
  const places = usePhonePlace()
  const watched = useWatchedBoard(session.model)
  const phone = useMemo((): Phone => ({ session, places, ...watched }), [session, places, watched])
  const { place } = places
  useVoteNews(session, places)
  useRevealNews(session.connection)
  useBoardEvents(session.connection)
  return (
    <PhoneContext value={phone}>
      <div className="phone">
        <PhoneBar />
        <PhoneStrips />
        <ViewOffer workshopId={session.workshop.workshopId} />
        <main className="phone__main" hidden={place !== null} data-part="main">
          <NowBlock />
          <PhoneLists />
        </main>
        {place && (
          <Suspense fallback={<main className="phone__page" aria-busy="true" />}>
            <Page place={place} />
          </Suspense>
        )}
        <PhoneToasts />
      </div>
    </PhoneContext>
  )
}

function Page({ place }: { place: PhonePlace }) {
  switch (place.page) {
    case 'add':
      return <AddPage stageId={place.stageId} laneId={place.laneId} />
    case 'card':
      return <CardPage key={place.id} id={place.id} />
    case 'more':
      return <MorePage />
    case 'people':
      return <PeoplePage />
    case 'map':
      return <MapPage />
  }
}
