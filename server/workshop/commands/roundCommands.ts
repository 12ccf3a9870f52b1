// Opening, closing and helping a round along. Ballots of people themselves come over their own address (castBallot.ts).
import { newId } from '../../../shared/journey/ids.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { phaseSentence } from '../../../shared/workshop/phaseSentence.ts'
import {
  checkAllocation,
  defaultCap,
  defaultDots,
  MAX_CANDIDATES,
  MIN_GROUP_VOTERS,
  type Round,
  weightOf,
} from '../../../shared/workshop/rounds.ts'
import { selectCandidates } from '../../../shared/workshop/selectCandidates.ts'
import { tooSmallGroups } from '../../../shared/workshop/voterGroups.ts'
import { closeRound } from '../closeRound.ts'
import type { RoundRecord } from '../roundRecords.ts'
import { MAX_PROXIES } from '../Rounds.ts'
import type { Workshop } from '../Workshop.ts'
import {
  type CommandContext,
  type CommandFailure,
  type CommandOf,
  type CommandResult,
  done,
  facilitatorOnly,
  fail,
  type HandlersOf,
  roundOpen,
  workshopClosed,
} from './CommandHandler.ts'

type RoundCommand = 'round.open' | 'round.close' | 'round.proxy' | 'participant.admit'

export const roundCommands: HandlersOf<RoundCommand> = {
  'round.open': { roles: facilitatorOnly, run: openRound },
  'round.close': {
    roles: facilitatorOnly,
    run: (context, { roundId }) => {
      const found = findOpen(context.workshop, roundId, context.nowMs)
      if (!found.ok) return found
      closeRound(context.workshop, found.record, context.readBoard(), context.nowMs)
      return done
    },
  },
  'round.proxy': { roles: facilitatorOnly, run: castProxy },
  'participant.admit': { roles: facilitatorOnly, run: admit },
}

const MINUTE_MS = 60_000
const noRound = fail(409, 'roundClosed', 'No vote is open.')

function openRound(context: CommandContext, command: CommandOf<'round.open'>): CommandResult {
  const { workshop, nowMs } = context
  const refusal = whyNotNow(workshop) ?? whyNotSo(workshop, command)
  if (refusal) return refusal
  const candidateIds: string[] = selectCandidates(context.readBoard(), command)
  if (candidateIds.length === 0) return fail(422, 'noCandidates', 'There are no cards to vote on. Choose some first.')
  if (candidateIds.length > MAX_CANDIDATES)
    return fail(422, 'tooManyCandidates', `At most ${MAX_CANDIDATES} cards can be voted on at once.`)
  const eligible = eligibleNow(workshop, command.voters ?? 'all')
  if (Object.keys(eligible).length === 0) return fail(422, 'noVoters', 'Nobody could vote. Choose other departments.')
  const tooSmall = command.weights ? tooSmallGroups(Object.values(eligible)) : []
  if (tooSmall.length > 0)
    return fail(
      422,
      'smallGroups',
      'Weights need at least three voters in every department: smaller ones would be given away.',
    )
  const round = newRound(workshop, command, candidateIds, Object.keys(eligible).length, nowMs)
  if (round.capPerCard > round.dotsPerPerson)
    return fail(422, 'capTooHigh', 'More dots on one card than each person has.')
  workshop.rounds.start(round, eligible)
  workshop.facilitation.clearDone()
  workshop.change({})
  return { ok: true, answer: { roundId: round.id } }
}

function whyNotNow(workshop: Workshop): CommandFailure | null {
  if (workshop.info.closed) return workshopClosed
  if (workshop.rounds.open()) return roundOpen
  const { agenda } = workshop.facilitation.state
  const phase = currentPhase(agenda)
  return phase && !phase.rights.vote ? fail(409, 'phase', phaseSentence(agenda, { does: 'vote' })) : null
}

function whyNotSo(workshop: Workshop, { runOffOf, voters, weights }: CommandOf<'round.open'>): CommandFailure | null {
  if (runOffOf !== undefined && workshop.rounds.find(runOffOf)?.round.state !== 'closed')
    return fail(404, 'unknownRound', 'The round to decide is not there.')
  const known = new Set([
    ...workshop.info.departments,
    ...workshop.activeParticipants().map(({ department }) => department),
  ])
  const named = [...(voters === 'all' || voters === undefined ? [] : voters), ...Object.keys(weights ?? {})]
  const unknown = named.find((name) => !known.has(name))
  return unknown === undefined ? null : fail(422, 'unknownDepartment', `Nobody here belongs to ${unknown}.`)
}

