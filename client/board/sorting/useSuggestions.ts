// Notes that say nearly the same, found again whenever the board has been quiet for a moment. Comparing 500 notes takes
// some hundred milliseconds: never while somebody types, and only while the panel is open.
import { react } from '@tldraw/state'
import { useCallback, useEffect, useState } from 'react'
import { findSimilarNotes, type SimilarNotes } from '../../../shared/insight/similarity.ts'
import { useCanvas } from '../useCanvas.ts'
import { DismissedPairs } from './DismissedPairs.ts'
import { mayBeOne, notesToCompare } from './notesToCompare.ts'

/** Without a change for so long, ms. */
const QUIET_MS = 600

export interface Suggestions {
  /** Null until they were compared for the first time. */
  readonly found: readonly SimilarNotes[] | null
  readonly dismiss: (suggestion: SimilarNotes) => void
}

export function useSuggestions(): Suggestions {
  const { binding, session } = useCanvas()
  const [found, setFound] = useState<readonly SimilarNotes[] | null>(null)
  const [dismissed] = useState(() => new DismissedPairs(session.workshop.workshopId, session.workshop.participantId))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const compare = (): void => {
      const { board } = binding.view.get()
      const notes = notesToCompare(board, (id) => session.cards.isDraft(id) || session.rules.isHeld(id))
      const byId = new Map(notes.map((note) => [note.id, note]))
      const worded = notes.map(({ id, fields }) => ({ id, text: fields.text }))
      setFound(
        findSimilarNotes(worded, (a, b) => {
          const [one, other] = [byId.get(a), byId.get(b)]
          return one !== undefined && other !== undefined && mayBeOne(one, other) && !dismissed.has(a, b)
        }),
      )
    }
    let isFirst = true
    const stop = react('notes to compare', () => {
      binding.view.get()
      session.rules.watch()
      clearTimeout(timer)
      timer = setTimeout(compare, isFirst ? 0 : QUIET_MS)
      isFirst = false
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [binding, session, dismissed])
  const dismiss = useCallback(
    (suggestion: SimilarNotes) => {
      dismissed.add(suggestion.cardIds)
      setFound((list) => list?.filter((other) => other !== suggestion) ?? null)
    },
    [dismissed],
  )
  return { found, dismiss }
}
