// Where a row of a table goes: the stage and the lane it names, those that are to be made for it, or where people say.
import { type Board, cellKey, isCellPlace, type Journey, type Lane, type Stage } from '../../journey/Board.ts'
import type { LaneKind } from '../../journey/lanes.ts'
import { lanesOf, stagesOf } from '../../journey/readBoardParts.ts'
import { showValue } from '../ImportProblem.ts'
import { homeKind, laneKindNamed, laneNamed, stageNamed } from '../rowWords.ts'

export interface PlanTarget {
  readonly board: Board
  readonly journey: Journey
  /** Where rows go that name no lane. */
  readonly lane: Lane
  /** Where rows go that name no stage. */
  readonly stage: Stage
  /** Stages and lanes the map does not have: made, or their rows left out. */
  readonly unknownStages: 'make' | 'leaveOut'
  /** The workshop's list. */
  readonly departments: readonly string[]
}

export interface PlannedPlace {
  /** A stage of the map, or the name of one to be made. */
  readonly stage: Stage | string
  /** A lane of the map, or the kind of one to be made. */
  readonly lane: Lane | LaneKind
}

/** Stages that one table may make: more is a column that was taken for stages and is none. */
export const MAX_NEW_STAGES = 24

export type Complain = (column: 'stage' | 'lane', sentence: string) => void

/** Finds places row by row, and remembers what would have to be made for them. */
export class PlanPlaces {
  readonly #target: PlanTarget
  readonly #stages: readonly Stage[]
  readonly #lanes: readonly Lane[]
  readonly #newStages = new Map<string, string>()
  readonly #newLanes = new Set<LaneKind>()

  constructor(target: PlanTarget) {
    this.#target = target
    this.#stages = stagesOf(target.board, target.journey.id)
    this.#lanes = lanesOf(target.board, target.journey.id)
  }

  /** In the order of the rows. */
  get newStages(): readonly string[] {
    return [...this.#newStages.values()]
  }

  get newLanes(): readonly LaneKind[] {
    return [...this.#newLanes]
  }

  /** Null, and said why: the row has no place on the map. */
  find(words: { readonly stage: string; readonly lane: string }, complain: Complain): PlannedPlace | null {
    const lane = this.#lane(words.lane, complain)
    const stage = this.#stage(words.stage, complain)
    return lane === null || stage === null ? null : { stage, lane }
  }

  #lane(words: string, complain: Complain): Lane | LaneKind | null {
    if (words === '') return this.#target.lane
    const found = laneNamed(words, { lane: null, lanes: this.#lanes })
    if (found) return found
    const kind = this.#target.unknownStages === 'make' ? laneKindNamed(words) : undefined
    if (kind && homeKind(kind)) this.#newLanes.add(kind)
    if (!kind) complain('lane', `The map has no lane ${showValue(words)}.`)
    return kind ?? null
  }

  #stage(words: string, complain: Complain): Stage | string | null {
    if (words === '') return this.#target.stage
    const found = stageNamed(words, { lane: null, stages: this.#stages })
    if (found) return found
    const key = words.toLowerCase()
    const mayMake = this.#target.unknownStages === 'make'
    if (mayMake && (this.#newStages.has(key) || this.#newStages.size < MAX_NEW_STAGES)) {
      if (!this.#newStages.has(key)) this.#newStages.set(key, words)
      return this.#newStages.get(key) ?? words
    }
    const why = mayMake ? ` At most ${MAX_NEW_STAGES} are made at once.` : ''
    complain('stage', `The map has no stage ${showValue(words)}.${why}`)
    return null
  }
}

/** Where the cards of a cell go on. */
export function lastOrder(board: Board, stage: Stage, lane: Lane): string | null {
  const place = board.cells.get(cellKey(stage.id, lane.id))?.at(-1)?.place
  return place && isCellPlace(place) ? place.order : null
}
