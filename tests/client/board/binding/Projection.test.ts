// From the document to what the canvas holds: only what changed is handed over, and never less than a fresh projection.
import { describe, expect, it } from 'vitest'
import type { TLRecord } from 'tldraw'
import { CardMetas } from '../../../../client/board/binding/CardMetas.ts'
import { noMeta } from '../../../../client/board/shapes/journeyShapes.ts'
import { Projection } from '../../../../client/board/binding/Projection.ts'
import { BoardModel } from '../../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { deleteCards, placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { groupCards, ungroup } from '../../../../shared/journey/edit/editClusters.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { deleteStage, moveJourney } from '../../../../shared/journey/edit/editStructure.ts'
import { layoutBoard } from '../../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../../shared/layout/LayoutCache.ts'
import { type DrawnJourney, drawJourney } from '../../../support/journeyBuilder.ts'

const metrics = { widthOf: () => 0.5 }

function projected(journey: DrawnJourney) {
  const model = new BoardModel(journey.doc)
  const cache = new LayoutCache(metrics)
  const projection = new Projection()
  const metas = new CardMetas()
  const update = (structureLocked = false, locks?: ReadonlyMap<string, string>) => {
    const changes = model.refresh()
    const none: ReadonlyMap<string, string> = new Map()
    const metaOf = metas.reader(() => noMeta, locks ?? none)
    return projection.update(model.board, layoutBoard(model.board, cache), {
      cards: changes.cards,
      structureLocked,
      metaOf,
    })
  }
  return { projection, update }
}

const drawing = `
            | One  | Two
 touchpoints| A; B | C
 emotion    |      |
 pains      | D    | E; F
`
const idsOf = (records: readonly TLRecord[]): string[] => records.map(({ id }) => id.slice('shape:'.length))

/** The incremental way and the slow way agree. */
function expectSameAsFresh(journey: DrawnJourney, projection: Projection): void {
  const fresh = projected(journey)
  fresh.update()
  expect(new Map(projection.records)).toEqual(new Map(fresh.projection.records))
}

describe('projection', () => {
  it('has a record for the map, each stage, each lane, the curve and each card', () => {
    const { projection, update } = projected(drawJourney(drawing))
    expect(update().put).toHaveLength(1 + 2 + 3 + 1 + 6)
    expect(projection.records.size).toBe(13)
  })
  it('hands over nothing when nothing changed', () => {
    const { update } = projected(drawJourney(drawing))
    update()
    expect(update()).toEqual({ put: [], remove: [] })
  })
  it('hands over the card that was locked, and again when it is unlocked', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    const [locked] = update(false, new Map([[journey.card('A'), 'Maya']])).put
    expect(locked).toMatchObject({ id: `shape:${journey.card('A')}`, meta: { lockedBy: 'Maya' } })
    expect(idsOf(update().put)).toEqual([journey.card('A')])
    expectSameAsFresh(journey, projection)
  })
  it('has a frame for each cell of a group, with its name, and none when it is ungrouped', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    const id = 'g' as ClusterId
    const cardIds = ['A', 'B', 'C'].map((words) => journey.card(words))
    groupCards(journey.target, { id, name: 'Logins', cardIds })
    const frames = update().put.filter((record) => record.typeName === 'shape' && record.type === ('cluster' as string))
    expect(frames).toMatchObject([
      { props: { clusterId: 'g', name: 'Logins', count: 3 } },
      { props: { clusterId: 'g', name: 'Logins', count: 3 } },
    ])
    expectSameAsFresh(journey, projection)
    ungroup(journey.target, id)
    expect(update().remove.toSorted()).toEqual(frames.map((frame) => frame.id).toSorted())
    expectSameAsFresh(journey, projection)
  })
  it('hands over one card when one value of it changed', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    setField(journey.target, 'cards', journey.card('A'), 'channel', 'web')
    expect(idsOf(update().put)).toEqual([journey.card('A')])
    expectSameAsFresh(journey, projection)
  })
  it('hands over what a move displaces, and nothing of other lanes', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    placeCards(journey.target, [{ id: journey.card('A'), place: journey.place('Two', 'touchpoints') }])
    expect(idsOf(update().put).toSorted()).toEqual(['A', 'B'])
    expectSameAsFresh(journey, projection)
  })
  it('removes deleted cards and stages', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    deleteCards(journey.target, [journey.card('F')])
    expect(update().remove).toEqual(['shape:F'])
    const stage = journey.stage('One')
    deleteStage(journey.target, stage)
    expect(update().remove.toSorted()).toEqual(['shape:A', 'shape:B', 'shape:D', `shape:${stage}`])
    expectSameAsFresh(journey, projection)
  })
  it('moves everything of a journey with its sheet', () => {
    const journey = drawJourney(drawing)
    const { projection, update } = projected(journey)
    update()
    moveJourney(journey.target, journey.id, { x: 100, y: 0 })
    expect(update().put).toHaveLength(13)
    expectSameAsFresh(journey, projection)
  })
  it('tells headers that the structure is locked', () => {
    const journey = drawJourney(drawing)
    const { update } = projected(journey)
    update()
    expect(idsOf(update(true).put)).toHaveLength(2 + 3)
  })
  it('gives a lane the hint of its kind only while it has no name of its own: the layout leaves room for no other', () => {
    const { update } = projected(drawJourney('| One\n process |\n process (Behind the scenes) |\n pains |'))
    const hints = update().put.flatMap((record) =>
      record.typeName === 'shape' && 'hint' in record.props ? [record.props.hint] : [],
    )
    expect(hints).toEqual(['not seen by the customer', '', ''])
  })
})
