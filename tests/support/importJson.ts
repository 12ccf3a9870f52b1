// The lossless file onto a board in one step, as the server has it in two: it stores pictures in between.
import type { JourneyFile } from '../../shared/export/journeyFile.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { applyJourneyFile, type ImportMode, type ImportReport } from '../../shared/import/applyJourneyFile.ts'
import type { ImportProblem } from '../../shared/import/ImportProblem.ts'
import { parseJourneyFile } from '../../shared/import/parseJourneyFile.ts'

export type ImportResult =
  /** `file`: what the server takes from it beside the board: title, departments, participants, pictures. */
  | {
      readonly ok: true
      readonly report: ImportReport
      readonly rounds: readonly RoundResult[]
      readonly authors: Readonly<Record<string, string>>
      readonly file: JourneyFile
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

export function importJson(target: EditTarget, text: string, mode: ImportMode): ImportResult {
  const parsed = parseJourneyFile(text)
  if (!parsed.ok) return parsed
  return { ok: true, ...applyJourneyFile(target, parsed.file, mode), file: parsed.file }
}
