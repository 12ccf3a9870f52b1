// The map as a picture, drawn anew when something on the board has changed, at most once a second: a phone that lies on
// the table must not draw for every letter of the others.
import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, useState } from 'react'
import { renderSvg } from '../../../shared/export/svg.ts'
import { emotionEntriesOf } from '../../../shared/insight/emotionEntriesOf.ts'
import type { Board } from '../../../shared/journey/Board.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { fontMetrics } from '../../board/fontMetrics.ts'
import { useTheme } from '../../ui/theme.ts'
import { usePhone } from '../PhoneContext.ts'

const REDRAW_AFTER_MS = 1000

/** Text of an SVG; null until it was drawn for the first time. */
export function useMapPicture(): string | null {
  // Another one after every change of the board.
  const phone = usePhone()
  const { connection, workshop, results } = phone.session
  const { departments, title } = useValue(connection.workshop)
  const votes = useValue(results.shownOnMap)
  const isAsked = useValue('feelings are asked for', () => phone.session.rules.asksFeelings, [phone.session])
  const { dark } = useTheme()
  const [svg, setSvg] = useState<string | null>(null)
  const cache = useRef<LayoutCache | null>(null)
  const drawnMs = useRef(0)
  useEffect(() => {
    const { board, session } = phone
    const draw = () => {
      drawnMs.current = performance.now()
      cache.current ??= new LayoutCache(fontMetrics)
      const shown = isAsked ? withoutUnearnedFeelings(board, workshop.participantId) : board
      const layout = layoutBoard(shown, cache.current)
      setSvg(
        renderSvg(shown, layout, {
          metrics: fontMetrics,
          departments,
          title,
          theme: dark ? 'dark' : 'light',
          drawings: readDrawings(session.doc),
          ...(votes ? { votes } : {}),
        }),
      )
    }
    const waitMs = Math.max(0, drawnMs.current + REDRAW_AFTER_MS - performance.now())
    const timer = setTimeout(draw, drawnMs.current === 0 ? 0 : waitMs)
    return () => clearTimeout(timer)
  }, [phone, departments, title, votes, isAsked, dark, workshop])
  return svg
}

/** Journeys for which this person has set no face yet show no curve: it would draw them towards it. */
function withoutUnearnedFeelings(board: Board, participantId: string): Board {
  const earned = new Set(
    [...board.journeys.values()]
      .filter(({ id, persona }) =>
        emotionEntriesOf(board, id, persona).some((entry) => entry.participantId === participantId),
      )
      .map(({ id }) => id),
  )
  if (earned.size === board.journeys.size) return board
  return { ...board, emotions: new Map([...board.emotions].filter(([, { journeyId }]) => earned.has(journeyId))) }
}
