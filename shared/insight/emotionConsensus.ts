// What a room feels about a journey: middle, spread and reasons per stage or touchpoint. Computed from the readings,
// never stored. Says nothing about where it is drawn (`shared/layout/emotionCurve.ts`).
import { type Board, cellKey, type EmotionEntry, type EmotionReading, type Stage } from '../journey/Board.ts'
import type { CardId, JourneyId, ParticipantId, StageId } from '../journey/ids.ts'
import { lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { emotionEntriesOf } from './emotionEntriesOf.ts'
import { medianOf, quartilesOf } from './medianAndQuartiles.ts'

/** Fewest readings that have a middle: the median of one would show one person's feeling. */
export const MIN_FOR_MEDIAN = 2
/** Fewest readings that have a band; below that the single readings say more. */
const MIN_FOR_BAND = 4

export type EmotionTarget = StageId | CardId

export interface TargetConsensus {
  readonly target: EmotionTarget
  readonly stageId: StageId
  /** Where in its stage: one of `slots` equal parts (a stage is one slot, its touchpoints one each). */
  readonly slot: number
  readonly slots: number
  readonly count: number
  /** Null with fewer than 2 readings. */
  readonly median: number | null
  /** Lower and upper quartile; null with fewer than 4 readings. */
  readonly band: { readonly lower: number; readonly upper: number } | null
  /** The single readings, rising, when there are 2 or 3 of them; else empty. */
  readonly spread: readonly number[]
  /** What was given as a reason most often; of equals the one nearest to the median. Empty: nobody gave one. */
  readonly reason: string
}

export interface DepartmentCurve {
  readonly department: string
  readonly people: number
  /** By target; only where the department has a median. */
  readonly medians: ReadonlyMap<EmotionTarget, number>
}

export interface EmotionConsensus {
  readonly journeyId: JourneyId
  /** People with at least one reading. */
  readonly people: number
  /** In the order of the map, one for each stage or, where those were rated, for each of its touchpoints. */
  readonly targets: readonly TargetConsensus[]
  readonly departments: readonly DepartmentCurve[]
  /** First of the lowest medians; null if no two medians differ. */
  readonly lowest: EmotionTarget | null
  /** Medians above both neighbours (the first of a level stretch), in order. */
  readonly peaks: readonly EmotionTarget[]
  /** The last target with a median: how the journey ends. */
  readonly end: EmotionTarget | null
}

/**
 * The room's feelings about a journey as one persona has them (null: readings given without a persona). `departmentOf`
 * tells whose curve a reading belongs to; people whom neither it nor a file knows count for the room only.
 */
export function emotionConsensus(
  board: Board,
  journeyId: JourneyId,
  personaId: CardId | null,
  departmentOf: ReadonlyMap<ParticipantId, string> = new Map(),
): EmotionConsensus {
  const entries = emotionEntriesOf(board, journeyId, personaId)
  const targets = stagesOf(board, journeyId).flatMap((stage) => stageTargets(board, stage, entries))
  const people = entries.filter((entry) => targets.some(({ target }) => entry.readings.has(target))).length
  return {
    journeyId,
    people,
    targets,
    departments: departmentCurves(targets, entries, (id) => departmentOf.get(id) ?? board.importedDepartments.get(id)),
    ...extremes(targets),
  }
}

/** The touchpoints of a stage, in the order of the map. */
export function touchpointsOf(board: Board, stage: Stage): CardId[] {
  return lanesOf(board, stage.journeyId).flatMap((lane) =>
    (board.cells.get(cellKey(stage.id, lane.id)) ?? [])
      .filter((card) => card.kind === 'touchpoint')
      .map((card) => card.id),
  )
}

/** One target for the stage, or one for each touchpoint if some touchpoint was rated by more people than the stage. */
function stageTargets(board: Board, stage: Stage, entries: readonly EmotionEntry[]): TargetConsensus[] {
  const touchpoints = touchpointsOf(board, stage)
  const readings = touchpoints.map((id) => readingsOf(entries, id))
  const own = readingsOf(entries, stage.id)
  if (readings.some((some) => some.length > own.length))
    return touchpoints.map((id, slot) => summarize(id, stage.id, slot, touchpoints.length, readings[slot] ?? []))
  return [summarize(stage.id, stage.id, 0, 1, own)]
}

function readingsOf(entries: readonly EmotionEntry[], target: EmotionTarget): EmotionReading[] {
  return entries.flatMap((entry) => entry.readings.get(target) ?? [])
}

function summarize(
  target: EmotionTarget,
  stageId: StageId,
  slot: number,
  slots: number,
  readings: readonly EmotionReading[],
): TargetConsensus {
  const values = readings.map((reading) => reading.value).toSorted((a, b) => a - b)
  const count = values.length
  const median = count >= MIN_FOR_MEDIAN ? medianOf(values) : null
  const band = count >= MIN_FOR_BAND ? quartilesOf(values) : null
  const spread = median !== null && band === null ? values : []
  return { target, stageId, slot, slots, count, median, band, spread, reason: commonestReason(readings, median) }
}

/** Case and spaces do not make two reasons; shown is the spelling used first in the alphabet, the same for everybody. */
export function commonestReason(readings: readonly EmotionReading[], median: number | null): string {
  const groups = new Map<string, { count: number; distance: number; spelling: string }>()
  for (const { value, reason } of readings) {
    const spelling = reason.trim().replaceAll(/\s+/g, ' ')
    if (spelling === '') continue
    const key = spelling.toLowerCase()
    const distance = median === null ? 0 : Math.abs(value - median)
    const group = groups.get(key)
    groups.set(key, {
      count: (group?.count ?? 0) + 1,
      distance: Math.min(group?.distance ?? Infinity, distance),
      spelling: group && group.spelling < spelling ? group.spelling : spelling,
    })
  }
  const [best] = [...groups.values()].toSorted(
    (a, b) => b.count - a.count || a.distance - b.distance || (a.spelling < b.spelling ? -1 : 1),
  )
  return best?.spelling ?? ''
}

function departmentCurves(
  targets: readonly TargetConsensus[],
  entries: readonly EmotionEntry[],
  departmentOf: (participantId: ParticipantId) => string | undefined,
): DepartmentCurve[] {
  const byDepartment = new Map<string, EmotionEntry[]>()
  for (const entry of entries) {
    const department = departmentOf(entry.participantId)
    if (department) byDepartment.set(department, [...(byDepartment.get(department) ?? []), entry])
  }
  return [...byDepartment]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([department, members]) => {
      const medians = new Map<EmotionTarget, number>()
      for (const { target } of targets) {
        const values = readingsOf(members, target).map((reading) => reading.value)
        values.sort((a, b) => a - b)
        if (values.length >= MIN_FOR_MEDIAN) medians.set(target, medianOf(values))
      }
      return { department, people: members.length, medians }
    })
}

function extremes(targets: readonly TargetConsensus[]): Pick<EmotionConsensus, 'lowest' | 'peaks' | 'end'> {
  const felt = targets.flatMap(({ target, median }) => (median === null ? [] : [{ target, median }]))
  const medians = felt.map(({ median }) => median)
  const least = Math.min(...medians)
  const isFlat = felt.length < 2 || least === Math.max(...medians)
  const lowest = isFlat ? null : (felt.find(({ median }) => median === least)?.target ?? null)
  const peaks = isFlat ? [] : felt.filter((_, at) => isPeak(medians, at)).map(({ target }) => target)
  return { lowest, peaks, end: felt.at(-1)?.target ?? null }
}

/** Higher than what comes before and, after a level stretch, than what follows; the ends of the curve count as lower ground. */
function isPeak(medians: readonly number[], at: number): boolean {
  const here = medians[at] ?? 0
  if (at > 0 && (medians[at - 1] ?? here) >= here) return false
  const next = medians.slice(at + 1).find((median) => median !== here)
  return next === undefined || next < here
}
