// A plan becomes cards on the board, as one step of this person's history, and can be taken back as a whole.
import { applyPlan } from '../../../shared/import/table/applyPlan.ts'
import type { CardPlan } from '../../../shared/import/table/planCards.ts'
import { applyReadings, type ReadingPlan } from '../../../shared/import/table/planReadings.ts'
import type { Journey } from '../../../shared/journey/Board.ts'
import { MAX_DEPARTMENTS } from '../../../shared/protocol/limits.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import { importWords as words } from '../../ui/importWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { runCommand } from '../useWorkshopActions.ts'

export function importCards(session: BoardSession, journey: Journey, plan: CardPlan): void {
  const made = session.undo.step(() => applyPlan(session.edit, session.model.board, journey, plan))
  offerUndo(session, words.importedCards(made.length))
  session.refit.update((times) => times + 1)
}

/** As for people who come in with a department of their own: it joins the list while there are marks. */
export function listDepartments(session: BoardSession, listed: readonly string[], { newDepartments }: CardPlan): void {
  const departments = [...listed, ...newDepartments].slice(0, MAX_DEPARTMENTS)
  if (departments.length === listed.length) return
  const { workshopId, token } = session.workshop
  void runCommand(workshopId, token, { type: 'departments.set', departments })
}

export function importReadings(session: BoardSession, plan: ReadingPlan): void {
  session.undo.step(() => applyReadings(session.edit, plan))
  offerUndo(session, words.importedReadings(plan.count))
}

/** The button is for the import only; once something else was done, Ctrl Z goes through the steps as always. */
function offerUndo({ undo }: BoardSession, sentence: string): void {
  const step = undo.last()
  const takeBack = () => {
    if (undo.last() !== step) return showToast(words.notLast, { tone: 'warn' })
    const result = undo.undo()
    if (result === 'done') showToast(words.takenBack(0))
    else if (result === 'othersWroteInIt') showToast(words.othersWrote, { tone: 'warn' })
  }
  showToast(sentence, { action: { label: words.undo, run: takeBack } })
}
