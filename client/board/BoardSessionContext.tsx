// Gives the board session to everything below: shapes, tools, panels. Makes it when the page opens, and anew when the
// connection had to take a fresh document after a refusal.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { Connection } from '../connection/Connection.ts'
import { type BoardSession, createBoardSession } from './BoardSession.ts'

const BoardSessionContext = createContext<BoardSession | null>(null)

/** Throws outside of a BoardSessionProvider. */
export function useBoardSession(): BoardSession {
  const session = useContext(BoardSessionContext)
  if (!session) throw new Error('There is no board session here')
  return session
}

interface BoardSessionProviderProps {
  workshop: JoinedWorkshop
  /** Shown until the session is there (one frame); the board itself may still be loading after that. */
  fallback?: ReactNode
  children: ReactNode
}

/** What is inside is mounted again when the document is replaced: nothing may outlive it. */
export function BoardSessionProvider({ workshop, fallback = null, children }: BoardSessionProviderProps) {
  const [session, setSession] = useState<{ readonly value: BoardSession; readonly number: number } | null>(null)
  useEffect(() => {
    const connection = new Connection(workshop)
    let current: BoardSession | null = null
    let number = 0
    const stop = react('session of the document', () => {
      connection.document.get()
      const last = current
      // Only the document decides; what the session reads while it is made must not.
      unsafe__withoutCapture(() => {
        current = createBoardSession(workshop, connection, last)
        setSession({ value: current, number: number++ })
        last?.destroy()
      })
    })
    return () => {
      stop()
      current?.voting.destroy()
      current?.results.destroy()
      current?.destroy()
      setSession(null)
      void connection.destroy()
    }
  }, [workshop])
  if (!session) return fallback
  return (
    <BoardSessionContext.Provider value={session.value}>
      <Fragment key={session.number}>{children}</Fragment>
    </BoardSessionContext.Provider>
  )
}
