// Does a plain edit again on a document that has the server's state, as a named edit like any other. Each call is one
// transaction, so that the server can refuse one without the rest.
import type { AnyCard } from '../../shared/workshop/boardRule.ts'
import type { BoardRules, ExistingCard } from './BoardRules.ts'
import type { BoardEdit } from './boardEdits.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from '../../shared/journey/ids.ts'
import type { Board, Journey, Lane, Stage } from '../../shared/journey/Board.ts'
import { createCards, deleteCards, placeCards } from '../../shared/journey/edit/editCards.ts'
import { changeDrawing, putDrawings, removeDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { clearReading, setReading } from '../../shared/journey/edit/editEmotions.ts'
import {
  addToGroup,
  groupCards,
  mergeCards,
  removeFromGroups,
  renameGroup,
  takeOutParts,
  ungroup,
} from '../../shared/journey/edit/editClusters.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import {
  createJourney,
  createLane,
  createStage,
  deleteJourney,
  deleteLane,
  deleteStage,
  moveJourney,
  reorder,
} from '../../shared/journey/edit/editStructure.ts'
import { editText } from '../../shared/journey/edit/editText.ts'
import { type EditTarget, recordOf, transact } from '../../shared/journey/edit/EditTarget.ts'

export interface EditRights {
  readonly canWrite: boolean
  readonly canShape: boolean
  readonly mayDraw: boolean
  readonly mayFeel: boolean
  /** Groups and merges go with it. */
  readonly mayEditOthers: boolean
  readonly participantId: string
  readonly mayAdd: (card: AnyCard) => boolean
  /** Cards the server has: by the phase, by whose they are, by locks. */
  readonly mayChange: (card: ExistingCard) => boolean
}

/** What the rules say of the document that has the server's state. */
export function editRights(rules: BoardRules, participantId: string, canWrite: boolean): EditRights {
  return {
    canWrite,
    canShape: rules.mayShape,
    mayDraw: rules.mayDraw,
    mayFeel: rules.mayFeel,
    mayEditOthers: rules.mayEditOthers,
    participantId,
    mayAdd: (card) => rules.mayAdd(card),
    mayChange: (card) => rules.mayChange(card),
  }
}

/** Whether the server would take it, as far as this page can know. `before`: the board as the server has it. */
export function isAllowed(edit: BoardEdit, rights: EditRights, before: Pick<Board, 'cards'>): boolean {
  if (!rights.canWrite) return false
  const mayChange = (id: string): boolean => {
    const card = before.cards.get(id as CardId)
    return card !== undefined && rights.mayChange(card)
  }
  switch (edit.type) {
    case 'createStructure':
    case 'deleteStructure':
    case 'moveStructure':
      return rights.canShape
    case 'createCard':
      return rights.mayAdd(edit.card)
    case 'deleteCard':
    case 'placeCard':
      return mayChange(edit.card.id)
    case 'setField':
      return edit.root === 'cards' ? mayChange(edit.id) : rights.canShape
    case 'setReading':
      return rights.mayFeel && edit.entry.participantId === (rights.participantId as ParticipantId)
    case 'cluster':
      return rights.mayEditOthers
    case 'drawing':
      return rights.mayDraw
  }
}

/** False if it could not be done soundly; then nothing was changed. */
export function replayEdit(target: EditTarget, edit: BoardEdit): boolean {
  switch (edit.type) {
    case 'createStructure':
      return createStructure(target, edit.root, edit.record)
    case 'deleteStructure':
      return deleteStructure(target, edit.root, edit.record.id)
    case 'moveStructure':
      return moveStructure(target, edit.record)
    case 'createCard': {
      const { id, kind, place, fields } = edit.card
      return createCards(target, [{ id, kind, place, fields }]).length === 1
    }
    case 'deleteCard':
      deleteCards(target, [edit.card.id])
      return true
    case 'placeCard':
      placeCards(target, [{ id: edit.card.id, place: edit.place }])
      return JSON.stringify(recordOf(target, 'cards', edit.card.id)?.get('place')) === JSON.stringify(edit.place)
    case 'setField':
      return replayField(target, edit)
    case 'setReading':
      return replayReading(target, edit)
    case 'cluster':
      return replayCluster(target, edit)
    case 'drawing':
      return replayDrawing(target, edit)
  }
}

function createStructure(
  target: EditTarget,
  root: 'journeys' | 'stages' | 'lanes',
  record: Journey | Stage | Lane,
): boolean {
  if (root === 'journeys') return createJourney(target, record as Journey)
  return root === 'stages' ? createStage(target, record as Stage) : createLane(target, record as Lane)
}

/** Only when nothing of it is left: what others put there meanwhile must not vanish with it. */
function deleteStructure(target: EditTarget, root: 'journeys' | 'stages' | 'lanes', id: string): boolean {
  const key = { journeys: 'journeyId', stages: 'stageId', lanes: 'laneId' }[root]
  for (const cardId of target.doc.getMap('cards').keys()) {
    const place = recordOf(target, 'cards', cardId)?.get('place') as Record<string, unknown> | undefined
    if (place?.[key] === id) return false
  }
  if (root === 'journeys') deleteJourney(target, id as JourneyId)
  else if (root === 'stages') deleteStage(target, id as StageId)
  else deleteLane(target, id as LaneId)
  return true
}

function moveStructure(target: EditTarget, record: Journey | Stage | Lane): boolean {
  if ('place' in record) moveJourney(target, record.id, record.place)
  else reorder(target, 'name' in record ? 'stages' : 'lanes', record.id, record.order)
  return true
}

function replayField(target: EditTarget, edit: Extract<BoardEdit, { type: 'setField' }>): boolean {
  const { root, id, name, isText, before, value } = edit
  if (!isText) return setField(target, root, id, name, value)
  const text = recordOf(target, root, id)?.get(name)
  // Written against another text than the one that is there: merging would be guessing.
  if (String(text ?? '') !== before) return false
  return transact(target, () => editText(target, root, id, name, String(value))) && String(text) === value
}

function replayReading(target: EditTarget, edit: Extract<BoardEdit, { type: 'setReading' }>): boolean {
  const { journeyId, personaId, participantId } = edit.entry
  const place = { journeyId, personaId, participantId, about: edit.about as StageId | CardId }
  if (edit.reading) return setReading(target, place, edit.reading)
  clearReading(target, place)
  return true
}

function replayDrawing(target: EditTarget, edit: Extract<BoardEdit, { type: 'drawing' }>): boolean {
  const { id, before, after } = edit
  if (!after) removeDrawings(target, [id])
  else if (before) changeDrawing(target, before, after)
  else putDrawings(target, [after])
  return true
}

function replayCluster(target: EditTarget, { id, before, after }: Extract<BoardEdit, { type: 'cluster' }>): boolean {
  if (!after) return ungroup(target, id)
  const { kind, name, into, cardIds } = after
  const added = cardIds.filter((cardId) => !before?.cardIds.includes(cardId))
  const left = before?.cardIds.filter((cardId) => !cardIds.includes(cardId)) ?? []
  if (kind === 'merge') {
    if (left.length > 0) takeOutParts(target, left)
    return added.length === 0 || (into !== null && mergeCards(target, { id, into, parts: added }))
  }
  if (!before) return groupCards(target, { id, name, cardIds })
  if (left.length > 0) removeFromGroups(target, left)
  if (added.length > 0 && !addToGroup(target, id, added)) return false
  return name === before.name || renameGroup(target, id, name)
}
