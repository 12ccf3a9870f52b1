// What every part of the phone page works with.
import { createContext, useContext } from 'react'
import type { BoardSession } from '../board/BoardSession.ts'
import type { PhonePlaces } from './usePhonePlace.ts'
import type { WatchedBoard } from '../board/useWatchedBoard.ts'

export interface Phone extends WatchedBoard {
  readonly session: BoardSession
  readonly places: PhonePlaces
}

export const PhoneContext = createContext<Phone | null>(null)

/** Throws outside of the phone page. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('This is no phone page')
  return phone
}
