// Keeps the entry of the start page true while the board is open: title, people, role, phase, and the shape of
// the curve.
import { useValue } from '@tldraw/state-react'
import { useEffect } from 'react'
import { emotionConsensus } from '../../shared/insight/emotionConsensus.ts'
import type { Board } from '../../shared/journey/Board.ts'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import { recall, remember } from '../app/workshopMemory.ts'
import { usePageTitle } from '../app/usePageTitle.ts'
import type { BoardSession } from '../board/BoardSession.ts'

export function useMemoryOfWorkshop({ workshop: joined, connection, model }: BoardSession) {
  const { title } = useValue(connection.workshop)
  const role = useValue(connection.room.role)
  const people = useValue('people count', () => connection.roster.get().size, [connection])
  const phase = useValue('phase name', () => currentPhase(connection.workshop.get().agenda)?.name ?? '', [connection])
  usePageTitle(title)

  useEffect(() => {
    const place = recall(joined.workshopId)?.joined
    remember(joined.workshopId, {
      title,
      people,
      phase,
      ...(place === undefined || place === null ? {} : { joined: { ...place, role } }),
    })
  }, [joined, title, people, role, phase])

  useEffect(() => {
    // When the page is left or put aside: nobody needs it earlier, and it may take a few ms.
    const keepCurve = () => remember(joined.workshopId, { curve: curveOf(model.board), openedMs: Date.now() })
    document.addEventListener('visibilitychange', keepCurve)
    addEventListener('pagehide', keepCurve)
    return () => {
      document.removeEventListener('visibilitychange', keepCurve)
      removeEventListener('pagehide', keepCurve)
    }
  }, [joined, model])
}

/** Medians of the first journey that has any, in the order of the map. */
function curveOf(board: Board): number[] {
  for (const journey of board.journeys.values()) {
    const { targets } = emotionConsensus(board, journey.id, journey.persona)
    const medians = targets.map(({ median }) => median).filter((median) => median !== null)
    if (medians.length > 1) return medians
  }
  return []
}
