// What everybody takes home, to be read, printed and downloaded: the map, what hurts most and how that was decided, what
// is done next and when it is looked at again. Read only; what is shown is what the server had when the page was opened.
import './RecapPage.css'
import { useCallback, useEffect, useState } from 'react'
import { MessagePage } from '../app/MessagePage.tsx'
import { ProblemPage } from '../app/ProblemPage.tsx'
import { usePageTitle } from '../app/usePageTitle.ts'
import { LinkButton } from '../ui/Button.tsx'
import { recapWords as words } from '../ui/recapWords.ts'
import { loadRecap, type LoadedRecap } from './loadRecap.ts'
import { RecapSheet } from './RecapSheet.tsx'
import type { RecapAddress } from './takeRecapAddress.ts'

export function RecapPage({ id, offeredKey }: RecapAddress) {
  const [loaded, setLoaded] = useState<LoadedRecap | null>(null)
  // The effect runs again for every new object: a retry is an attempt of its own.
  const [attempt, setAttempt] = useState({ id, offeredKey })
  usePageTitle(loaded?.kind === 'ready' ? words.pageTitle(loaded.answer.recap.title) : words.title)

  useEffect(() => {
    let current = true
    void loadRecap(attempt.id, attempt.offeredKey).then((result) => {
      if (current) setLoaded(result)
    })
    return () => {
      current = false
    }
  }, [attempt])

  const retry = useCallback(() => {
    setLoaded(null)
    setAttempt((last) => ({ ...last }))
  }, [])

  switch (loaded?.kind) {
    case undefined:
      return (
        <main className="recap recap--loading" aria-busy="true">
          <p role="status">{words.loading}</p>
        </main>
      )
    case 'problem':
      return <ProblemPage failure={loaded.failure} onRetry={retry} />
    case 'join':
      return (
        <MessagePage
          picture="interrupted"
          heading={words.joinFirst(loaded.title)}
          note={words.joinNote}
          actions={
            <LinkButton look="primary" size="big" href={`/w/${encodeURIComponent(id)}#${loaded.key}`}>
              {words.join}
            </LinkButton>
          }
        />
      )
    case 'ready':
      return <RecapSheet {...loaded} />
  }
}
