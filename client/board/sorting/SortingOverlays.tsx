// The sorting panel and the question which wording stays, fetched when they are opened for the first time.
import './sorting.css'
import { lazy, Suspense } from 'react'
import { useEditor, useValue } from 'tldraw'
import { detailsSubject } from '../card-details/openDetails.ts'
import { useCanvas } from '../useCanvas.ts'
import { sortingState } from './sortingState.ts'

const SortingPanel = lazy(() => import('./SortingPanel.tsx').then((module) => ({ default: module.SortingPanel })))
const MergeDialog = lazy(() => import('./MergeDialog.tsx').then((module) => ({ default: module.MergeDialog })))

export function SortingOverlays() {
  const editor = useEditor()
  const { session } = useCanvas()
  const { isOpen, merging } = sortingState(editor)
  // A phase without sorting has no panel for it; it is back when sorting is. The details of a card lie in the same place.
  const showsPanel = useValue(
    'sorting panel',
    () => isOpen.get() && session.rules.mayEditOthers && detailsSubject(editor).get() === null,
    [editor, session, isOpen],
  )
  const cardIds = useValue(merging)
  return (
    <Suspense fallback={null}>
      {showsPanel && <SortingPanel onClose={() => isOpen.set(false)} />}
      {cardIds && <MergeDialog key={cardIds.join(' ')} cardIds={cardIds} onClose={() => merging.set(null)} />}
    </Suspense>
  )
}
