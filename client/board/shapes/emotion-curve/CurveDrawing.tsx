// The curve as SVG: levels, band, lines, points, words. Pure: draws what the geometry says.
import type { EmotionCurve } from '../../../../shared/layout/emotionCurve.ts'
import { type CurveLabel, LOWEST_LINE } from '../../../../shared/layout/emotionLabels.ts'
import { emotionY } from '../../../../shared/layout/emotionScale.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { DepartmentMark } from '../../../ui/DepartmentMark.tsx'
import type { Mark } from '../../../ui/departmentMarks.ts'
import { emotionLevels } from './EmotionFace.tsx'

interface CurveDrawingProps {
  width: number
  height: number
  curve: EmotionCurve
  people: number
  isToBe: boolean
  /** The band is explained where there is one. */
  hasBand: boolean
  markOf: (department: string) => Mark | null
}

export function CurveDrawing({ width, height, curve, people, isToBe, hasBand, markOf }: CurveDrawingProps) {
  return (
    <svg
      className={isToBe ? 'curve curve--to-be' : 'curve'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={describe(curve, people)}
    >
      {emotionLevels.map((level) => (
        <path
          key={level}
          className={level === 0 ? 'curve__zero' : 'curve__level'}
          d={`M0 ${emotionY(level)}H${width}`}
        />
      ))}
      {curve.band.map((d) => (
        <path key={d} className="curve__band" d={d} />
      ))}
      {curve.spread.map(({ x, y }, at) => (
        // Equal readings lie on one another: only the place in the list tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <circle key={at} className="curve__spread" cx={x} cy={y} r="2.5" />
      ))}
      {curve.departments.map((line) => (
        <DepartmentLine key={line.department} line={line} mark={markOf(line.department)} />
      ))}
      {curve.own.paths.map((d) => (
        <path key={d} className="curve__own" d={d} />
      ))}
      {/* Below those that can be taken, and there when none can: a single reading has no line. */}
      {curve.own.points.map(({ target, x, y }) => (
        <circle key={target} className="curve__own-point" cx={x} cy={y} r="3.5" />
      ))}
      {curve.median.paths.map((d) => (
        <path key={d} className="curve__median" d={d} />
      ))}
      {curve.median.points.map(({ target, x, y }) => (
        <MedianPoint
          key={target}
          x={x}
          y={y}
          isLowest={target === curve.lowest}
          isPeak={curve.peaks.includes(target)}
        />
      ))}
      {curve.labels.map((label) => (
        <Label key={label.target} label={label} />
      ))}
      {curve.lineEnds.map((end) =>
        end.line === 'department' ? (
          <LineEndMark key={end.department} x={end.x} y={end.y} name={end.department} mark={markOf(end.department)} />
        ) : (
          <text key={end.line} className={`curve__end curve__end--${end.line}`} x={end.x} y={end.y}>
            {end.line === 'own' ? canvasWords.emotion.you : canvasWords.emotion.median(end.people)}
          </text>
        ),
      )}
      {hasBand && (
        <text className="curve__note" x="10" y={height - 8}>
          {canvasWords.emotion.band}
        </text>
      )}
    </svg>
  )
}

function MedianPoint({ x, y, isLowest, isPeak }: { x: number; y: number; isLowest: boolean; isPeak: boolean }) {
  return (
    <>
      {isLowest && <circle className="curve__ring" cx={x} cy={y} r="10" />}
      {isPeak && <circle className="curve__peak" cx={x} cy={y} r="8" />}
      <circle className={isLowest ? 'curve__point curve__point--lowest' : 'curve__point'} cx={x} cy={y} r="5" />
    </>
  )
}

function Label({ label: { x, y, value, reason, isLowest } }: { label: CurveLabel }) {
  if (!isLowest)
    return (
      <text className="curve__label" x={x} y={y}>
        <tspan className="curve__value">{value}</tspan>
        {reason === '' ? '' : `  ${reason}`}
      </text>
    )
  return (
    <>
      <text className="curve__label curve__value curve__value--lowest" x={x} y={y}>
        {canvasWords.emotion.lowest(value)}
      </text>
      {reason !== '' && (
        <text className="curve__label" x={x} y={y + LOWEST_LINE}>
          {reason}
        </text>
      )}
    </>
  )
}

function DepartmentLine({ line, mark }: { line: EmotionCurve['departments'][number]; mark: Mark | null }) {
  const color = mark ? `var(--dept-${mark.slot})` : 'var(--ink-3)'
  return (
    <>
      {line.paths.map((d) => (
        <path key={d} className="curve__department" d={d} style={{ stroke: color }} />
      ))}
      {line.points.map(({ target, x, y }) => (
        <circle key={target} className="curve__department-point" cx={x} cy={y} r="3" style={{ fill: color }} />
      ))}
    </>
  )
}

function LineEndMark({ x, y, name, mark }: { x: number; y: number; name: string; mark: Mark | null }) {
  return (
    <>
      {mark && (
        <g transform={`translate(${x} ${y - 12})`}>
          <DepartmentMark mark={mark} size={16} />
        </g>
      )}
      <text className="curve__end" x={x + (mark ? 20 : 0)} y={y}>
        {name}
      </text>
    </>
  )
}

/** The whole curve as one sentence, for those who do not see it. */
function describe({ median, labels, lowest }: EmotionCurve, people: number): string {
  const parts = labels.map(({ value, reason }) => (reason === '' ? value : `${value} ${reason}`))
  const low = labels.find(({ target }) => target === lowest)
  const end = low ? `; ${canvasWords.emotion.lowest(low.value)}` : ''
  if (median.points.length === 0) return canvasWords.emotion.noCurve(people)
  return `${canvasWords.emotion.curve(people)}: ${parts.join(', ')}${end}`
}
