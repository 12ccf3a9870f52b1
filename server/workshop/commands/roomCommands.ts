// Locks, spotlight, hands, "I'm done", the reveal.
import { newId } from '../../../shared/journey/ids.ts'
import { revealAll } from './revealAll.ts'
import { MAX_HANDS } from '../../../shared/workshop/workshopActivity.ts'
import {
  type CommandContext,
  type CommandOf,
  type CommandResult,
  done,
  everybodyHere,
  facilitatorOnly,
  fail,
  type HandlersOf,
  roundOpen,
} from './CommandHandler.ts'

type RoomCommand =
  | 'lock.set'
  | 'spotlight.start'
  | 'spotlight.stop'
  | 'hand.raise'
  | 'hand.lower'
  | 'done.set'
  | 'drafts.reveal'
  | 'change.undo'

/** Above this, freezing the board says the same. */
const MAX_LOCKS = 1_000

export const roomCommands: HandlersOf<RoomCommand> = {
  'lock.set': { roles: facilitatorOnly, run: setLock },
  'spotlight.start': { roles: facilitatorOnly, run: startSpotlight },
  'spotlight.stop': {
    roles: facilitatorOnly,
    run: ({ workshop }) => {
      workshop.facilitation.change({ spotlight: null })
      workshop.change({})
      return done
    },
  },
  'hand.raise': { roles: everybodyHere, run: raiseHand },
  'hand.lower': { roles: everybodyHere, run: lowerHand },
  'done.set': {
    roles: everybodyHere,
    run: ({ workshop, actor }, { done: isDone }) => {
      workshop.facilitation.setDone(actor.id, isDone)
      return done
    },
  },
  'drafts.reveal': {
    roles: facilitatorOnly,
    run: (context) => {
      const { workshop } = context
      if (!workshop.reveals.hasHidden()) return fail(409, 'noDrafts', 'There are no hidden notes.')
      const answer = revealAll(context)
      if ('ok' in answer) return answer
      workshop.change({})
      return { ok: true, answer }
    },
  },
  'change.undo': {
    roles: facilitatorOnly,
    run: ({ workshop, undoReveal, undoImport }, { changeId = null }) => {
      if (changeId !== null && workshop.imports.find(changeId)) return undoImport(changeId)
      // Its notes may be what people vote on.
      if (workshop.rounds.open()) return roundOpen
      if (!undoReveal(changeId)) return fail(409, 'nothingToUndo', 'There is nothing to undo.')
      workshop.change({})
      return done
    },
  },
}

function setLock(
  { workshop, actor, readBoard }: CommandContext,
  { locked, target = 'structure', cardIds = [] }: CommandOf<'lock.set'>,
): CommandResult {
  const { facilitation } = workshop
  if (target === 'structure') {
    workshop.change({ structureLocked: locked })
    return done
  }
  if (target === 'board') facilitation.change({ frozen: locked, frozenBy: locked ? actor.id : null })
  else {
    if (cardIds.length === 0) return fail(422, 'noCards', 'Choose the cards first.')
    const locks = new Map(Object.entries(facilitation.state.locks))
    const cards: ReadonlyMap<string, unknown> = readBoard().cards
    // Locks of cards that are gone are forgotten on the way.
    for (const id of locks.keys()) if (!cards.has(id)) locks.delete(id)
    for (const id of cardIds) {
      if (!locked) locks.delete(id)
      else if (cards.has(id) && !locks.has(id)) locks.set(id, actor.id)
    }
    if (locks.size > MAX_LOCKS) return fail(422, 'tooManyLocks', 'Too many locked cards. Freeze the board instead.')
    facilitation.change({ locks: Object.fromEntries(locks) })
  }
  workshop.change({})
  return done
}

function startSpotlight(
  { workshop, actor }: CommandContext,
  { mode = 'once', hold = false, view = null }: CommandOf<'spotlight.start'>,
): CommandResult {
  const spotlight = { id: newId(), by: actor.id, mode, hold: hold && mode === 'keep', view }
  workshop.facilitation.change({ spotlight })
  workshop.change({})
  return done
}

function raiseHand({ workshop, actor }: CommandContext): CommandResult {
  const { hands } = workshop.facilitation.state
  if (hands.includes(actor.id)) return done
  if (hands.length >= MAX_HANDS) return fail(409, 'tooManyHands', 'Many hands are up already. Try again in a moment.')
  workshop.facilitation.change({ hands: [...hands, actor.id] })
  workshop.change({})
  return done
}

function lowerHand(
  { workshop, actor }: CommandContext,
  { participantId = actor.id }: CommandOf<'hand.lower'>,
): CommandResult {
  if (participantId !== actor.id && actor.role !== 'facilitator')
    return fail(403, 'notAllowed', 'Only a facilitator can lower the hands of others.')
  const { hands } = workshop.facilitation.state
  if (!hands.includes(participantId)) return done
  workshop.facilitation.change({ hands: hands.filter((id) => id !== participantId) })
  workshop.change({})
  return done
}
