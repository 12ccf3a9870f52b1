// What a format is given and what it gives back. Which formats there are stands in catalog.ts.
import type { Board } from '../journey/Board.ts'
import type { ParticipantId } from '../journey/ids.ts'
import type { DrawingRecord } from '../journey/edit/editDrawings.ts'
import { catalogEntry, type FormatName } from './catalog.ts'
import type { ExportOptions } from './exportOptions.ts'
import type { FontMetrics } from '../layout/FontMetrics.ts'
import type { Phase } from '../workshop/agenda.ts'
import type { RoundResult } from '../workshop/results.ts'

/** One person as the file may show them. Who asks for the export decides which names are in it. */
export interface ExportParticipant {
  readonly id: string
  /** Empty: the file shows "Participant 1" and so on where it needs a name. */
  readonly name: string
  readonly department: string
}

/** What of the workshop, beside its board, goes into files. */
export interface WorkshopInfo {
  readonly title: string
  /** Names in order; the place in the list picks mark and colour. */
  readonly departments: readonly string[]
  readonly participants: readonly ExportParticipant[]
  /** Names, for "facilitated by". */
  readonly facilitators?: readonly string[]
  /** Phases in order; none if left out. */
  readonly agenda?: readonly Phase[] | undefined
  /** ISO day of the meeting; left out: not known. */
  readonly heldOn?: string | undefined
  /** ISO date of the next review; null or left out: none is set. */
  readonly reviewDate?: string | null | undefined
}

/** A picture kept by the workshop. */
export interface ExportPicture {
  readonly sha256: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** By journey whose its feelings are, in the order of the file, bound to the text of those feelings → what nobody else can read. */
export type SealPeople = (people: readonly (readonly ParticipantId[])[], feelings: string) => string

export interface ExportInput {
  readonly board: Board
  /** As `readDrawings` gives them. */
  readonly drawings: readonly DrawingRecord[]
  readonly workshop: WorkshopInfo
  /** Card id → name of who wrote it, of cards that were revealed with names. Who wrote the others is told to nobody. */
  readonly authors?: Readonly<Record<string, string>>
  /**
   * By participant: which department their feelings count for in the lossless file. Of everybody who was ever there, and
   * the same in every file: who lays two of them beside each other must not see whose moved. Left out: as on the roster.
   */
  readonly departmentOf?: Readonly<Record<string, string>>
  /** Lets the workshop know its own people again in the lossless file; left out: it takes them for somebody else. */
  readonly seal?: SealPeople
  /** Votes that have ended. */
  readonly rounds?: readonly RoundResult[]
  /** Those the lossless file should carry; only pictures the board uses get in. */
  readonly pictures?: readonly ExportPicture[]
  /** ms since 1970; files that state when they were made take it from here. */
  readonly nowMs: number
}

export interface ExportFormat {
  readonly name: FormatName
  render(input: ExportInput, options?: ExportOptions): Rendered | Promise<Rendered>
}

/** A format that draws maps: needs the widths of the shipped font. */
export interface DrawnFormat {
  readonly name: FormatName
  render(input: ExportInput, options: ExportOptions, metrics: FontMetrics): Promise<Rendered>
}

/** Content alone is of the format's own type; a file that came out as another (several in a zip) says so. */
export type Rendered = FileContent | RenderedFile
type FileContent = string | Uint8Array<ArrayBuffer>
export interface RenderedFile {
  readonly content: FileContent
  readonly extension: string
  readonly contentType: string
}

export function renderedFile(name: FormatName, rendered: Rendered): RenderedFile {
  if (typeof rendered === 'object' && 'content' in rendered) return rendered
  const { extension, contentType } = catalogEntry(name)
  return { content: rendered, extension, contentType }
}

/** "Leaving military service 2026-11-21.json": the title without what file systems refuse, and the day. */
export function exportFileName(title: string, extension: string, nowMs: number): string {
  const plain = title
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cs}\p{Cn}\u202A-\u202E\u2066-\u2069<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const day = new Date(nowMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
  return `${plain.slice(0, 60).toWellFormed().replace('\uFFFD', '').trim() || 'Workshop'} ${day}.${extension}`
}
