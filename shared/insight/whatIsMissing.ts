// What a journey lacks most, for one person: the bar says it as what to do now. Looks at every card at most once.
import type { Board, Journey } from '../journey/Board.ts'
import { isCellPlace } from '../journey/Board.ts'
import type { JourneyId } from '../journey/ids.ts'
import { lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { emotionEntriesOf } from './emotionEntriesOf.ts'

/** In the order in which a map is built. */
export type Missing = 'stage' | 'touchpoints' | 'feelings' | 'pains'

/** Of the first journey that lacks anything; null if none does, or there is no journey. */
export function whatIsMissing(board: Board, participantId: string): Missing | null {
  for (const journey of board.journeys.values()) {
    const missing = missingIn(board, journey, participantId)
    if (missing) return missing
  }
  return null
}

function missingIn(board: Board, journey: Journey, participantId: string): Missing | null {
  const stages = stagesOf(board, journey.id).filter(({ name }) => name !== '')
  if (stages.length === 0) return 'stage'
  // Only what the map has a lane for can be missing.
  const lanes = new Set(lanesOf(board, journey.id).map(({ kind }) => kind))
  const { staged, hasPain } = contentOf(board, journey.id)
  if (lanes.has('touchpoints') && stages.some(({ id }) => !staged.has(id))) return 'touchpoints'
  const own = emotionEntriesOf(board, journey.id, journey.persona).find(
    (entry) => entry.participantId === participantId,
  )
  if (lanes.has('emotion') && !own?.readings.size) return 'feelings'
  return lanes.has('pains') && !hasPain ? 'pains' : null
}

/** The stages that have touchpoints, and whether anything hurts. */
function contentOf(board: Board, journeyId: JourneyId): { staged: ReadonlySet<string>; hasPain: boolean } {
  const staged = new Set<string>()
  let hasPain = false
  for (const { kind, place, fields } of board.cards.values()) {
    if (!isCellPlace(place) || place.journeyId !== journeyId) continue
    if (kind === 'touchpoint') staged.add(place.stageId)
    if (kind === 'note' && fields.type === 'pain') hasPain = true
  }
  return { staged, hasPain }
}
