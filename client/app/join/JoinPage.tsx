// What the workshop is about, and who you are in it.
import './JoinPage.css'
import { useEffect } from 'react'
import type { Failure } from '../../connection/callServer.ts'
import { BrandLink } from '../../ui/BrandLink.tsx'
import { words } from '../../ui/words.ts'
import type { Entry } from '../enterWorkshop.ts'
import type { JoinedWorkshop } from '../JoinedWorkshop.ts'
import { JoinForm } from './JoinForm.tsx'
import { WorkshopSheet } from './WorkshopSheet.tsx'

interface JoinPageProps {
  id: string
  entry: Extract<Entry, { kind: 'join' }>
  /** The page stands and the person is typing: a good moment to fetch the canvas. */
  onReady: () => void
  onJoined: (workshop: JoinedWorkshop) => void
  /** The link has stopped working while the page was open. */
  onLinkEnded: (failure: Failure) => void
}

export function JoinPage({ id, entry, onReady, onJoined, onLinkEnded }: JoinPageProps) {
  const { preview } = entry
  useEffect(() => {
    // After the first paint, so that it never delays what the person sees and types.
    const timer = setTimeout(onReady, 300)
    return () => clearTimeout(timer)
  }, [onReady])
  return (
    <div className="join">
      <main className="join__about">
        <div className="join__column">
          <header className="join__brand">
            <BrandLink />
          </header>
          <p className="join__invitation">{invitationOf(entry)}</p>
          <h1>{preview.title}</h1>
          <WorkshopSheet journey={preview.journey} />
        </div>
      </main>
      <section className="join__you" aria-labelledby="join-heading">
        <JoinForm id={id} entry={entry} headingId="join-heading" onJoined={onJoined} onLinkEnded={onLinkEnded} />
      </section>
    </div>
  )
}

function invitationOf({ preview }: Extract<Entry, { kind: 'join' }>): string {
  if (preview.participants.total === 0 && preview.role === 'facilitator') return words.join.ready
  return preview.invitedBy === null ? words.join.invited : words.join.invites(preview.invitedBy)
}
