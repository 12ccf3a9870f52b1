// A file of whole maps goes to the server and comes onto the board for everybody; the server takes it back as well, so that
// what others have done since stays.
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import type { Answer } from '../../connection/callServer.ts'
import { importFile, sendCommand } from '../../connection/api.ts'
import { importWords } from '../../ui/importWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { words } from '../../ui/words.ts'

export interface WholeFile {
  readonly file: File
  readonly format: 'json' | 'cjml'
  readonly mode: 'add' | 'replace'
}

/** Tells what came, with a button that takes it back. The caller shows a failure. */
export async function importWholeFile(
  workshop: JoinedWorkshop,
  whole: WholeFile,
): Promise<Answer<{ readonly journeys: number }>> {
  const imported = await importFile(workshop.workshopId, workshop.token, whole)
  if (!imported.ok) return imported
  const { journeys, cards, changeId } = imported.value
  showToast(words.files.imported(journeys, cards), {
    action: { label: words.files.undo, run: () => void takeBack(workshop, changeId) },
  })
  return imported
}

/** Tells what came of it. */
export async function takeBack(
  { workshopId, token }: Pick<JoinedWorkshop, 'workshopId' | 'token'>,
  changeId: string,
): Promise<void> {
  const answer = await sendCommand(workshopId, token, { type: 'change.undo', changeId })
  if (answer.ok) showToast(importWords.takenBack(answer.value.kept ?? 0))
  else showToast(answer.failure.sentence, { tone: 'warn' })
}
