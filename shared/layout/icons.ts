// Icons that stand on the map, as path data on a 16-unit grid: stroke 1.5, round ends, no fill. One path each, so that
// the canvas, the SVG and other exports draw the same lines.

/** A full circle as path data. */
function circle(x: number, y: number, r: number): string {
  return `M${x + r} ${y}a${r} ${r} 0 1 1 ${-2 * r} 0a${r} ${r} 0 1 1 ${2 * r} 0z`
}

/** A rectangle with round corners as path data. */
function box(x: number, y: number, w: number, h: number, r: number): string {
  const arc = (dx: number, dy: number): string => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`)
  const [across, down] = [w - 2 * r, h - 2 * r]
  return `M${x + r} ${y}h${across}${arc(r, r)}v${down}${arc(-r, r)}h${-across}${arc(-r, -r)}v${-down}${arc(r, -r)}z`
}

const face = circle(8, 8, 6.4)
const quote = 'M6.5 4.5C4 5 3 6.6 3 9v2.5h3.5V8.2H4.8M13 4.5C10.5 5 9.5 6.6 9.5 9v2.5H13V8.2h-1.7'

export const iconPaths = {
  pain: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  gain: `${circle(8, 8, 3)}M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13`,
  idea: 'M5.8 11.2c0-1.2-2-2.3-2-5a4.2 4.2 0 0 1 8.4 0c0 2.7-2 3.8-2 5zM6 13.5h4',
  question: `${circle(8, 8, 6.2)}M6.2 6.2c.1-1.1.9-1.7 1.9-1.7s1.8.7 1.8 1.7c0 1.4-1.9 1.5-1.9 3M8 11.5h.01`,
  quote,
  thought: quote,
  'customer-action': 'M2 8h10.5M9 4.5 12.5 8 9 11.5',
  'process-step': `${box(1.5, 5, 5, 6, 0)}${box(9.5, 5, 5, 6, 0)}M6.5 8h3`,
  kpi: 'M2 12.5a6.3 6.3 0 1 1 12 0M8 11.5l3-4',
  opportunity: 'M8 14V8M8 9C8 6 6 4.5 2.5 4.5 2.5 7.5 4.5 9 8 9zM8 7.5c0-3 2-4.7 5.5-4.7 0 3-2 4.7-5.5 4.7z',
  /** A box to tick; `check` goes on top when done. */
  action: box(2, 2, 12, 12, 2),
  check: 'm5 8.2 2.2 2.2L11.2 6',
  web: `${circle(8, 8, 6.2)}M1.8 8h12.4M8 1.8c2.2 2 2.8 4 2.8 6.2S10.2 12.2 8 14.2C5.8 12.2 5.2 10.2 5.2 8S5.8 3.8 8 1.8z`,
  portal: `${box(1.8, 2.8, 12.4, 10.4, 1.5)}M1.8 6h12.4M4 4.4h.01M6 4.4h.01`,
  app: `${box(4.5, 1.5, 7, 13, 1.5)}M7.3 12.3h1.4`,
  school: 'M1 6.2 8 3l7 3.2-7 3.2zM4 7.8v3.4c1.2 1 2.5 1.5 4 1.5s2.8-.5 4-1.5V7.8',
  person: `${circle(8, 5, 2.8)}M2.6 14c.4-3.2 2.6-4.8 5.4-4.8s5 1.6 5.4 4.8`,
  'emotion-n2': `${face}M5 5.6l1.4.8M11 5.6l-1.4.8M4.8 11.6c1.6-2.6 4.8-2.6 6.4 0`,
  'emotion-n1': `${face}M6 6.2h.01M10 6.2h.01M5.4 11c1.3-1.4 3.9-1.4 5.2 0`,
  'emotion-0': `${face}M6 6.2h.01M10 6.2h.01M5.5 10.5h5`,
  'emotion-p1': `${face}M6 6.2h.01M10 6.2h.01M5.4 9.7c1.3 1.4 3.9 1.4 5.2 0`,
  'emotion-p2': `${face}M6 6.2h.01M10 6.2h.01M4.6 9h6.8c-.3 2-1.6 3.2-3.4 3.2S4.9 11 4.6 9z`,
} as const

export type IconName = keyof typeof iconPaths

/** A persona without a picture: disc and figure, filled, on a 40-unit grid. */
export const portraitPaths = {
  disc: circle(20, 20, 20),
  figure:
    'M20 9a6 6 0 0 1 6 6v1a6 6 0 0 1-12 0v-1a6 6 0 0 1 6-6zM8.5 34c1.2-6.5 5.8-9.5 11.5-9.5s10.3 3 11.5 9.5A20 20 0 0 1 20 40 20 20 0 0 1 8.5 34z',
} as const

/** Moment of truth: disc and star, filled, on an 18-unit grid. */
export const truthPaths = {
  disc: circle(9, 9, 8.5),
  star: 'm9 4 1.5 3.2 3.5.4-2.6 2.4.7 3.4L9 11.7l-3.1 1.7.7-3.4L4 7.6l3.5-.4z',
} as const
