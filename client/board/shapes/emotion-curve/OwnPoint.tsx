// One's own point in the curve: a hollow ring that is dragged up and down, a slider for the keyboard. Where nothing is
// set yet the whole stage takes the press, and the first one sets the point.
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { emotionAtY, emotionY } from '../../../../shared/layout/emotionScale.ts'
import { MAX_EMOTION, MIN_EMOTION } from '../../../../shared/journey/schema.ts'
import { canvasWords, signed } from '../../../ui/canvasWords.ts'
import { FINE_STEP, snapEmotion, STEP } from './emotionEdits.ts'

interface OwnPointProps {
  name: string
  x: number
  /** Area that sets the first point, px from the lane's left edge. */
  left: number
  width: number
  height: number
  /** As shown now, in the middle of a drag too. */
  value: number | null
  /** Whether the reading is in the document; the area that sets it stays until then, it holds the pointer. */
  isSet: boolean
  reason: string
  /** While the pointer is down; null when it is given up. */
  onDrag: (value: number | null) => void
  onDrop: (value: number) => void
  onRemove: () => void
  onOpen: () => void
  lane: RefObject<HTMLElement | null>
}

export function OwnPoint(props: OwnPointProps) {
  const { name, x, left, width, height, value, isSet, reason, onRemove, onOpen, onDrop } = props
  const drag = useVerticalDrag(props)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const next = keyedValue(event, value)
    if (next !== null) onDrop(next)
    else if ((event.key === 'Enter' || event.key === ' ') && value === null) onDrop(0)
    else if (event.key === 'Enter' || event.key === ' ') onOpen()
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const text = value === null ? canvasWords.emotion.notSet(name) : canvasWords.emotion.valueText(name, value, reason)
  return (
    <>
      {!isSet && <div className="own-point__area" style={{ left, width, height }} {...drag} />}
      <button
        type="button"
        role="slider"
        className={value === null ? 'own-point own-point--unset' : 'own-point'}
        style={{ transform: `translate(${x}px, ${emotionY(value ?? 0)}px)` }}
        aria-label={canvasWords.emotion.point(name)}
        aria-orientation="vertical"
        aria-valuemin={MIN_EMOTION}
        aria-valuemax={MAX_EMOTION}
        aria-valuenow={value ?? 0}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <span className="own-point__ring" aria-hidden="true">
          {value === null && '?'}
        </span>
        {value !== null && <span className="own-point__value">{signed(value)}</span>}
      </button>
    </>
  )
}

/** Arrows by halves, with Shift by tenths; Home and End to the ends. Null: not a key of ours. */
function keyedValue(event: KeyboardEvent, value: number | null): number | null {
  const step = event.shiftKey ? FINE_STEP : STEP
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return snapEmotion((value ?? 0) + step, event.shiftKey)
    case 'ArrowDown':
    case 'ArrowLeft':
      return snapEmotion((value ?? 0) - step, event.shiftKey)
    case 'Home':
      return MIN_EMOTION
    case 'End':
      return MAX_EMOTION
    default:
      return null
  }
}

/** A press on a point that did not move it opens what belongs to it, px on screen. */
const MOVED_AFTER = 3

function useVerticalDrag({ lane, value, isSet, height, onDrag, onDrop, onOpen }: OwnPointProps) {
  const start = useRef<{ y: number; isMoved: boolean; last: number } | null>(null)
  const valueAt = (event: PointerEvent): number => {
    const rect = lane.current?.getBoundingClientRect()
    // The lane is drawn at the camera's zoom: its height on screen tells the scale.
    const y = rect ? ((event.clientY - rect.top) / rect.height) * height : 0
    return snapEmotion(emotionAtY(y), event.shiftKey)
  }
  const finish = (event: PointerEvent<HTMLElement>) => {
    const begun = start.current
    start.current = null
    if (!begun) return null
    event.currentTarget.releasePointerCapture(event.pointerId)
    return begun
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      // The canvas must not take the press for a brush or a pan.
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      const last = value ?? valueAt(event)
      start.current = { y: event.clientY, isMoved: !isSet, last }
      if (!isSet) onDrag(last)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const begun = start.current
      if (!begun) return
      event.stopPropagation()
      if (Math.abs(event.clientY - begun.y) > MOVED_AFTER) begun.isMoved = true
      if (!begun.isMoved) return
      begun.last = valueAt(event)
      onDrag(begun.last)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const begun = finish(event)
      if (!begun) return
      event.stopPropagation()
      if (begun.isMoved) onDrop(begun.last)
      onOpen()
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      if (finish(event)) onDrag(null)
    },
  }
}
