// Which lists a phone offers now, and which of them belongs to what everybody does at this moment. Pure.
import type { WorkshopState } from '../../shared/protocol/messages.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import { currentPhase, privatePhase } from '../../shared/workshop/agenda.ts'

export type PhoneTab = 'write' | 'cards' | 'feelings' | 'vote' | 'results'

export interface TabFacts {
  readonly role: Role
  readonly workshop: Pick<WorkshopState, 'agenda' | 'rounds' | 'closed'>
  readonly hasEmotionLane: boolean
}

/** In the order shown; never empty. */
export function phoneTabs({ role, workshop, hasEmotionLane }: TabFacts): readonly PhoneTab[] {
  const { agenda, rounds, closed } = workshop
  const writesAlone = privatePhase(agenda) !== null && role !== 'viewer' && !closed
  const isVote = rounds.some(({ state }) => state === 'open') || currentPhase(agenda)?.rights.vote === true
  return [
    ...(writesAlone ? ['write' as const] : []),
    'cards',
    ...(hasEmotionLane ? ['feelings' as const] : []),
    ...(isVote ? ['vote' as const] : []),
    ...(rounds.some(({ state }) => state === 'closed') ? ['results' as const] : []),
  ]
}

/** What is opened when a phase or a round begins. */
export function suggestedTab(facts: TabFacts): PhoneTab {
  const tabs = phoneTabs(facts)
  const { agenda, rounds } = facts.workshop
  const phase = currentPhase(agenda)
  if (rounds.some(({ state }) => state === 'open')) return 'vote'
  if (tabs.includes('write')) return 'write'
  // A vote that ended in this phase is what everybody looks at; later phases are about something else.
  const endedMs = Math.max(...rounds.map(({ closedAtMs }) => closedAtMs ?? 0), 0)
  if (endedMs > (agenda.phaseStartedAtMs ?? 0)) return 'results'
  if (!phase) return 'cards'
  const adds = phase.rights.add === 'all' || phase.rights.add.length > 0
  if (phase.rights.emotion && !adds && tabs.includes('feelings')) return 'feelings'
  return phase.rights.vote && !adds ? 'vote' : 'cards'
}
