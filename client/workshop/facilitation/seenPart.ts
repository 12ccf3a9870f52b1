import type { Rect } from '../../../shared/layout/Rect.ts'

/** The part of the page that this window shows; null without a canvas. */
export function seenPart(camera: { readonly x: number; readonly y: number; readonly z: number } | null): Rect | null {
  const canvas = document.querySelector('.journey-canvas')
  if (!camera || !canvas) return null
  const { width, height } = canvas.getBoundingClientRect()
  return { x: -camera.x, y: -camera.y, w: width / camera.z, h: height / camera.z }
}
