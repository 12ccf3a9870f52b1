// What headers do to stages and lanes: order, width, one step of undo each.
import { describe, expect, it } from 'vitest'
import { insertLane, lanePosition, moveLane } from '../../../../client/board/shapes/lane/laneEdits.ts'
import { insertStage, moveStage, widenStage } from '../../../../client/board/shapes/stage/stageEdits.ts'
import type { BoardSession } from '../../../../client/board/BoardSession.ts'
import { UndoHistory } from '../../../../client/board/undo/UndoHistory.ts'
import { BoardModel } from '../../../../shared/journey/BoardModel.ts'
import { lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

function workshop() {
  const journey = drawJourney(`
                | Before | During | After
    touchpoints | Site   | Visit  |
    pains       |        | Queue  |
  `)
  const { doc } = journey
  const edit = { doc, origin: { name: 'anna' } }
  const model = new BoardModel(doc)
  model.refresh()
  const undo = new UndoHistory(edit)
  const session = { edit, model, undo, doc } as unknown as BoardSession
  const after = <T>(edits: T): T => {
    model.refresh()
    return edits
  }
  const stages = () => stagesOf(model.board, journey.id).map(({ name, columns }) => `${name}${columns}`)
  const lanes = () => lanesOf(model.board, journey.id).map(({ kind }) => kind)
  const takeBack = () => after(undo.undo())
  return { journey, session, after, stages, lanes, takeBack }
}

describe('stages', () => {
  it('are inserted beside another and at the end', () => {
    const { journey, session, after, stages, takeBack } = workshop()
    after(insertStage(session, journey.id, journey.stage('During'), 'before'))
    expect(stages()).toEqual(['Before2', '2', 'During2', 'After2'])
    after(insertStage(session, journey.id, null, 'after'))
    expect(stages()).toEqual(['Before2', '2', 'During2', 'After2', '2'])
    takeBack()
    takeBack()
    expect(stages()).toEqual(['Before2', 'During2', 'After2'])
  })

  it('move by one place and not beyond the ends', () => {
    const { journey, session, after, stages } = workshop()
    after(moveStage(session, journey.stage('After'), -1))
    expect(stages()).toEqual(['Before2', 'After2', 'During2'])
    after(moveStage(session, journey.stage('Before'), -1))
    after(moveStage(session, journey.stage('Before'), 1))
    expect(stages()).toEqual(['After2', 'Before2', 'During2'])
  })

  it('are 1 to 6 columns wide', () => {
    const { journey, session, after, stages } = workshop()
    for (let time = 0; time < 9; time++) after(widenStage(session, journey.stage('Before'), 1))
    for (let time = 0; time < 9; time++) after(widenStage(session, journey.stage('After'), -1))
    expect(stages()).toEqual(['Before6', 'During2', 'After1'])
  })
})

describe('lanes', () => {
  it('are inserted above and below with their kind, and move', () => {
    const { journey, session, after, lanes, takeBack } = workshop()
    const where = { journeyId: journey.id, beside: journey.lane('pains') }
    after(insertLane(session, { ...where, side: 'above' }, 'emotion'))
    after(insertLane(session, { ...where, side: 'below' }, 'kpi'))
    expect(lanes()).toEqual(['touchpoints', 'emotion', 'pains', 'kpi'])
    after(moveLane(session, journey.lane('pains'), -1))
    expect(lanes()).toEqual(['touchpoints', 'pains', 'emotion', 'kpi'])
    takeBack()
    expect(lanes()).toEqual(['touchpoints', 'emotion', 'pains', 'kpi'])
    expect(lanePosition(session, journey.lane('pains'))?.at).toBe(2)
  })
})
