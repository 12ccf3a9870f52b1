// Merge and group, for several selected cards. There only for who may sort now.
import { useValue } from 'tldraw'
import type { ClusterId } from '../../../../shared/journey/clusters.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { sortingWords } from '../../../ui/sortingWords.ts'
import { Menu, MenuItem, MenuLine } from '../../../ui/Menu.tsx'
import type { BoardView } from '../../binding/BoardView.ts'
import type { Canvas } from '../../CanvasContext.ts'
import { nameNewGroup } from '../../sorting/nameNewGroup.ts'
import { areAlike, groupTogether, joinGroup, leaveGroup, sortable } from '../../sorting/sortEdits.ts'
import { sortingState } from '../../sorting/sortingState.ts'
import { useCanvas } from '../../useCanvas.ts'
import { BarButton, BarLine } from './BarButton.tsx'

export function SortButtons({ ids }: { ids: readonly CardId[] }) {
  const canvas = useCanvas()
  const { editor, binding, session } = canvas
  const view = useValue(binding.view)
  const cards = useValue('cards to sort', () => sortable(session, view.board, ids), [session, view, ids])
  const cardIds = cards.map(({ id }) => id)
  if (cards.length < 2) return null
  const groups = groupsOf(view).filter(({ id }) => cardIds.some((cardId) => view.board.groupOf.get(cardId) !== id))
  const isInGroup = cardIds.some((cardId) => view.board.groupOf.has(cardId))
  return (
    <>
      {areAlike(cards) && (
        <BarButton onClick={() => sortingState(editor).merging.set(cardIds)}>{sortingWords.merge}</BarButton>
      )}
      {groups.length === 0 && !isInGroup ? (
        <BarButton onClick={() => groupAndName(canvas, cardIds)}>{sortingWords.group}</BarButton>
      ) : (
        <Menu trigger={<BarButton>{sortingWords.group}</BarButton>} align="start">
          <MenuItem onSelect={() => groupAndName(canvas, cardIds)}>{sortingWords.newGroup}</MenuItem>
          {groups.length > 0 && <MenuLine />}
          {groups.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => joinGroup(session, id, cardIds)}>
              {name}
            </MenuItem>
          ))}
          {isInGroup && (
            <>
              <MenuLine />
              <MenuItem onSelect={() => leaveGroup(session, cardIds)}>{sortingWords.removeFromGroup}</MenuItem>
            </>
          )}
        </Menu>
      )}
      <BarLine />
    </>
  )
}

function groupAndName(canvas: Canvas, cardIds: readonly CardId[]): void {
  const groupId = groupTogether(canvas.session, cardIds)
  if (groupId !== null) nameNewGroup(canvas, groupId)
}

/** Groups that show, by name; those without one last. */
export function groupsOf({ board }: BoardView): { readonly id: ClusterId; readonly name: string }[] {
  return [...new Set(board.groupOf.values())]
    .map((id) => ({ id, name: board.clusters.get(id)?.name ?? '' }))
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name, 'en'))
    .map(({ id, name }) => ({ id, name: name || sortingWords.unnamed }))
}
