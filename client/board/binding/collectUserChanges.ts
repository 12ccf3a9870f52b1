// What a person did to the canvas, read off by comparing what the store holds now with what the document says. Compared
// by state, not by the list of changes: a gesture's thousand steps, and tldraw's changes that take themselves back, cost
// nothing and mean nothing.
import type { TLRecord, TLShape } from 'tldraw'
import { type CardShape, isJourneyShapeType } from '../shapes/journeyShapes.ts'
import { isSameRecord } from './projectJourney.ts'

export interface UserChanges {
  /** Cards that lie elsewhere than the layout put them, as they lie now. */
  readonly movedCards: readonly CardShape[]
  /** Stage headers, lane labels and maps that were dragged, as they lie now. */
  readonly movedStructure: readonly TLShape[]
  /** Cards that tldraw made by duplicating or pasting. */
  readonly newCards: readonly CardShape[]
  readonly deletedCards: readonly string[]
  readonly deletedStructure: readonly TLShape[]
  readonly newDrawings: readonly TLRecord[]
  readonly changedDrawings: readonly { readonly before: TLRecord; readonly after: TLRecord }[]
  readonly deletedDrawings: readonly string[]
  /** Made by nobody's intent: copies of headers and labels. They are taken off the canvas. */
  readonly strays: readonly string[]
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] }

/**
 * `touched`: ids of records a person changed since the last time. `made`: those of them that the person created and the
 * document has not got; a record that is in the store without being in either was deleted by somebody else meanwhile.
 */
export function collectUserChanges(
  touched: ReadonlySet<string>,
  made: ReadonlySet<string>,
  now: (id: string) => TLRecord | undefined,
  projected: ReadonlyMap<string, TLRecord>,
): UserChanges {
  const changes: Mutable<UserChanges> = {
    movedCards: [],
    movedStructure: [],
    newCards: [],
    deletedCards: [],
    deletedStructure: [],
    newDrawings: [],
    changedDrawings: [],
    deletedDrawings: [],
    strays: [],
  }
  for (const id of touched) {
    const before = projected.get(id)
    const after = now(id)
    if (before && after) noteChange(before, after, changes)
    else if (before) noteDeletion(before, changes)
    else if (after && made.has(id)) noteCreation(after, changes)
    else if (after) changes.strays.push(id)
  }
  return changes
}

function isJourneyShape(record: TLRecord): record is TLShape {
  return record.typeName === 'shape' && isJourneyShapeType(record.type)
}

function isCardShape(record: TLRecord): boolean {
  return record.typeName === 'shape' && record.type === 'card'
}

function noteChange(before: TLRecord, after: TLRecord, changes: Mutable<UserChanges>): void {
  if (isSameRecord(before, after)) return
  if (!isJourneyShape(after)) {
    changes.changedDrawings.push({ before, after })
    return
  }
  if (!isJourneyShape(before) || (before.x === after.x && before.y === after.y)) return
  if (isCardShape(after)) changes.movedCards.push(after as unknown as CardShape)
  else changes.movedStructure.push(after)
}

function noteDeletion(before: TLRecord, changes: Mutable<UserChanges>): void {
  if (!isJourneyShape(before)) changes.deletedDrawings.push(before.id)
  else if (isCardShape(before)) changes.deletedCards.push(before.id.slice('shape:'.length))
  else changes.deletedStructure.push(before)
}

function noteCreation(after: TLRecord, changes: Mutable<UserChanges>): void {
  if (!isJourneyShape(after)) changes.newDrawings.push(after)
  else if (isCardShape(after)) changes.newCards.push(after as unknown as CardShape)
  else changes.strays.push(after.id)
}

export function isNothing(changes: UserChanges): boolean {
  return Object.values(changes).every((list: readonly unknown[]) => list.length === 0)
}

/** Whether all it is, is pictures that have arrived on the server: nobody did that, and undoing it would empty the frame. */
export function isUploadEnd(changes: UserChanges): boolean {
  const { changedDrawings, ...rest } = changes
  return (
    changedDrawings.length > 0 &&
    changedDrawings.every(({ after }) => after.typeName === 'asset') &&
    Object.values(rest).every((list) => list.length === 0)
  )
}
