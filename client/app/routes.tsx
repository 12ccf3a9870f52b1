// Which component shows which address. The canvas and its libraries are loaded only behind the join page.
import { lazy, Suspense } from 'react'
import { LinkButton } from '../ui/Button.tsx'
import { words } from '../ui/words.ts'
import { useAddress } from './address.ts'
import { MessagePage } from './MessagePage.tsx'
import { type BoardFace, WorkshopPage } from './WorkshopPage.tsx'

// Its pictures and curves are nothing for those who follow a link.
const HomePage = lazy(() => import('./home/HomePage.tsx').then((module) => ({ default: module.HomePage })))

const loadBoard = () => import('../board/BoardPage.tsx')
const face: BoardFace = {
  fetch: loadBoard,
  Board: lazy(() => loadBoard().then((module) => ({ default: module.BoardPage }))),
}

export function Routes() {
  const address = useAddress()
  switch (address.page) {
    case 'home':
      return (
        <Suspense fallback={null}>
          <HomePage key={address.visit} />
        </Suspense>
      )
    case 'workshop':
      return <WorkshopPage key={address.visit} id={address.id} offeredKey={address.key} face={face} />
    case 'unknown':
      return (
        <MessagePage
          picture="broken"
          heading={words.problems.notFound.heading}
          note={words.problems.notFound.note}
          actions={
            <LinkButton look="primary" size="big" href="/">
              {words.common.toStart}
            </LinkButton>
          }
        />
      )
  }
}
