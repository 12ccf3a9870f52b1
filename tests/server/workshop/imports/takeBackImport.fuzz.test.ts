// Whatever people did between an import and its undo: nothing of theirs is lost or left without a place, and of what came
// with the file nothing stays that nobody has touched.
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { takeBackImport } from '../../../../server/workshop/imports/takeBackImport.ts'
import { applyJourneyFile } from '../../../../shared/import/applyJourneyFile.ts'
import { toJourneyFile } from '../../../../shared/export/json.ts'
import { type Board, type Card, isCellPlace } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { createCards, deleteCards, placeCards } from '../../../../shared/journey/edit/editCards.ts'
import { groupCards } from '../../../../shared/journey/edit/editClusters.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import type { EditTarget } from '../../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { cardTitle, lanesOf } from '../../../../shared/journey/readBoardParts.ts'
import { cardDefinition, laneTakes } from '../../../../shared/journey/cards/cardKinds.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { Random } from '../../../support/Random.ts'

const file = toJourneyFile(maximalWorkshop().input)

/** One edit as people make them, anywhere on the board; answers the cards whose words it changed. */
function edit(target: EditTarget, random: Random, at: number): CardId[] {
  const board = readBoard(target.doc)
  const card = random.pick([...board.cards.values()])
  const stage = random.pick([...board.stages.values()])
  if (!card || !stage) return []
  const lanes = lanesOf(board, stage.journeyId)
  const dice = random.below(6)
  if (dice === 0) {
    setField(target, 'cards', card.id, cardDefinition(card.kind).title, `changed ${at}`)
    return [card.id]
  }
  const lane = random.pick(lanes.filter(({ kind }) => laneTakes(kind, dice === 1 ? card.kind : 'note')))
  const place = lane && { journeyId: stage.journeyId, stageId: stage.id, laneId: lane.id, order: `z${at}` }
  if (dice === 1 && place) placeCards(target, [{ id: card.id, place }])
  if (dice === 2 && place)
    createCards(target, [
      { id: `new${at}` as CardId, kind: 'note', place, fields: { text: `new ${at}`, type: 'pain' } },
    ])
  if (dice === 3) setField(target, 'stages', stage.id, 'name', `Stage ${at}`)
  if (dice === 4) deleteCards(target, [card.id])
  const other = random.pick([...board.cards.values()].filter(({ kind }) => kind === 'note'))
  if (dice === 5 && other && card.kind === 'note')
    groupCards(target, { id: `group${at}` as ClusterId, name: 'G', cardIds: [card.id, other.id] })
  return []
}

const said = ({ kind, fields }: Card) => JSON.stringify([kind, fields])

function hasPlace(board: Board, { place }: Card): boolean {
  return (
    !isCellPlace(place) ||
    (board.stages.has(place.stageId) && board.lanes.has(place.laneId) && board.journeys.has(place.journeyId))
  )
}

it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('[IM4] (seed %i)', (seed) => {
  const random = new Random(seed)
  const { doc } = drawJourney('| One | Two\n touchpoints | Web | Shop\n pains | Slow | Dear')
  const peer = new Y.Doc()
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  const earlier = new Set<string>(readBoard(doc).cards.keys())
  const from = Y.getState(doc.store, doc.clientID)
  applyJourneyFile({ doc, origin: 'import' }, file, 'add')
  const written = { client: doc.clientID, from, to: Y.getState(doc.store, doc.clientID) }
  const imported = readBoard(doc)
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  const changed = new Set<string>()
  for (let at = random.below(30); at > 0; at--)
    for (const id of edit({ doc: peer, origin: 'peer' }, random, at)) changed.add(id)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
  const before = readBoard(doc)

  const taken = doc.transact(() => takeBackImport(doc, written))

  const after = readBoard(doc)
  const grouped = new Set<string>([...after.clusters.values()].flatMap(({ cardIds }) => cardIds))
  const personas = new Set<string>([...after.journeys.values()].flatMap(({ persona }) => persona ?? []))
  for (const [id, card] of before.cards) {
    const isTheirs = earlier.has(id) || !imported.cards.has(id) || changed.has(id)
    const now = after.cards.get(id)
    if (isTheirs) {
      expect(now && said(now), cardTitle(card)).toBe(said(card))
      if (now && hasPlace(before, card)) expect(hasPlace(after, now), cardTitle(card)).toBe(true)
    } else if (!grouped.has(id) && !personas.has(id)) expect(now, cardTitle(card)).toBeUndefined()
  }
  expect(taken.removed).toBeGreaterThan(0)
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  expect([...readBoard(peer).cards.keys()].toSorted()).toEqual([...after.cards.keys()].toSorted())
})
