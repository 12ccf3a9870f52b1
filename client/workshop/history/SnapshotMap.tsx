// The map of a snapshot, drawn by the code that draws the exports. Scrolled like any box (wheel, fingers, arrow keys),
// pushed with the mouse, zoomed in steps; it is text, so it stays sharp and can be read out.
import { type CSSProperties, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { renderSvg } from '../../../shared/export/svg.ts'
import type { Board } from '../../../shared/journey/Board.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { fontMetrics } from '../../board/fontMetrics.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { MinusIcon, PlusIcon } from '../../ui/icons.tsx'
import { useTheme } from '../../ui/theme.ts'

const STEP = 1.25
const LEAST_ZOOM = 0.1
const MOST_ZOOM = 2

interface SnapshotMapProps {
  board: Board
  departments: readonly string[]
  name: string
}

export function SnapshotMap({ board, departments, name }: SnapshotMapProps) {
  const { dark } = useTheme()
  const boxRef = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<number | null>(null)
  const svg = useMemo(() => draw(board, departments, name, dark), [board, departments, name, dark])
  const width = Number(svg?.getAttribute('width') ?? 1)

  useEffect(() => {
    const box = boxRef.current
    if (!box || !svg) return
    box.replaceChildren(svg)
    setZoom((last) => last ?? fitOf(box, width))
  }, [svg, width])

  /** Around the middle of what is seen. */
  function zoomTo(next: number) {
    const box = boxRef.current
    if (!box || zoom === null) return
    const to = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, next))
    const middle = (start: number, size: number) => ((start + size / 2) * to) / zoom - size / 2
    const [left, top] = [middle(box.scrollLeft, box.clientWidth), middle(box.scrollTop, box.clientHeight)]
    setZoom(to)
    // Once the drawing has its new size.
    requestAnimationFrame(() => box.scrollTo(left, top))
  }

  return (
    <>
      {/* A box that scrolls must be reachable by keys. */}
      <div
        ref={boxRef}
        className="snapshot-map"
        role="region"
        aria-label={name}
        // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{ '--map-w': `${width * (zoom ?? 1)}px` } as CSSProperties}
        {...pushing}
      />
      <div className="snapshot-map__zoom">
        <IconButton
          label={words.zoomOut}
          icon={MinusIcon}
          onClick={() => zoomTo((zoom ?? 1) / STEP)}
          tooltipSide="top"
        />
        <output className="tabular">{Math.round((zoom ?? 1) * 100)} %</output>
        <IconButton label={words.zoomIn} icon={PlusIcon} onClick={() => zoomTo((zoom ?? 1) * STEP)} tooltipSide="top" />
        <Button size="small" look="quiet" onClick={() => boxRef.current && zoomTo(fitOf(boxRef.current, width))}>
          {words.fit}
        </Button>
      </div>
    </>
  )
}

/** Taken apart by the parser, not set as markup: what people wrote stays text whatever it holds. */
function draw(board: Board, departments: readonly string[], title: string, dark: boolean): SVGSVGElement | null {
  const layout = layoutBoard(board, new LayoutCache(fontMetrics))
  const theme = dark ? 'dark' : 'light'
  const text = renderSvg(board, layout, { metrics: fontMetrics, departments, title, theme })
  const root = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true)
  return root instanceof SVGSVGElement ? root : null
}

function fitOf(box: HTMLElement, width: number): number {
  return Math.min(1, Math.max(LEAST_ZOOM, box.clientWidth / width))
}

/** With the mouse the drawing is pushed; fingers scroll by themselves. */
const pushing = {
  onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === 'mouse' && event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
  },
  onPointerMove(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget
    if (!box.hasPointerCapture(event.pointerId)) return
    box.scrollLeft -= event.movementX
    box.scrollTop -= event.movementY
  },
}
