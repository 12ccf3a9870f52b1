// Which kinds of card have a button of their own among the tools; the rest is behind "More".
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import type { BoardSession } from '../BoardSession.ts'
import { mayAddKind } from './addCards.ts'

/** What a map is built of. */
const building = ['touchpoint', 'customer-action', 'thought'] as const satisfies readonly CardKind[]
/** What follows from it: in their place in phases in which the map itself is done. */
const acting = ['opportunity', 'action', 'kpi'] as const satisfies readonly CardKind[]

export type ToolKind = (typeof building)[number] | (typeof acting)[number]

/** Kinds that may be added now, in their order. Reactive. */
export function cardTools(session: Pick<BoardSession, 'rules'>): readonly ToolKind[] {
  const builds = building.filter((kind) => mayAddKind(session, kind))
  return builds.length > 0 ? builds : acting.filter((kind) => mayAddKind(session, kind))
}