/** Everybody on the roster now who is no viewer, with their department. */
function eligibleNow(workshop: Workshop, voters: Round['voters']): Record<string, string> {
  const people = workshop.activeParticipants().filter(({ id, role, department }) => {
    return role !== 'viewer' && workshop.isWelcome(id) && (voters === 'all' || voters.includes(department))
  })
  return Object.fromEntries(people.map(({ id, department }) => [id, department]))
}

function newRound(
  workshop: Workshop,
  command: CommandOf<'round.open'>,
  candidateIds: string[],
  eligible: number,
  nowMs: number,
): Round {
  const { question, ownCards = true, secret = true, voters = 'all', weights = null, minutes = null } = command
  const dotsPerPerson = command.dotsPerPerson ?? defaultDots(candidateIds.length)
  return {
    id: newId(),
    number: (workshop.rounds.list().at(-1)?.number ?? 0) + 1,
    question,
    candidateIds,
    dotsPerPerson,
    ownCards,
    secret,
    voters,
    weights,
    minutes,
    eligible,
    capPerCard: command.capPerCard ?? defaultCap(dotsPerPerson),
    state: 'open',
    openedAtMs: nowMs,
    endsAtMs: minutes === null ? null : nowMs + minutes * MINUTE_MS,
    closedAtMs: null,
    runOffOf: command.runOffOf ?? null,
  }
}

function castProxy(
  { workshop, nowMs }: CommandContext,
  { roundId, proxyId = newId(), name = '', department = '', allocation }: CommandOf<'round.proxy'>,
): CommandResult {
  const found = findOpen(workshop, roundId, nowMs)
  if (!found.ok) return found
  if (workshop.info.closed) return workshopClosed
  const { rounds } = workshop
  const { round } = found.record
  if (!/^[0-9A-Za-z]{1,32}$/.test(proxyId)) return fail(422, 'invalid', 'proxyId: letters and digits only.')
  const voterId = rounds.proxyVoterId(proxyId)
  if (!rounds.ballotOf(round.id, voterId) && rounds.proxyCount(round.id) >= MAX_PROXIES)
    return fail(409, 'tooManyProxies', `At most ${MAX_PROXIES} ballots can be entered for others.`)
  const check = checkAllocation(round, allocation, new Set())
  if (!check.ok) return fail(422, check.code, check.message)
  const ballot = rounds.cast(found.record, voterId, allocation, nowMs, { name, department })
  return { ok: true, answer: { proxyId, receipt: ballot.receipt, used: check.used, left: check.left } }
}

function admit({ workshop, nowMs }: CommandContext, { participantId }: CommandOf<'participant.admit'>): CommandResult {
  const found = findOpen(workshop, undefined, nowMs)
  if (!found.ok) return found
  if (workshop.info.closed) return workshopClosed
  const participant = workshop.participant(participantId)
  if (!participant || !workshop.isWelcome(participantId) || participant.role === 'viewer')
    return fail(404, 'unknownParticipant', 'This person is not in the workshop.')
  const { round, eligible } = found.record
  if (Object.hasOwn(eligible, participantId)) return done
  // In the count a weight of fewer than three is dropped for everybody; one newcomer must not bring that about.
  const { department } = participant
  const others = Object.values(eligible).filter((name) => weightOf(round, name) === weightOf(round, department))
  if (round.weights !== null && round.secret && others.length + 1 < MIN_GROUP_VOTERS) return wouldGiveAway(department)
  workshop.rounds.admit(found.record, participantId, participant.department)
  workshop.change({})
  return done
}

function wouldGiveAway(department: string): CommandFailure {
  const name = department === '' ? 'people without a department' : department
  return fail(
    422,
    'smallGroups',
    `Departments count differently in this vote, and it needs three voters of ${name}: fewer would be given away.`,
  )
}

function findOpen(
  workshop: Workshop,
  roundId: string | undefined,
  nowMs: number,
): { readonly ok: true; readonly record: RoundRecord } | CommandFailure {
  const open = workshop.rounds.open()
  if (!open || (roundId !== undefined && open.round.id !== roundId)) return noRound
  // The end by time may be a moment late on a busy server; the time itself decides.
  return open.round.endsAtMs !== null && nowMs >= open.round.endsAtMs ? noRound : { ok: true, record: open }
}
