// Pixels into a PNG file and out again, by the PNG standard (chunks, checksums, row filters).
import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodePng, isOpaque } from '../../../server/export/encodePng.ts'
import { Random } from '../../support/Random.ts'

interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Opaque, of noise and of rows that repeat. */
function picture(width: number, height: number, seed: number): Picture {
  const random = new Random(seed)
  const pixels = new Uint8Array(width * height * 4)
  for (let at = 0; at < pixels.length; at++) pixels[at] = at % 4 === 3 ? 255 : random.below(256)
  for (let row = 1; row < height; row++)
    if (row % 3 > 0) pixels.copyWithin(row * width * 4, (row - 1) * width * 4, row * width * 4)
  return { width, height, pixels }
}

function decode(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset, png.length)
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < png.length;) {
    const bytes = view.getUint32(at)
    const named = png.subarray(at + 4, at + 8 + bytes)
    expect(view.getUint32(at + 8 + bytes)).toBe(crc32(named))
    chunks.set(new TextDecoder().decode(named.subarray(0, 4)), named.subarray(4))
    at += bytes + 12
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const header = chunks.get('IHDR') ?? new Uint8Array()
  expect([...header.subarray(8)]).toEqual([8, 2, 0, 0, 0])
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const rows = inflateSync(chunks.get('IDAT') ?? new Uint8Array())
  const pixels = new Uint8Array(width * height * 4).fill(255)
  const stride = 1 + width * 3
  for (let row = 0; row < height; row++) {
    expect(rows[row * stride]).toBe(2)
    for (let at = 0; at < width * 3; at++) {
      const to = row * width * 4 + Math.floor(at / 3) * 4 + (at % 3)
      pixels[to] = (rows[row * stride + 1 + at] ?? 0) + (row === 0 ? 0 : (pixels[to - width * 4] ?? 0))
    }
  }
  return { width, height, pixels }
}

describe('what comes out of the file', () => {
  // The last is several bands high.
  it.each([
    [1, 1],
    [7, 5],
    [1_000, 800],
  ])('%d × %d pixels are those that went in', async (width, height) => {
    const wanted = picture(width, height, width)
    const png = await encodePng(wanted.pixels, width, height)
    const read = decode(png)
    expect([read.width, read.height]).toEqual([width, height])
    expect(Buffer.from(read.pixels).equals(Buffer.from(wanted.pixels))).toBe(true)
    expect(await encodePng(wanted.pixels, width, height)).toEqual(png)
  })
})

it('one pixel that is not opaque is noticed', () => {
  const { pixels } = picture(10, 10, 1)
  expect(isOpaque(pixels)).toBe(true)
  pixels[4 * 57 + 3] = 254
  expect(isOpaque(pixels)).toBe(false)
})
