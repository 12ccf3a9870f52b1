// Why a workshop could not be opened, what is safe, and what to do next.
import { useEffect } from 'react'
import type { Failure, FailureKind } from '../connection/callServer.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { words } from '../ui/words.ts'
import { MessagePage, type Picture } from './MessagePage.tsx'

interface Problem {
  readonly heading: string
  readonly note: string
  readonly picture: Picture
  /** Trying again can help. */
  readonly retry: boolean
}

/** A server that restarts is back after about this long. */
const RESTART_MS = 4_000

export function ProblemPage({ failure, onRetry }: { failure: Failure | null; onRetry: () => void }) {
  const problem = problemOf(failure?.kind ?? 'link')
  const kind = failure?.kind

  // What heals without the person: the network is back, the server has started again.
  useEffect(() => {
    if (kind !== 'unreachable' && kind !== 'stopping') return
    const timer = kind === 'stopping' ? setTimeout(onRetry, RESTART_MS) : undefined
    addEventListener('online', onRetry)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', onRetry)
    }
  }, [kind, onRetry])

  return (
    <MessagePage
      picture={problem.picture}
      heading={problem.heading}
      note={problem.note}
      actions={
        <>
          {problem.retry && (
            <Button look="primary" size="big" onClick={onRetry}>
              {words.common.tryAgain}
            </Button>
          )}
          <LinkButton look={problem.retry ? 'plain' : 'primary'} size="big" href="/">
            {words.common.toStart}
          </LinkButton>
        </>
      }
    />
  )
}

function problemOf(kind: FailureKind): Problem {
  const { problems } = words
  switch (kind) {
    case 'link':
    case 'token':
    case 'forbidden':
    case 'invalid':
    case 'adminKey':
      return { ...problems.link, picture: 'broken', retry: false }
    case 'unreachable':
      return { ...problems.unreachable, picture: 'interrupted', retry: true }
    case 'full':
      return { ...problems.full, picture: 'full', retry: true }
    case 'closed':
      return { ...problems.closed, picture: 'broken', retry: true }
    case 'damaged':
      return { ...problems.damaged, picture: 'broken', retry: true }
    case 'stopping':
      return { ...problems.stopping, picture: 'interrupted', retry: true }
    case 'outdated':
      return { ...problems.outdated, picture: 'interrupted', retry: true }
    case 'tooMany':
      return { ...problems.tooMany, picture: 'interrupted', retry: true }
    case 'conflict':
    case 'failed':
      return { ...problems.failed, picture: 'interrupted', retry: true }
  }
}
