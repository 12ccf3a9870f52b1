import { expect, it } from 'vitest'
import { UNINITIALIZED } from '@tldraw/state'
import { readOrigins } from '../../../../client/board/drafts/readOrigins.ts'
import { originWords } from '../../../../client/ui/privateWords.ts'
import { roomOf } from '../../../support/roomOf.ts'

it('names the author of a revealed note by the roster, and of a note of a file by what the file says', () => {
  const { room } = roomOf('participant')
  const origins = {
    mine: { by: 'anna', late: true },
    gone: { by: 'nobody', late: false },
    late: { by: null, late: true },
    theirs: { by: null, late: false, name: 'Anna' },
  }
  room.apply({ type: 'origins', origins }, 0)
  const read = readOrigins(room, UNINITIALIZED)
  expect(Object.fromEntries(read)).toEqual({
    mine: { by: 'Anna', late: true },
    gone: {},
    late: { late: true },
    theirs: { by: 'Anna', fromFile: true },
  })
  expect(readOrigins(room, read)).toBe(read)
  expect([...read.values()].map(originWords)).toEqual(['Anna, came later', '', 'Came later', 'File: Anna'])
})
