// Grey blocks in the cells for notes that others have written and not revealed. They take no clicks and no focus; screen
// readers hear one sentence for each cell.
import './hidden-notes.css'
import { useValue } from 'tldraw'
import { laneTitle } from '../../../shared/journey/readBoardParts.ts'
import type { CellKey } from '../../../shared/journey/Board.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { privateWords } from '../../ui/privateWords.ts'
import type { BoardView } from '../binding/BoardView.ts'
import { useCanvas } from '../useCanvas.ts'
import { blockId, MAX_BLOCKS } from './hiddenNotes.ts'

export function HiddenNotes() {
  const { binding } = useCanvas()
  const view = useValue(
    'view with hidden notes',
    () => {
      const now = binding.view.get()
      return now.hidden.size === 0 ? null : now
    },
    [binding],
  )
  if (!view) return null
  return (
    <div className="hidden-notes">
      {[...view.hidden].map(([key, count]) => (
        <CellBlocks key={key} view={view} cell={key} count={count} />
      ))}
      <ul className="visually-hidden" aria-label={privateWords.hiddenList}>
        {[...view.hidden].map(([key, count]) => (
          <li key={key}>{sentence(view, key, count)}</li>
        ))}
      </ul>
    </div>
  )
}

function CellBlocks({ view, cell, count }: { view: BoardView; cell: CellKey; count: number }) {
  const shown = Math.min(count, MAX_BLOCKS)
  return Array.from({ length: shown }, (_, at) => {
    const id = blockId(cell, at)
    const rect = cardLayoutOf(view.layout, id)
    if (!rect) return null
    const place = { transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.w, height: rect.h }
    const isLast = at === shown - 1
    return (
      <div key={id} className="hidden-notes__block" style={place} aria-hidden="true">
        {isLast && count > shown && privateWords.more(count - shown)}
      </div>
    )
  })
}

function sentence({ board }: BoardView, key: CellKey, count: number): string {
  const [stageId, laneId] = key.split('/')
  const stage = board.stages.get(stageId as never)?.name ?? ''
  const lane = board.lanes.get(laneId as never)
  return privateWords.hiddenIn(count, stage, lane ? laneTitle(lane) : '')
}
