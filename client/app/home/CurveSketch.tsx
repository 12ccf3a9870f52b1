// The emotion curve of a workshop, thumb-sized. Without readings: the line that is still to be drawn.
import './CurveSketch.css'
import { curveMonotoneX, line } from 'd3-shape'

const WIDTH = 92
const HEIGHT = 34
/** Readings run from −2 to +2; 6 px for one step keeps the ends inside. */
const STEP = 6

export function CurveSketch({ values }: { values: readonly number[] }) {
  const x = (at: number) => 4 + (at * (WIDTH - 8)) / Math.max(1, values.length - 1)
  const draw = line<number>()
    .x((_, at) => x(at))
    .y((value) => HEIGHT / 2 - value * STEP)
    .curve(curveMonotoneX)
  return (
    <svg className="curve-sketch" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="curve-sketch__zero" d={`M0 ${HEIGHT / 2}h${WIDTH}`} />
      {values.length > 1 ? (
        <path className="curve-sketch__line" d={draw(values) ?? ''} />
      ) : (
        [12, 46, 80].map((cx) => <circle key={cx} className="curve-sketch__open" cx={cx} cy={HEIGHT / 2} r="4" />)
      )}
    </svg>
  )
}
