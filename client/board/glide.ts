// Switches the transition of journey shapes on for as long as one lasts.
import './glide.css'
import type { Editor } from 'tldraw'

/** `--m-slow` and a frame more. */
const GLIDE_MS = 300

/** Returns what to call right before shapes change places. Frequent calls keep it on; nothing is switched per shape. */
export function createGlide(editor: Editor): { start: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
    delete editor.getContainer().dataset['glide']
  }
  return {
    stop,
    start: () => {
      if (editor.user.getAnimationSpeed() === 0) return
      if (timer === undefined) editor.getContainer().dataset['glide'] = ''
      clearTimeout(timer)
      timer = setTimeout(stop, GLIDE_MS)
    },
  }
}
