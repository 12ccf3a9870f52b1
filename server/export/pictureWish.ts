// Which of a workshop's pictures a file shows. A workshop may keep 200 MB of them, most files show none: the program that
// makes the file says what it needs, and nothing else is read from the disk.
import { readShapes, withInside } from '../../shared/export/svg/drawings/readShapes.ts'
import type { DrawingRecord } from '../../shared/journey/edit/editDrawings.ts'
import type { ExportJob } from './ExportOrder.ts'

/** In drawings pictures grow by a third as text, and every reader of the file has to take them whole. */
export const MAX_DRAWN_PICTURE_BYTES = 2 * 1024 * 1024
export const MAX_DRAWN_PICTURES_BYTES = 10 * 1024 * 1024

export interface PictureWish {
  /** SHA-256 of each, the most wanted first. */
  readonly hashes: readonly string[]
  /** Larger ones are not wanted. */
  readonly maxBytesEach: number
  readonly maxBytesInAll: number
}

const drawnLimits = { maxBytesEach: MAX_DRAWN_PICTURE_BYTES, maxBytesInAll: MAX_DRAWN_PICTURES_BYTES }
const noLimits = { maxBytesEach: Number.POSITIVE_INFINITY, maxBytesInAll: Number.POSITIVE_INFINITY }

/** Null if the file shows none. */
export function wishedPictures(job: ExportJob, drawings: readonly DrawingRecord[]): PictureWish | null {
  if (job.kind === 'recap') return null
  switch (job.format) {
    case 'json':
      return wish(mentioned(drawings), noLimits)
    case 'svg':
    case 'png':
      return wish(painted(drawings, job.options.selection), drawnLimits)
    case 'pdf':
      return wish(painted(drawings), drawnLimits)
    default:
      return null
  }
}

/** Those of the wish that are there and within its limits; `bytesOf` answers null for one that is not there. */
export function grantedPictures(wanted: PictureWish, bytesOf: (sha256: string) => number | null): string[] {
  let left = wanted.maxBytesInAll
  return wanted.hashes.filter((hash) => {
    const bytes = bytesOf(hash)
    if (bytes === null || bytes > Math.min(wanted.maxBytesEach, left)) return false
    left -= bytes
    return true
  })
}

function wish(hashes: readonly string[], limits: Omit<PictureWish, 'hashes'>): PictureWish | null {
  return hashes.length === 0 ? null : { hashes, ...limits }
}

/** By hash, so that the same board gives the same file however the disk lists them. */
function mentioned(drawings: readonly DrawingRecord[]): string[] {
  const assets = drawings.filter(({ typeName }) => typeName === 'asset')
  return [...new Set(JSON.stringify(assets).match(/[0-9a-f]{64}/g))].toSorted()
}

/** In the order they are painted. Of a selection only what is in it: what is not drawn takes no room from it. */
function painted(drawings: readonly DrawingRecord[], selection?: readonly string[]): string[] {
  if (!drawings.some(({ typeName }) => typeName === 'asset')) return []
  const { shapes: all, pictures } = readShapes(drawings)
  const chosen = selection && new Set(selection.map((id) => `shape:${id}`))
  const shapes = chosen ? withInside(all, chosen) : all
  const hashes = shapes.flatMap((shape) =>
    shape.type === 'image' ? (pictures.get(shape.props.assetId ?? '') ?? []) : [],
  )
  return [...new Set(hashes)]
}
