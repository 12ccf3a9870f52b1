// The start page: begin a workshop on the left, go back to one on the right.
import './HomePage.css'
import { BrandLink } from '../../ui/BrandLink.tsx'
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx'
import { words } from '../../ui/words.ts'
import { usePageTitle } from '../usePageTitle.ts'
import { RecentWorkshops } from './RecentWorkshops.tsx'
import { StartForm } from './StartForm.tsx'

export function HomePage() {
  usePageTitle('')
  return (
    <div className="home">
      <main className="home__start">
        <div className="home__column">
          <header className="home__brand">
            <BrandLink />
          </header>
          <h1>{words.home.heading}</h1>
          <p className="home__lead">{words.home.lead}</p>
          <StartForm />
        </div>
      </main>
      <aside className="home__recent" aria-labelledby="recent-heading">
        <RecentWorkshops headingId="recent-heading" />
        <footer className="home__foot">
          <ThemeSwitch />
        </footer>
      </aside>
    </div>
  )
}
