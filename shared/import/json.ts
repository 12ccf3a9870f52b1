// The lossless file onto a board. On any error nothing is changed, and everything that is wrong is listed.
import type { JourneyFile } from '../export/journeyFile.ts'
import type { EditTarget } from '../journey/edit/EditTarget.ts'
import type { RoundResult } from '../workshop/results.ts'
import { applyJourneyFile, type ImportMode, type ImportReport } from './applyJourneyFile.ts'
import type { ImportProblem } from './ImportProblem.ts'
import { parseJourneyFile } from './parseJourneyFile.ts'

export type ImportResult =
  /** `file`: what the server takes from it beside the board: title, departments, participants, pictures. */
  | {
      readonly ok: true
      readonly report: ImportReport
      readonly rounds: readonly RoundResult[]
      readonly file: JourneyFile
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

export function importJson(target: EditTarget, text: string, mode: ImportMode): ImportResult {
  const parsed = parseJourneyFile(text)
  if (!parsed.ok) return parsed
  return { ok: true, ...applyJourneyFile(target, parsed.file, mode), file: parsed.file }
}
