// Somebody writes and may not any more: the phase changed, the card was locked. The server takes edits under way for
// 5 s (GRACE_MS there); when that is nearly over, whoever writes is told, and the text box goes on without the document.
import { react } from '@tldraw/state'
import type { CardId } from '../../../../shared/journey/ids.ts'
import type { BoardSession } from '../../BoardSession.ts'
import type { TextPlace } from './TextBinding.ts'

/** One second less than the server's: the news was on its way, and so is what is written. ms */
export const WRITING_GRACE_MS = 4_000

type Rights = Pick<BoardSession, 'rules' | 'model'>

/** Whether the text may be written in. A card that is gone is no matter of rights. Reactive. */
export function mayWriteIn({ rules, model }: Rights, { root, id }: Pick<TextPlace, 'root' | 'id'>): boolean {
  if (root !== 'cards') return rules.mayShape
  const card = model.board.cards.get(id as CardId)
  return card === undefined || rules.mayChange(card)
}

/** The sentence for who wrote there. */
export function whyNotWrite({ rules }: Rights, { root, id }: Pick<TextPlace, 'root' | 'id'>): string | null {
  return root === 'cards' ? rules.whyNot({ does: 'edit' }, id) : rules.whyNot({ does: 'structure' })
}

/** `onEnd` is called when the right is lost and does not come back in time; once. Returns the way to stop. */
export function watchGrace(rights: Rights, place: Pick<TextPlace, 'root' | 'id'>, onEnd: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = react('right to write', () => {
    clearTimeout(timer)
    if (!mayWriteIn(rights, place)) timer = setTimeout(onEnd, WRITING_GRACE_MS)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
