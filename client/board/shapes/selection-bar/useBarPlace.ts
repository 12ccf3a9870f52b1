// Where the bar is: 10 px below what it belongs to, above if there is no room, always inside the view.
import { type RefObject, useRef } from 'react'
import { useEditor, useQuickReactor } from 'tldraw'
import { HEADER_HEIGHT } from '../../../../shared/layout/mapMetrics.ts'
import { detailsSubject } from '../../card-details/openDetails.ts'
import { sortingState } from '../../sorting/sortingState.ts'
import type { JourneyShape } from '../journeyShapes.ts'

/** Between card and bar, px on screen; 3 of them belong to the card's ring. */
const GAP = 10 + 3
const MARGIN = 8
/** Most of a map's header that the bar is centred under, px at zoom 1. */
const HEADER_WORDS = 620
/** Width of the details panel with its margin. */
const PANEL = 344 + 16
/** The tool bar lies over the lower edge of the canvas. */
const FOOT = 70

/** Returns the ref of the element that is to be placed. */
export function useBarPlace(selected: readonly JourneyShape[]): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const editor = useEditor()
  useQuickReactor(
    'place of the selection bar',
    () => {
      const element = place.current
      const bounds = boundsOf(editor, selected)
      if (!element || !bounds) return
      const view = editor.getViewportScreenBounds()
      const low = editor.pageToViewport({ x: bounds.midX, y: bounds.maxY })
      const high = editor.pageToViewport({ x: bounds.midX, y: bounds.minY })
      const { offsetWidth: width, offsetHeight: height } = element
      const below = low.y + GAP
      const above = high.y - GAP - height
      const isBelow = below + height <= view.h - FOOT
      const y = isBelow || above < MARGIN ? Math.min(below, view.h - FOOT - height) : above
      // Details and sorting lie over the right part of the view.
      const isCovered = detailsSubject(editor).get() !== null || sortingState(editor).isOpen.get()
      const right = view.w - (isCovered ? PANEL : 0)
      const x = Math.max(MARGIN, Math.min(low.x - width / 2, right - width - MARGIN))
      const isOut = low.y < 0 || high.y > view.h
      element.style.visibility = isOut ? 'hidden' : 'visible'
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(MARGIN, y))}px)`
    },
    [editor, selected],
  )
  return place
}

/** The header of a map is what the bar of a map belongs to, not the sheet's lower edge. */
function boundsOf(editor: ReturnType<typeof useEditor>, selected: readonly JourneyShape[]) {
  const [only, second] = selected
  if (only === undefined || second !== undefined) return editor.getSelectionPageBounds()
  const bounds = editor.getShapePageBounds(only.id)?.clone()
  if (bounds && only.type === 'journey-map') {
    bounds.h = Math.min(bounds.h, HEADER_HEIGHT)
    bounds.w = Math.min(bounds.w, HEADER_WORDS)
  }
  // A card that shows its whole text is higher than its place.
  const whole = only.type === 'card' ? editor.getContainer().querySelector<HTMLElement>('.active-card') : null
  if (bounds && whole) bounds.h = Math.max(bounds.h, whole.offsetHeight)
  return bounds
}
