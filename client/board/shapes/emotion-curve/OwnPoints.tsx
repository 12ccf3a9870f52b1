// One's own points over all stages, and the question "Why?" at the one that was just set.
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { emotionY } from '../../../../shared/layout/emotionScale.ts'
import { type EmotionTarget } from '../../../../shared/insight/emotionConsensus.ts'
import { targetPlaces } from '../../../../shared/layout/emotionCurve.ts'
import { rightsWords } from '../../../ui/rightsWords.ts'
import { showToast } from '../../../ui/toasts.ts'
import type { BoardSession } from '../../BoardSession.ts'
import type { EmotionData } from './emotionData.ts'
import { type OwnReadings, removeReading, writeReading } from './emotionEdits.ts'
import { OwnPoint } from './OwnPoint.tsx'
import { ReasonPopover } from './ReasonPopover.tsx'

interface OwnPointsProps {
  data: EmotionData
  own: OwnReadings
  /** It is the time for feelings; else a facilitator still finds the points, and none of them shows itself. */
  isAsked: boolean
  dragged: { target: EmotionTarget; value: number } | null
  onDragged: (dragged: { target: EmotionTarget; value: number } | null) => void
  /** A reason is being written, or not any more. */
  onWriting: (isWriting: boolean) => void
  lane: RefObject<HTMLDivElement | null>
  height: number
}

export function OwnPoints({ data, own, isAsked, dragged, onDragged, onWriting, lane, height }: OwnPointsProps) {
  const editor = useEditor()
  const [open, setOpen] = useState<EmotionTarget | null>(null)
  // With another tool in hand (draw, move) the press belongs to the tool.
  const isSelecting = useValue('selecting', () => editor.isIn('select'), [editor])
  const spots = spotsOf(data)
  useEffect(() => onWriting(open !== null), [onWriting, open])
  useGiveUpDrag(own.session, dragged !== null, onDragged)
  const opened = spots.find(({ target }) => target === open)
  const reading = open === null ? undefined : data.own.get(open)
  const drop = (target: EmotionTarget, value: number) => {
    onDragged(null)
    const before = data.own.get(target)
    if (before?.value !== value) writeReading(own, target, value, before?.reason ?? '')
  }
  return (
    <div className={`own-points${isSelecting ? '' : ' own-points--still'}${isAsked ? '' : ' own-points--unasked'}`}>
      {spots.map(({ target, x, left, width }) => {
        const set = dragged?.target === target ? dragged.value : (data.own.get(target)?.value ?? null)
        return (
          <OwnPoint
            key={target}
            name={data.names.get(target) ?? ''}
            x={x}
            left={left}
            width={width}
            height={height}
            value={set}
            isSet={data.own.has(target)}
            reason={data.own.get(target)?.reason ?? ''}
            lane={lane}
            onDrag={(value) => onDragged(value === null ? null : { target, value })}
            onDrop={(value) => drop(target, value)}
            onRemove={() => removeReading(own, target)}
            onOpen={() => setOpen(target)}
          />
        )
      })}
      {opened && reading && (
        <ReasonPopover
          key={opened.target}
          name={data.names.get(opened.target) ?? ''}
          value={reading.value}
          reason={reading.reason}
          x={opened.x}
          y={emotionY(reading.value)}
          onReason={(reason) => writeReading(own, opened.target, reading.value, reason)}
          onRemove={() => {
            removeReading(own, opened.target)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Feelings ended with a point in the hand: it goes back, and is said why. */
function useGiveUpDrag({ rules }: BoardSession, isDragged: boolean, onDragged: OwnPointsProps['onDragged']): void {
  const latest = useRef(isDragged)
  useEffect(() => {
    latest.current = isDragged
  })
  useEffect(
    () => () => {
      if (!latest.current) return
      onDragged(null)
      const why = rules.whyNot({ does: 'emotion' })
      if (why !== null) showToast(rightsWords.putBack(why), { tone: 'warn' })
    },
    [rules, onDragged],
  )
}

interface Spot {
  readonly target: EmotionTarget
  readonly x: number
  readonly left: number
  readonly width: number
}

/**
 * Where points are set: on the targets the room speaks of. Where those are touchpoints and one's own reading is about the
 * whole stage, that reading keeps its place in the middle of the stage.
 */
function spotsOf(data: EmotionData): Spot[] {
  const places = targetPlaces(data)
  return data.layout.stages.flatMap((stage) => {
    const left = stage.header.x - data.rect.x
    const targets = data.consensus.targets.filter(({ stageId }) => stageId === stage.id)
    const isWhole = data.own.has(stage.id) && !targets.some(({ target }) => data.own.has(target))
    if (isWhole) return [{ target: stage.id, x: left + stage.header.w / 2, left, width: stage.header.w }]
    const width = stage.header.w / Math.max(1, targets.length)
    return targets.map(({ target }) => {
      const x = places.get(target) ?? left
      return { target, x, left: x - width / 2, width }
    })
  })
}
