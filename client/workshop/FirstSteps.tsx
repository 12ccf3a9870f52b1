// The first-time hints of the board, per role. A step that the person has done goes away by itself.
import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { Role } from '../../shared/protocol/roles.ts'
import { useBoardSession } from '../board/BoardSessionContext.tsx'
import { mayAddAny } from '../board/tools/addCards.ts'
import { words } from '../ui/words.ts'
import { type Hint, Hints, showHintsAgain } from './Hints.tsx'

export function showFirstStepsAgain(role: Role) {
  showHintsAgain(nameOf(role))
}

export function FirstSteps({ role, peopleCount }: { role: Role; peopleCount: number }) {
  const done = useOwnFirsts()
  const session = useBoardSession()
  const mayAdd = useValue('may add cards', () => mayAddAny(session), [session])
  const isAsked = useValue('feelings are asked for', () => session.rules.asksFeelings, [session])
  if (role === 'viewer') return null
  const { steps } = words.hints
  const byTouch = matchMedia('(pointer: coarse)').matches
  const cardSentence = byTouch ? steps.cardByTouch : steps.card
  const card: Hint = { id: 'card', sentence: cardSentence, done: done.card, applies: mayAdd }
  const feel: Hint = { id: 'feel', sentence: steps.feel, done: done.emotion, applies: isAsked }
  const keys: Hint = { id: 'keys', sentence: steps.keys, keys: ['?'], done: false, applies: true }
  const invite: Hint = { id: 'invite', sentence: steps.invite, done: peopleCount > 1, applies: true }
  const hints = [...(role === 'facilitator' ? [invite] : []), card, feel, ...(byTouch ? [] : [keys])]
  return <Hints name={nameOf(role)} hints={hints} />
}

function nameOf(role: Role): string {
  return `board-${role}`
}

/** Whether this person has changed a card or set a feeling since the board was opened. */
function useOwnFirsts(): { card: boolean; emotion: boolean } {
  const { doc, edit } = useBoardSession()
  const [done, setDone] = useState({ card: false, emotion: false })
  useEffect(() => {
    const watch = (root: 'cards' | 'emotions', mark: (last: typeof done) => typeof done) => {
      const look = (_: unknown, transaction: Y.Transaction) => {
        if (transaction.origin === edit.origin) setDone(mark)
      }
      doc.getMap(root).observeDeep(look)
      return () => doc.getMap(root).unobserveDeep(look)
    }
    const stops = [
      watch('cards', (last) => (last.card ? last : { ...last, card: true })),
      watch('emotions', (last) => (last.emotion ? last : { ...last, emotion: true })),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [doc, edit])
  return done
}
