import { expect, it } from 'vitest'
import { RevealedDrafts } from '../../../client/connection/RevealedDrafts.ts'

it('tells notes that came with a reveal from those that came later', () => {
  const revealed = new RevealedDrafts()
  revealed.take({}, [])
  revealed.take({ a: 'cardA' }, ['pains'])
  expect(revealed.late.get()).toEqual([])
  revealed.take({ a: 'cardA', b: 'cardB' }, ['pains'])
  expect(revealed.late.get()).toEqual(['cardB'])
})

it('calls nothing late that was revealed while the page was not open', () => {
  const revealed = new RevealedDrafts()
  revealed.recall({})
  revealed.take({ a: 'cardA' }, ['pains'])
  expect(revealed.late.get()).toEqual([])
})

it('shows what it remembers until the server has spoken, and never over its word', () => {
  const revealed = new RevealedDrafts()
  revealed.recall({ a: 'cardA' })
  expect(revealed.map.get()).toEqual({ a: 'cardA' })
  revealed.take({}, [])
  revealed.recall({ a: 'cardA' })
  revealed.recall('nonsense')
  expect(revealed.map.get()).toEqual({})
})

it('follows a reveal that is taken back and done again', () => {
  const revealed = new RevealedDrafts()
  revealed.take({}, [])
  revealed.take({ a: 'one' }, ['pains'])
  revealed.take({}, [])
  revealed.take({ a: 'two' }, ['pains'])
  expect(revealed.map.get()).toEqual({ a: 'two' })
  expect(revealed.late.get()).toEqual([])
})
