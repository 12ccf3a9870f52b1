// Zoom at the lower left of the board; the number fits the whole map into the window.
import './ZoomControls.css'
import type { ReactNode } from 'react'
import { MinusIcon, PlusIcon } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'
import { words } from './words.ts'

interface ZoomControlsProps {
  /** 100 = one map pixel is one screen pixel. */
  percent: number
  onOut: () => void
  onIn: () => void
  onFit: () => void
  /** Beside the zoom, for example a button for the table. */
  children?: ReactNode
}

export function ZoomControls({ percent, onOut, onIn, onFit, children }: ZoomControlsProps) {
  return (
    <div className="zoom-controls">
      <div className="zoom-controls__group" role="group" aria-label={words.zoom.label}>
        <Tooltip text={words.zoom.out} shortcut="Ctrl −" side="top">
          <button type="button" aria-label={words.zoom.out} onClick={onOut}>
            <MinusIcon size={14} />
          </button>
        </Tooltip>
        <Tooltip text={words.zoom.fit} shortcut="Shift 1" side="top">
          <button
            type="button"
            className="zoom-controls__percent tabular"
            aria-label={`${words.zoom.now(percent)} ${words.zoom.fit}`}
            onClick={onFit}
          >
            {percent} %
          </button>
        </Tooltip>
        <Tooltip text={words.zoom.in} shortcut="Ctrl +" side="top">
          <button type="button" aria-label={words.zoom.in} onClick={onIn}>
            <PlusIcon size={14} />
          </button>
        </Tooltip>
      </div>
      {children}
    </div>
  )
}
