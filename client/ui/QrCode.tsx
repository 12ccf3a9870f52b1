// A link as a QR code, drawn as one path. Always dark on white, also in the dark theme: many phone cameras do not read
// inverted codes.
import './QrCode.css'
import { encode } from 'uqr'

/** Quiet zone in modules; the standard asks for 4. */
const QUIET_ZONE = 4

interface QrCodeProps {
  text: string
  /** Says what the code opens. */
  label: string
  className?: string
}

export function QrCode({ text, label, className = '' }: QrCodeProps) {
  // M survives a smudge on the beamer's picture and keeps modules large enough for the last row of seats.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg className={`qr-code ${className}`.trim()} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#10201f" shapeRendering="crispEdges" />
    </svg>
  )
}
