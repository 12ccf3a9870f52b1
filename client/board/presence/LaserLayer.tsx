import './laser.css'
import { useEffect, useRef } from 'react'
import { useCanvas } from '../useCanvas.ts'
import { LaserTrails } from './LaserTrails.ts'

/** Where others point with the laser. */
export function LaserLayer() {
  const { editor, session } = useCanvas()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    if (!svg.current) return
    return new LaserTrails(editor, session, svg.current).start()
  }, [editor, session])
  return <svg ref={svg} className="laser-layer" />
}
