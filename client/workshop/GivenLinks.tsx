// The links that were given out, for facilitators: who came with which, and the way to end one. Ending a link ends the
// visits of everybody who came with it, so it is asked first; the server refuses to end one's own.
import { useEffect, useState } from 'react'
import type { Role } from '../../shared/protocol/roles.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { type GivenLink, listLinks, sendCommand } from '../connection/api.ts'
import { Button } from '../ui/Button.tsx'
import { facilitationWords } from '../ui/facilitationWords.ts'
import { WarningIcon } from '../ui/icons.tsx'
import { Strip } from '../ui/Strip.tsx'
import { words } from '../ui/words.ts'
import { spokenTime } from './history/snapshotTime.ts'

const { links: linkWords } = facilitationWords

interface GivenLinksProps {
  workshop: JoinedWorkshop
  onEnded: (role: Role) => void
}

export function GivenLinks({ workshop, onEnded }: GivenLinksProps) {
  const { workshopId, token } = workshop
  const [links, setLinks] = useState<readonly GivenLink[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    void listLinks(workshopId, token).then((answer) => {
      if (!current) return
      if (answer.ok) setLinks(answer.value.links.filter(({ revoked }) => !revoked))
      else setProblem(answer.failure.sentence)
    })
    return () => {
      current = false
    }
  }, [workshopId, token])

  async function revoke({ id: linkId, role }: GivenLink) {
    setAsking(null)
    setProblem(null)
    const answer = await sendCommand(workshopId, token, { type: 'link.revoke', linkId })
    if (!answer.ok) {
      setProblem(answer.failure.sentence)
      return
    }
    setLinks((before) => before?.filter(({ id }) => id !== linkId) ?? null)
    onEnded(role)
  }

  return (
    <>
      {problem !== null && (
        <Strip tone="warn" boxed icon={WarningIcon}>
          {problem}
        </Strip>
      )}
      <ul className="given-links">
        {links?.map((link) => (
          <li key={link.id}>
            <div className="given-links__text">
              <b>{link.label === '' ? linkWords.of(words.people.roles[link.role]) : link.label}</b>
              <p>{factsOf(link)}</p>
            </div>
            {asking === link.id ? (
              <span className="given-links__ask" role="alert">
                <span>{linkWords.ask(link.participants)}</span>
                <Button size="small" onClick={() => setAsking(null)}>
                  {words.common.cancel}
                </Button>
                <Button size="small" look="danger" onClick={() => void revoke(link)}>
                  {linkWords.end}
                </Button>
              </span>
            ) : (
              <Button
                size="small"
                aria-label={linkWords.endOf(words.people.roles[link.role])}
                onClick={() => setAsking(link.id)}
              >
                {linkWords.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** "3 people came with it · Today, 14:30". */
function factsOf({ participants, createdAtMs, oneUse }: GivenLink): string {
  const facts = [linkWords.used(participants), spokenTime(createdAtMs, Date.now())]
  return [...facts, ...(oneUse ? [linkWords.oneUse] : [])].join(' · ')
}
