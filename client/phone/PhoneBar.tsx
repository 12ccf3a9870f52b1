// The bar: where you are, whether it is saved, how much time is left, and everything else behind one button.
import { useValue } from '@tldraw/state-react'
import { savedState } from '../connection/ConnectionStatus.ts'
import { BrandMark } from '../ui/BrandMark.tsx'
import { HandIcon, MenuIcon } from '../ui/icons.tsx'
import { phoneWords } from '../ui/phoneWords.ts'
import { SavedStatus } from '../ui/SavedStatus.tsx'
import { words } from '../ui/words.ts'
import { usePhone } from './PhoneContext.ts'
import { PhoneTimer } from './PhoneTimer.tsx'

export function PhoneBar() {
  const { session, places } = usePhone()
  const { connection, workshop } = session
  const status = useValue(connection.status)
  const { title, hands } = useValue(connection.workshop)
  const isMore = places.place?.page === 'more'
  return (
    <header className="phone-bar" data-part="bar" aria-label={words.bar.label}>
      <a className="phone-bar__home" href="/" aria-label={words.bar.home} title={words.bar.home}>
        <BrandMark size={28} />
      </a>
      <div className="phone-bar__name">
        <h1>{title}</h1>
        <SavedStatus state={savedState(status)} />
      </div>
      <PhoneTimer />
      <button
        type="button"
        className="phone-icon-button"
        aria-label={phoneWords.bar.more}
        title={phoneWords.bar.more}
        aria-expanded={isMore}
        onClick={() => (isMore ? places.back() : places.open({ page: 'more' }))}
      >
        {hands.includes(workshop.participantId) ? <HandIcon size={20} /> : <MenuIcon size={20} />}
      </button>
    </header>
  )
}
