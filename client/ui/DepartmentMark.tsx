// The mark of a department: shape, colour and letter together, so that none of them has to carry the meaning alone.
import './DepartmentMark.css'
import type { ReactNode } from 'react'
import type { Mark, MarkSlot } from './departmentMarks.ts'

interface DepartmentMarkProps {
  mark: Mark
  /** Pixels: 13, 14, 16, 20 or 24. */
  size?: number
  /** Says the department's name to a screen reader; leave out where the name stands beside the mark. */
  name?: string
  /** On a fill of the department's own colour (name tags): shape in the letter's colour, letter in the fill. */
  inverted?: boolean
}

const shapes: Record<MarkSlot, ReactNode> = {
  1: <circle cx="10" cy="10" r="9" />,
  2: <rect x="1.5" y="1.5" width="17" height="17" rx="2.5" />,
  3: <path d="M10 .3 19.7 10 10 19.7.3 10z" />,
  4: <path d="M5.2 1.6h9.6L19.7 10l-4.9 8.4H5.2L.3 10z" />,
  5: <path d="M1.5 1.5h17v9c0 4.6-4.3 7.3-8.5 9-4.2-1.7-8.5-4.4-8.5-9z" />,
  6: <path d="M10 .5 19.8 18.5H.2z" />,
  7: <path d="M1.5 1.5H10a8.5 8.5 0 0 1 0 17H1.5z" />,
  8: <path d="M4.6.8h10.8v3.8h3.8v10.8h-3.8v3.8H4.6v-3.8H.8V4.6h3.8z" />,
}

/** Where the letter sits optically centred in its shape: [x, baseline]. */
const letterAt: Partial<Record<MarkSlot, readonly [number, number]>> = { 6: [10, 16], 7: [9, 14] }

export function DepartmentMark({ mark, size = 14, name, inverted = false }: DepartmentMarkProps) {
  const [x, y] = letterAt[mark.slot] ?? [10, 14]
  const fill = `var(--dept-${mark.slot})`
  const on = `var(--dept-${mark.slot}-on)`
  return (
    <svg
      className="department-mark"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      <g className="department-mark__shape" fill={inverted ? on : fill}>
        {shapes[mark.slot]}
      </g>
      <text x={x} y={y} fill={inverted ? fill : on}>
        {mark.letter}
      </text>
    </svg>
  )
}
