// What an icon is, and how ours are drawn.
import type { ReactNode } from 'react'

interface IconProps {
  /** Pixels: 13 in feet of cards, 16 on cards and buttons, 18 in tools. */
  size?: number
  className?: string
  /** Only for very small drawings, where 1.5 is too thin. */
  strokeWidth?: number
}
export type Icon = (props: IconProps) => ReactNode

export function drawn(shapes: ReactNode): Icon {
  return ({ size = 16, className, strokeWidth = 1.5 }) => (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes}
    </svg>
  )
}
