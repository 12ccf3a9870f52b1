// In the menu of one card: into a group, out of it.
import { useValue } from 'tldraw'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { sortingWords } from '../../../ui/sortingWords.ts'
import { MenuItem, SubMenu } from '../../../ui/Menu.tsx'
import { joinGroup, leaveGroup, sortable } from '../../sorting/sortEdits.ts'
import { useCanvas } from '../../useCanvas.ts'
import { groupsOf } from './SortButtons.tsx'

export function GroupItems({ id }: { id: CardId }) {
  const { binding, session } = useCanvas()
  const view = useValue(binding.view)
  const maySort = useValue('may sort the card', () => sortable(session, view.board, [id]).length > 0, [
    session,
    view,
    id,
  ])
  if (!maySort) return null
  const own = view.board.groupOf.get(id)
  const others = groupsOf(view).filter((group) => group.id !== own)
  return (
    <>
      {others.length > 0 && (
        <SubMenu label={sortingWords.addToGroup}>
          {others.map((group) => (
            <MenuItem key={group.id} onSelect={() => joinGroup(session, group.id, [id])}>
              {group.name}
            </MenuItem>
          ))}
        </SubMenu>
      )}
      {own !== undefined && (
        <MenuItem onSelect={() => leaveGroup(session, [id])}>{sortingWords.removeFromGroup}</MenuItem>
      )}
    </>
  )
}
