// The reveal, as the commands that lead to one have it.
import { type CommandContext, type CommandFailure, fail } from './CommandHandler.ts'

/** Puts all hidden notes on the board, or none and says why. */
export function revealAll({ shortOfRoom, reveal }: CommandContext): ReturnType<typeof reveal> | CommandFailure {
  const short = shortOfRoom()
  if (!short) return reveal()
  const cards = short.room === 1 ? '1 more card' : `${short.room} more cards`
  return fail(
    409,
    'boardFull',
    `The board has room for ${cards}, and ${short.notes} hidden notes wait. Delete something first.`,
  )
}
