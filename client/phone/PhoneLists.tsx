// The lists, one shown at a time. A new phase opens the one it is about, but never under the hands of somebody who types in it.
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useState } from 'react'
import { phoneWords } from '../ui/phoneWords.ts'
import { CardsTab } from './cards/CardsTab.tsx'
import { usePhone } from './PhoneContext.ts'
import { type PhoneTab, phoneTabs, suggestedTab, type TabFacts } from './phoneTabs.ts'

const PrivateTab = lazy(() => import('./write/PrivateTab.tsx').then((module) => ({ default: module.PrivateTab })))
const FeelingsTab = lazy(() => import('./feelings/FeelingsTab.tsx').then((module) => ({ default: module.FeelingsTab })))
const ResultsTab = lazy(() => import('./results/ResultsTab.tsx').then((module) => ({ default: module.ResultsTab })))
const VoteTab = lazy(() => import('./vote/VoteTab.tsx').then((module) => ({ default: module.VoteTab })))

export function PhoneLists() {
  const { places } = usePhone()
  const facts = useTabFacts()
  const tabs = phoneTabs(facts)
  const suggested = suggestedTab(facts)
  const [chosen, setChosen] = useState<PhoneTab>(suggested)
  const [lastSuggested, setLastSuggested] = useState(suggested)
  if (lastSuggested !== suggested) {
    setLastSuggested(suggested)
    if (places.place !== null || !isTyping()) setChosen(suggested)
  }
  const shown = tabs.includes(chosen) ? chosen : suggested
  return (
    <>
      {tabs.length > 1 && (
        <nav className="phone-tabs" aria-label={phoneWords.tabs.label}>
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              aria-current={tab === shown ? 'page' : undefined}
              onClick={() => setChosen(tab)}
            >
              {phoneWords.tabs[tab]}
            </button>
          ))}
        </nav>
      )}
      <Suspense fallback={null}>
        {shown === 'write' && <PrivateTab />}
        {shown === 'cards' && <CardsTab />}
        {shown === 'feelings' && <FeelingsTab />}
        {shown === 'vote' && <VoteTab />}
        {shown === 'results' && <ResultsTab />}
      </Suspense>
    </>
  )
}

function useTabFacts(): TabFacts {
  const { session, board } = usePhone()
  const { room } = session.connection
  const role = useValue(room.role)
  const workshop = useValue(room.workshop)
  return { role, workshop, hasEmotionLane: [...board.lanes.values()].some(({ kind }) => kind === 'emotion') }
}

function isTyping(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement
}
