// What the program that makes files is asked for, and what it answers. All that a room costs meanwhile is the copy of its
// encoded board.
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import type { ExportInput, ExportPicture, RenderedFile } from '../../shared/export/formats.ts'
import type { FontMetricsData } from '../../shared/layout/FontMetrics.ts'
import type { PictureWish } from './pictureWish.ts'

/** What is made: a file people asked for, or what the recap page shows. */
export type ExportJob =
  | { readonly kind: 'file'; readonly format: FormatName; readonly options: ExportOptions }
  | { readonly kind: 'recap' }

/** Everything but the board, which goes as it is stored, and the pictures, which are read if they are needed. */
interface WorkshopFacts extends Omit<ExportInput, 'board' | 'drawings' | 'pictures' | 'seal'> {
  readonly job: ExportJob
  /** Closes whose the feelings are in the lossless file; left out or '': they are nobody's. */
  readonly sealKey?: string
  /** Yjs updates, to be applied in this order. */
  readonly board: readonly Uint8Array[]
}
export interface ExportOrder extends WorkshopFacts {
  /** Left out: there are none. */
  readonly loadPictures?: (wish: PictureWish) => Promise<readonly ExportPicture[]>
}

export interface ProgramOrder extends WorkshopFacts {
  readonly metrics: FontMetricsData | null
}
/** First maybe that it needs pictures, which it is sent then; last the file, in pieces, or why there is none. */
export type ProgramMessage =
  | { readonly type: 'pictures'; readonly wish: PictureWish }
  | { readonly type: 'file'; readonly file: Omit<ExportedFile, 'content'>; readonly bytes: number }
  | { readonly type: 'piece'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  | { readonly type: 'empty' }
  | { readonly type: 'failed'; readonly why: string }

export interface ExportedFile extends RenderedFile {
  readonly content: Uint8Array<ArrayBuffer>
  /** To be saved under: the workshop's title and the day. */
  readonly name: string
}

/** `busy`: too many wait already; `gone`: nobody wants it any more; `empty`: nothing of the selection is there; `failed`: it cannot be made. */
export type ExportFault = 'busy' | 'gone' | 'empty' | 'failed'

export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code: ExportFault
  constructor(code: ExportFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
