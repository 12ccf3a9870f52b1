// Takes this browser where the spotlight is: once, or for as long as it is kept. Inside the canvas, because the camera
// is there. A view that one has left stays left until the facilitator starts anew.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { BoardSession } from '../BoardSession.ts'
import { glide } from '../camera.ts'
import { cameraFor } from './followPerson.ts'
import { personName } from './NameTag.tsx'
import type { OwnSpotlight } from './spotlight.ts'

const words = facilitationWords.spotlight

export function useSpotlight(editor: Editor, session: BoardSession): void {
  useEffect(() => watchSpotlight(editor, session), [editor, session])
}

/** Returns the way to stop. */
export function watchSpotlight(editor: Editor, session: BoardSession): () => void {
  const { spotlight, following } = session
  // One that was there before is no news: who comes later is kept, but not brought.
  let last: OwnSpotlight | null = unsafe__withoutCapture(() => {
    const now = spotlight.get()
    return now?.mode === 'once' ? now : null
  })
  return react('spotlight', () => {
    const now = spotlight.get()
    unsafe__withoutCapture(() => {
      const before = last
      last = now
      if (before?.mode === 'keep' && now?.id !== before.id) letGo(session, before)
      if (!now) return
      if (now.mode === 'keep') {
        if (now.id !== before?.id || now.isHeld) following.set(now.by)
      } else if (now.id !== before?.id) bringOnce(editor, session, now)
    })
  })
}

/** Only who is still with them: somebody may follow another person by now. */
function letGo(session: BoardSession, { by, isHeld }: OwnSpotlight): void {
  if (session.following.get() !== by) return
  session.following.set(null)
  if (isHeld) showToast(words.ended)
}

function bringOnce(editor: Editor, session: BoardSession, { by, view }: OwnSpotlight): void {
  if (!view) return
  session.following.set(null)
  const before = editor.getCamera()
  editor.setCamera(cameraFor(view, editor.getViewportScreenBounds()), glide(editor))
  const person = session.connection.roster.get().get(by)
  showToast(words.brought(person ? personName(person) : ''), {
    action: { label: words.back, run: () => editor.setCamera({ ...before }, glide(editor)) },
  })
}
