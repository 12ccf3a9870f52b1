// Everything the canvas does at a reveal, started and stopped together.
import { computed } from '@tldraw/state'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import type { Canvas } from '../CanvasContext.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { followReveal } from './followReveal.ts'
import { RevealMotion } from './RevealMotion.ts'
import { watchRevealNow } from './revealNow.ts'

export interface RevealWatch {
  readonly onBeforeAppear: (shapeIds: readonly string[]) => void
  readonly stop: () => void
}

export function watchReveal(canvas: Canvas): RevealWatch {
  const { editor, session, binding } = canvas
  const { room, drafts } = session.connection
  const now = watchRevealNow(room)
  // Asked for every card that comes: the other way round than the server tells it.
  const draftOf = computed('drafts by card', () => {
    const pairs = Object.entries(drafts.revealed.get()).map(([draftId, cardId]) => [cardId, draftId] as const)
    return new Map<string, string>(pairs)
  })
  const motion = new RevealMotion({
    wantsMotion: () => editor.user.getAnimationSpeed() > 0,
    isRevealing: () => now.isRevealing(),
    fromDraft: (cardId) => {
      const draftId = draftOf.get().get(cardId)
      // The draft is still on the canvas: its shape goes in the same step in which the card comes.
      const draft = draftId === undefined ? undefined : editor.getShape(shapeIdOf(draftId))
      const card = draft && cardLayoutOf(binding.view.get().layout, cardId)
      return draft && card ? { x: draft.x - card.x, y: draft.y - card.y } : null
    },
  })
  const stopFollowing = followReveal(canvas)
  return {
    onBeforeAppear: motion.show,
    stop: () => {
      now.stop()
      stopFollowing()
      motion.destroy()
    },
  }
}
