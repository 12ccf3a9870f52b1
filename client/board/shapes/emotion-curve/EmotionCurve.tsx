// The emotion lane: the room's curve, one's own points on top. While a point is dragged only this screen shows it; the
// drop is one edit and one step of undo.
import './emotion-curve.css'
import { react } from '@tldraw/state'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { EmotionReading } from '../../../../shared/journey/Board.ts'
import type { JourneyId, LaneId } from '../../../../shared/journey/ids.ts'
import type { EmotionTarget } from '../../../../shared/insight/emotionConsensus.ts'
import { emotionCurve } from '../../../../shared/layout/emotionCurve.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { fontMetrics } from '../../fontMetrics.ts'
import { useCanvas } from '../../useCanvas.ts'
import type { EmotionCurveShape } from '../journeyShapes.ts'
import { CurveDrawing } from './CurveDrawing.tsx'
import { DepartmentChoice } from './DepartmentChoice.tsx'
import { type EmotionData, emotionData } from './emotionData.ts'
import { OwnPoints } from './OwnPoints.tsx'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'
import { WRITING_GRACE_MS } from '../text/writingGrace.ts'

/** Lines beside the median; one's own counts as one of them. */
const MAX_LINES = 3

export function EmotionCurve({ shape }: { shape: EmotionCurveShape }) {
  const { session, binding } = useCanvas()
  const { journeyId, laneId, w, h } = shape.props
  const signal = useMemo(
    () => emotionData(session, binding.view, { journeyId: journeyId as JourneyId, laneId: laneId as LaneId }),
    [session, binding, journeyId, laneId],
  )
  const data = useValue(signal)
  return (
    <div className="emotion-curve" style={{ width: w, height: h }}>
      {data && <Lane data={data} journeyId={journeyId as JourneyId} width={w} height={h} />}
    </div>
  )
}

interface LaneProps {
  data: EmotionData
  journeyId: JourneyId
  width: number
  height: number
}

function Lane({ data, journeyId, width, height }: LaneProps) {
  const { session } = useCanvas()
  const lane = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<{ target: EmotionTarget; value: number } | null>(null)
  const [departments, setDepartments] = useState<readonly string[]>([])
  const [isPeeking, setPeeking] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const mayWrite = useMayFeel(isWriting)
  const isAsked = useValue('feelings are asked for', () => session.rules.asksFeelings, [session])
  const isFacilitator = useValue('is facilitator', () => session.me.get()?.role === 'facilitator', [session])
  const { consensus, personaId } = data
  const own = dragged ? withReading(data.own, dragged) : data.own
  // Seeing the room's curve first would draw everybody towards it; later it is what everybody talks about.
  const isHidden = isAsked && data.own.size === 0 && !isPeeking
  const curve = useMemo(
    () =>
      emotionCurve({
        layout: data.layout,
        rect: data.rect,
        consensus,
        own,
        hideMedian: isHidden,
        departments: isHidden ? [] : departments,
        metrics: fontMetrics,
      }),
    [data, consensus, own, isHidden, departments],
  )
  const isTouched = isAsked && data.own.size === 0 && dragged === null
  return (
    <div className="emotion-curve__lane" ref={lane}>
      <CurveDrawing
        width={width}
        height={height}
        curve={curve}
        people={consensus.people}
        isToBe={data.isToBe}
        hasBand={curve.band.length > 0}
        markOf={(name) => session.markOf(name)}
      />
      {isTouched && (
        <p className="emotion-curve__hint">
          {consensus.people === 0 ? canvasWords.emotion.empty : canvasWords.emotion.setFirst}
          {isFacilitator && consensus.people > 0 && !isPeeking && (
            <button
              type="button"
              className="emotion-curve__peek"
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => setPeeking(true)}
            >
              {canvasWords.emotion.peek}
            </button>
          )}
        </p>
      )}
      {mayWrite && (
        <OwnPoints
          data={data}
          own={{ session, journeyId, personaId }}
          isAsked={isAsked}
          dragged={dragged}
          onDragged={setDragged}
          onWriting={setWriting}
          lane={lane}
          height={height}
        />
      )}
      {!isHidden && (
        <KeepFromCanvas>
          <DepartmentChoice
            curves={consensus.departments}
            shown={departments}
            max={MAX_LINES - (own.size > 0 ? 1 : 0)}
            markOf={(name) => session.markOf(name)}
            onShown={setDepartments}
          />
        </KeepFromCanvas>
      )}
    </div>
  )
}

/** A reason that is being written when feelings end is written to its end, as long as the server takes it. */
function useMayFeel(isWriting: boolean): boolean {
  const { session } = useCanvas()
  const mayFeel = useValue('may set feelings', () => session.rules.mayFeel, [session])
  const [isGrace, setGrace] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = react('right to set feelings', () => {
      clearTimeout(timer)
      if (session.rules.mayFeel) setGrace(true)
      else timer = setTimeout(() => setGrace(false), WRITING_GRACE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
  return mayFeel || (isWriting && isGrace)
}

function withReading(
  own: ReadonlyMap<EmotionTarget, EmotionReading>,
  { target, value }: { target: EmotionTarget; value: number },
): ReadonlyMap<EmotionTarget, EmotionReading> {
  return new Map(own).set(target, { value, reason: own.get(target)?.reason ?? '' })
}
