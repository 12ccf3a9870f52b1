// Which pictures are read for a file: those it shows.
import { describe, expect, it } from 'vitest'
import {
  grantedPictures,
  MAX_DRAWN_PICTURE_BYTES,
  MAX_DRAWN_PICTURES_BYTES,
  wishedPictures,
} from '../../../server/export/pictureWish.ts'
import type { ExportJob } from '../../../server/export/ExportOrder.ts'
import { type FormatName, formatNames } from '../../../shared/export/catalog.ts'
import { maximalPicture, maximalWorkshop } from '../../support/maximalWorkshop.ts'

const { drawings } = maximalWorkshop().input
const job = (format: FormatName): ExportJob => ({ kind: 'file', format, options: {} })

describe('what a file shows', () => {
  it('pictures are wished for by the drawn formats and the lossless file, and by no other', () => {
    const wishing = formatNames.filter((format) => wishedPictures(job(format), drawings) !== null)
    expect(wishing.toSorted()).toEqual(['json', 'pdf', 'png', 'svg'])
    for (const format of wishing) expect(wishedPictures(job(format), drawings)?.hashes).toEqual([maximalPicture.sha256])
    expect(wishedPictures({ kind: 'recap' }, drawings)).toBeNull()
  })

  it('a selection wishes for those that are in it, at whatever depth', () => {
    const image = drawings.find(({ typeName, type }) => typeName === 'shape' && type === 'image')
    const inside = { ...image, parentId: 'shape:inner' } as (typeof drawings)[number]
    const group = (id: string, parentId: string) => ({ ...image, id, parentId, type: 'group', props: {} })
    const nested = [...drawings.filter((one) => one !== image), inside, group('shape:inner', 'shape:outer')]
    const all = [...nested, group('shape:outer', String(image?.['parentId']))]
    const hashes = (selection: string[]) =>
      wishedPictures({ kind: 'file', format: 'png', options: { selection } }, all)?.hashes
    expect(hashes(['outer'])).toEqual([maximalPicture.sha256])
    expect(hashes([String(image?.id).slice('shape:'.length)])).toEqual([maximalPicture.sha256])
    expect(hashes(['other'])).toBeUndefined()
  })

  it('a board without pictures wishes for none', () => {
    expect(wishedPictures(job('json'), [])).toBeNull()
    expect(wishedPictures(job('svg'), [])).toBeNull()
  })
})

describe('what is read of it', () => {
  const wish = {
    hashes: ['a', 'b', 'c', 'd'],
    maxBytesEach: MAX_DRAWN_PICTURE_BYTES,
    maxBytesInAll: MAX_DRAWN_PICTURES_BYTES,
  }

  it('what is there and small enough, in the order wished', () => {
    const sizes = new Map([
      ['d', 1],
      ['b', MAX_DRAWN_PICTURE_BYTES + 1],
      ['a', MAX_DRAWN_PICTURE_BYTES],
    ])
    expect(grantedPictures(wish, (hash) => sizes.get(hash) ?? null)).toEqual(['a', 'd'])
  })

  it('until all together are too much; a smaller one still fits', () => {
    const sizes = new Map([
      ['a', 6],
      ['b', 5],
      ['c', 4],
      ['d', 1],
    ])
    const tight = { ...wish, maxBytesInAll: 10 }
    expect(grantedPictures(tight, (hash) => sizes.get(hash) ?? null)).toEqual(['a', 'c'])
  })
})
