// More than one journey on a board: a new one, or a copy of one to be changed into how it should be; and one that goes.
// Each is one step of undo.
import { isCellPlace } from '../../../../shared/journey/Board.ts'
import { copyJourney } from '../../../../shared/journey/edit/copyJourney.ts'
import { deleteJourney } from '../../../../shared/journey/edit/editStructure.ts'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import { journeysOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { applyTemplate } from '../../../../shared/journey/templates/applyTemplate.ts'
import { LANE_LABEL_WIDTH, stageWidth } from '../../../../shared/layout/mapMetrics.ts'
import type { Rect } from '../../../../shared/layout/Rect.ts'
import { boardWords } from '../../../ui/boardWords.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { showToast } from '../../../ui/toasts.ts'
import { showAll } from '../../camera.ts'
import type { Canvas } from '../../CanvasContext.ts'
import { questions } from '../../questions.ts'
import { shapeIdOf } from '../journeyShapes.ts'
import { placeForSheet } from './placeForSheet.ts'

/** About as large as a new blank journey: three stages of two columns, five lanes. */
const NEW_SHEET = { w: LANE_LABEL_WIDTH + 3 * stageWidth(2), h: 540 }

/** An empty journey beside those that are there. */
export function addJourney(canvas: Canvas): void {
  const { session, binding } = canvas
  const { board, layout } = binding.view.get()
  const last = [...layout.journeys.values()].toSorted((a, b) => a.x + a.w - (b.x + b.w)).at(-1)
  const place = placeForSheet(last ?? null, NEW_SHEET, takenOn(canvas))
  const title = canvasWords.map.addedTitle(journeysOf(board).length + 1)
  goTo(
    canvas,
    session.undo.step(() => applyTemplate(session.edit, 'blank', { title, place })),
  )
}

export function copyAsToBe(canvas: Canvas, from: JourneyId): void {
  const { session, binding } = canvas
  const sheet = binding.view.get().layout.journeys.get(from)
  if (!sheet) return
  const place = placeForSheet(sheet, sheet, takenOn(canvas))
  const id = session.undo.step(() => copyJourney(session.edit, { from, place, state: 'to-be' }))
  if (id === null) return
  goTo(canvas, id)
  showToast(canvasWords.map.copied(cardsOf(canvas, id)))
}

/** Says what goes and lets it go on yes. */
export function askToDeleteJourney(canvas: Canvas, id: JourneyId): void {
  const { session, binding } = canvas
  const { board } = binding.view.get()
  const journey = board.journeys.get(id)
  if (!journey) return
  const people = new Set(
    [...board.emotions.values()].filter((one) => one.journeyId === id).map((one) => one.participantId),
  )
  const { titleJourney, journeyGoes } = boardWords.ask
  questions.ask({
    title: titleJourney(journey.title),
    note: journeyGoes(stagesOf(board, id).length, cardsOf(canvas, id), people.size),
    onYes: () => {
      session.undo.step(() => deleteJourney(session.edit, id))
      binding.flush()
    },
  })
}

function cardsOf({ binding }: Canvas, id: JourneyId): number {
  return [...binding.view.get().board.cards.values()].filter(
    ({ place }) => isCellPlace(place) && place.journeyId === id,
  ).length
}

/** Selected and in view together with the others: the new one is made to be compared with them. */
function goTo({ editor, binding }: Canvas, id: JourneyId): void {
  binding.flush()
  editor.select(shapeIdOf(id))
  showAll(editor)
}

/** Sheets, drawings and cards; what lies inside of a sheet does no harm. */
function takenOn({ editor }: Canvas): Rect[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = editor.getShapePageBounds(shape)
    return bounds ? [{ x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }] : []
  })
}
