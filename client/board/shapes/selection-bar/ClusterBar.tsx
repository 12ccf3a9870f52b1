// The bar of a group: its name, its cards, its end.
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import { useValue } from 'tldraw'
import { sortingWords } from '../../../ui/sortingWords.ts'
import { showCards } from '../../sorting/showCards.ts'
import { dissolve } from '../../sorting/sortEdits.ts'
import { useCanvas } from '../../useCanvas.ts'
import { type ClusterShape, entityIdOf } from '../journeyShapes.ts'
import { writeIn } from '../text/writeIn.ts'
import { BarButton, BarLine } from './BarButton.tsx'

export function ClusterBar({ cluster }: { cluster: ClusterShape }) {
  const canvas = useCanvas()
  const { editor, binding, session } = canvas
  const maySort = useValue('may sort', () => session.rules.mayEditOthers, [session])
  const { board } = useValue(binding.view)
  const id = cluster.props.clusterId as ClusterId
  const cardIds = [...board.groupOf].flatMap(([cardId, groupId]) => (groupId === id ? [cardId] : []))
  return (
    <>
      {maySort && <BarButton onClick={() => writeIn(editor, entityIdOf(cluster.id))}>{sortingWords.rename}</BarButton>}
      <BarButton onClick={() => showCards(canvas, cardIds)}>{sortingWords.selectCards(cardIds.length)}</BarButton>
      {maySort && (
        <>
          <BarLine />
          <BarButton onClick={() => dissolve(session, id)}>{sortingWords.ungroup}</BarButton>
        </>
      )}
    </>
  )
}
