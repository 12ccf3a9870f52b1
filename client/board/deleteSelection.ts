// The Delete key: cards and drawings go at once (undo brings them back), a stage or lane with cards in it asks first, a
// journey is never deleted by a key.
import { isCellPlace } from '../../shared/journey/Board.ts'
import { deleteLane, deleteStage } from '../../shared/journey/edit/editStructure.ts'
import type { ClusterId } from '../../shared/journey/clusters.ts'
import type { LaneId, StageId } from '../../shared/journey/ids.ts'
import { laneTitle } from '../../shared/journey/readBoardParts.ts'
import { boardWords } from '../ui/boardWords.ts'
import { mayTouch } from './binding/allowedChanges.ts'
import type { Canvas } from './CanvasContext.ts'
import { type ClusterShape, entityIdOf, isJourneyShapeType } from './shapes/journeyShapes.ts'
import { dissolve } from './sorting/sortEdits.ts'
import { questions } from './questions.ts'

/** Call outside of tldraw's own events. */
export function deleteSelection(canvas: Canvas): void {
  const { editor, binding, session } = canvas
  if (editor.getEditingShapeId() !== null) return
  const selected = editor.getSelectedShapes()
  const [only] = selected
  const type: string | undefined = only?.type
  if (only && selected.length === 1 && (type === 'stage' || type === 'lane')) {
    deleteStructure(canvas, type, entityIdOf(only.id))
    return
  }
  if (only && selected.length === 1 && type === 'cluster') {
    dissolve(session, (only as unknown as ClusterShape).props.clusterId as ClusterId)
    binding.flush()
    return
  }
  // What is locked or somebody else's stays; `watchAttempts` has said why.
  const things = selected.filter(
    (shape) => (shape.type === 'card' || !isJourneyShapeType(shape.type)) && mayTouch(shape, session.rules),
  )
  if (things.length === 0) return
  editor.deleteShapes(things)
  binding.flush()
}

function deleteStructure({ session, binding }: Canvas, type: 'stage' | 'lane', id: string): void {
  if (!session.canShape.get()) return
  const { board } = binding.view.get()
  const key = type === 'stage' ? 'stageId' : 'laneId'
  const cards = [...board.cards.values()].filter(({ place }) => isCellPlace(place) && place[key] === id).length
  const remove = (): void => {
    session.undo.step(() => {
      if (type === 'stage') deleteStage(session.edit, id as StageId)
      else deleteLane(session.edit, id as LaneId)
    })
    binding.flush()
  }
  if (cards === 0) {
    remove()
    return
  }
  const lane = board.lanes.get(id as LaneId)
  const name = type === 'stage' ? (board.stages.get(id as StageId)?.name ?? '') : lane ? laneTitle(lane) : ''
  const { titleStage, titleLane, cardsGo } = boardWords.ask
  questions.ask({ title: type === 'stage' ? titleStage(name) : titleLane(name), note: cardsGo(cards), onYes: remove })
}
