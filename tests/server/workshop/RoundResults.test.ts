// Results while notes are merged and taken apart after the vote.
import { beforeEach, expect, it } from 'vitest'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { mergeCards, ungroup } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import type { TestWorkshop } from '../../support/room/TestWorkshop.ts'
import { VotingRoom } from '../../support/room/VotingRoom.ts'

let voting: VotingRoom
let room: TestWorkshop
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  voting = await VotingRoom.create()
  ;({ room, anna, ben } = voting)
})

it('[VO13] notes merged after the vote count as one, up to the cap, for each voter once', async () => {
  const roundId = await voting.open({ capPerCard: 2, dotsPerPerson: 4 })
  room.votes(anna, roundId, { late: 2, login: 2 })
  room.votes(ben, roundId, { login: 1, paper: 2 })
  const before = await voting.close()
  expect(before.merges).toEqual([])
  const { doc } = room.test.room.board
  const merge = { id: 'm1' as ClusterId, into: 'late' as CardId, parts: ['login'] as CardId[] }
  room.test.room.edit(() => mergeCards({ doc, origin: 'test' }, merge))
  const after = room.resultOf(roundId)
  expect(after.merges).toEqual([{ into: 'late', parts: ['login'] }])
  expect(after.tally.ranking.map(({ cardId, votes, voters }) => ({ cardId, votes, voters }))).toEqual([
    { cardId: 'late', votes: 3, voters: 2 },
    { cardId: 'paper', votes: 2, voters: 1 },
    { cardId: 'bens', votes: 0, voters: 0 },
  ])
  expect(after.ballots).toEqual(before.ballots)
  room.test.room.edit(() => ungroup({ doc, origin: 'test' }, merge.id))
  expect(room.resultOf(roundId).tally).toEqual(before.tally)
})

it('[VO16] a result is counted once, and again when a merge changes it', async () => {
  const roundId = await voting.open({ capPerCard: 2, dotsPerPerson: 4 })
  room.votes(anna, roundId, { late: 2, login: 2 })
  const counted = await voting.close()
  expect(room.resultOf(roundId)).toBe(counted)
  const { doc } = room.test.room.board
  const server = { doc, origin: 'test' }
  const merge = { id: 'm1' as ClusterId, into: 'late' as CardId, parts: ['login'] as CardId[] }
  room.test.room.edit(() => mergeCards(server, merge))
  const merged = room.resultOf(roundId)
  expect(merged.tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2 })
  // What says nothing about the candidates changes nothing: cards, words, a group, another merge.
  addNote(ben.doc, 'more', 'more')
  addNote(ben.doc, 'other', 'other')
  noteText(ben.doc, 'bens').insert(0, 'still ')
  await room.settle()
  const others = { id: 'm2' as ClusterId, into: 'more' as CardId, parts: ['other'] as CardId[] }
  room.test.room.edit(() => mergeCards(server, others))
  expect(room.resultOf(roundId)).toBe(merged)
  // The note that showed is gone: its parts are themselves again.
  anna.doc.getMap('cards').delete('late')
  await room.settle()
  expect(room.resultOf(roundId).tally).toEqual(counted.tally)
})
