// Reads out to who leads when somebody raises a hand; who is at the keyboard sees it in the bar.
import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { newHands } from './handOrder.ts'

export function HandNews() {
  const { connection, workshop: joined } = useBoardSession()
  const hands = useValue('hands', () => connection.room.workshop.get().hands, [connection])
  const before = useRef(hands)
  const [news, setNews] = useState('')
  useEffect(() => {
    const raised = newHands(before.current, hands).filter((id) => id !== joined.participantId)
    before.current = hands
    const names = raised.flatMap((id) => connection.room.roster.get().get(id)?.name ?? [])
    if (names.length > 0) setNews(names.map((name) => facilitationWords.hand.news(name)).join(' '))
  }, [hands, connection, joined])
  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  )
}
