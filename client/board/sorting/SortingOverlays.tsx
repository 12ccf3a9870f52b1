// The sorting panel and the question which wording stays, fetched when they are opened for the first time.
import './sorting.css'
import { lazy, Suspense, useEffect } from 'react'
import { react, useEditor, useValue } from 'tldraw'
import { detailsSubject } from '../card-details/openDetails.ts'
import { useCanvas } from '../useCanvas.ts'
import { sortingState } from './sortingState.ts'

const SortingPanel = lazy(() => import('./SortingPanel.tsx').then((module) => ({ default: module.SortingPanel })))
const MergeDialog = lazy(() => import('./MergeDialog.tsx').then((module) => ({ default: module.MergeDialog })))

export function SortingOverlays() {
  const editor = useEditor()
  const { session } = useCanvas()
  const { isOpen, merging } = sortingState(editor)
  // It goes with the right to sort, and does not come back by itself: later phases are about something else.
  useEffect(
    () =>
      react('end of sorting', () => {
        if (!session.rules.mayEditOthers) isOpen.set(false)
      }),
    [session, isOpen],
  )
  // The details of a card lie in the same place.
  const showsPanel = useValue('sorting panel', () => isOpen.get() && detailsSubject(editor).get() === null, [
    editor,
    isOpen,
  ])
  const cardIds = useValue(merging)
  return (
    <Suspense fallback={null}>
      {showsPanel && <SortingPanel onClose={() => isOpen.set(false)} />}
      {cardIds && <MergeDialog key={cardIds.join(' ')} cardIds={cardIds} onClose={() => merging.set(null)} />}
    </Suspense>
  )
}
