// Card locks are the server's: a facilitator asks for them, and everybody is told.
import type { CardId } from '../../../shared/journey/ids.ts'
import { rightsWords } from '../../ui/rightsWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { runCommand } from '../../workshop/useWorkshopActions.ts'
import type { BoardSession } from '../BoardSession.ts'

/** Whether all of them are. Reactive. */
export function areLocked({ rules }: Pick<BoardSession, 'rules'>, ids: readonly CardId[]): boolean {
  return ids.length > 0 && ids.every((id) => rules.lockedBy(id) !== null)
}

/** Says how many it were; a refusal is said by its sentence. */
export async function lockCards({ workshop }: BoardSession, ids: readonly CardId[], locked: boolean): Promise<void> {
  const command = { type: 'lock.set' as const, target: 'cards' as const, cardIds: [...ids], locked }
  if (!(await runCommand(workshop.workshopId, workshop.token, command))) return
  showToast(locked ? rightsWords.locked(ids.length) : rightsWords.unlocked(ids.length))
}
