// Lets shapes glide to a new place when the layout moves them: cards, headers, labels, the curve and the lines of the
// sheet together, so that the sheet never looks torn. What is new appears in its place.
import './glide.css'
import type { Editor } from 'tldraw'

/** `--m-slow` and a frame more. */
const GLIDE_MS = 300
/** More at once would stutter and say nothing: then all stand in their new places with the next frame. */
const MAX_GLIDING = 30

export interface Glide {
  /** Call right before the shapes with these ids, which are on the canvas, change places. */
  readonly start: (moved: ReadonlySet<string>) => void
  readonly stop: () => void
}

export function createGlide(editor: Editor): Glide {
  let timer: ReturnType<typeof setTimeout> | undefined
  const gliding = new Set<HTMLElement>()
  const stop = (): void => {
    clearTimeout(timer)
    delete editor.getContainer().dataset['glide']
    for (const element of gliding) delete element.dataset['glides']
    gliding.clear()
  }
  const start = (moved: ReadonlySet<string>): void => {
    if (moved.size === 0) return
    if (moved.size > MAX_GLIDING || editor.user.getAnimationSpeed() === 0) return stop()
    editor.getContainer().dataset['glide'] = ''
    for (const element of shapeElements(editor)) {
      if (!moved.has(element.dataset['shapeId'] ?? '')) continue
      element.dataset['glides'] = ''
      gliding.add(element)
    }
    clearTimeout(timer)
    timer = setTimeout(stop, GLIDE_MS)
  }
  return { start, stop }
}

function shapeElements(editor: Editor): HTMLElement[] {
  const layer = editor.getContainer().querySelector('.tl-shapes')
  return layer ? [...layer.children].filter((child) => child instanceof HTMLElement) : []
}
