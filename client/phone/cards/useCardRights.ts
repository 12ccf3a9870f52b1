import { useValue } from '@tldraw/state-react'
import type { Card } from '../../../shared/journey/Board.ts'
import { usePhone } from '../PhoneContext.ts'
import { makerOf, mayChange } from './cardRights.ts'

export interface CardRights {
  readonly mayChange: boolean
  /** Name of who locked it; null: nobody. */
  readonly lockedBy: string | null
}

export function useCardRights(card: Card): CardRights {
  const { session } = usePhone()
  const { room } = session.connection
  const rights = useValue(room.rights)
  const role = useValue(room.role)
  const canWrite = useValue(room.canWrite)
  const locker = useValue('locker', () => room.workshop.get().locks[card.id] ?? null, [room, card.id])
  const own = useValue(room.own)
  const me = useValue(room.me)
  const name = useValue('name', () => (locker === null ? null : (room.roster.get().get(locker)?.name ?? '')), [
    room,
    locker,
  ])
  const maker = makerOf(session.doc, card.id)
  // What was written on this page counts before the server has said so.
  const isOwn =
    (maker !== null && (maker === session.doc.clientID || me?.clientIds.includes(maker) === true)) ||
    Object.values(own.revealed).includes(card.id)
  return { mayChange: mayChange(card, { role, rights, canWrite, lockedBy: locker, isOwn }), lockedBy: name }
}
