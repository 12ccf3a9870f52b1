// What this person's hands do on the canvas, told to the others: pointer, selection, what is being moved, what is being
// written in, what is visible. Reads the editor, writes only presence. Cards tell by themselves where one writes
// (SharedTextArea); here it is drawings only.
import { react } from '@tldraw/state'
import { useEffect } from 'react'
import { type Editor, TLPOINTER_ID } from 'tldraw'
import type { Connection } from '../../connection/Connection.ts'
import { openRoundOf } from '../../workshop/voting/Ballot.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { entityIdOf, isJourneyShapeType } from '../shapes/journeyShapes.ts'
import { mayTouch } from '../binding/allowedChanges.ts'
import { boardToolsOf } from '../tools/BoardTools.ts'
import { isTranslating } from '../tldrawSeam.tsx'

export function useOwnPresence(editor: Editor): void {
  const { connection, lastCamera } = useBoardSession()
  useEffect(() => watchOwnPresence(editor, connection), [editor, connection])
  useEffect(
    () =>
      react('last camera', () => {
        const { x, y, z } = editor.getCamera()
        lastCamera.current = { x, y, z }
      }),
    [editor, lastCamera],
  )
}

/**
 * While a vote is open nobody is shown whose pointer is where and what they have chosen: it would show where their dots
 * go. Pointing with the laser is meant for the others, and no vote. Reactive.
 */
function hidesHands(editor: Editor, connection: Connection): boolean {
  return openRoundOf(connection.workshop.get()) !== null && !editor.isIn('laser')
}

/** Returns the way to stop; then nothing of this person is shown any more. */
function watchOwnPresence(editor: Editor, connection: Connection): () => void {
  const stops = [
    watchPointer(editor, connection),
    react('own selection', () => {
      const selection = hidesHands(editor, connection) ? [] : editor.getSelectedShapeIds().map(entityIdOf)
      connection.setPresence({ selection })
    }),
    react('own drag', () => connection.setPresence({ drag: isTranslating(editor) ? heldShapes(editor) : null })),
    watchWriting(editor, connection),
    react('own laser', () => connection.setPresence({ laser: editor.isIn('laser.lasering') ? true : null })),
    react('own view', () => {
      const { x, y, w, h } = editor.getViewportPageBounds()
      connection.setPresence({ view: { x, y, w, h } })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    connection.setPresence({ cursor: null, selection: null, drag: null, editing: null, view: null, laser: null })
  }
}

/** Page place of every shape in the hand; those inside a moved frame or group go with it. */
function heldShapes(editor: Editor): { id: string; x: number; y: number }[] {
  return editor.getSelectedShapeIds().flatMap((shapeId) => {
    const shape = editor.getShape(shapeId)
    // What may not be moved lies where it lay.
    if (!shape || !mayTouch(shape, boardToolsOf(editor)?.canvas.session.rules)) return []
    const { x, y } = editor.getShapePageTransform(shapeId).point()
    return [{ id: entityIdOf(shapeId), x, y }]
  })
}

function watchPointer(editor: Editor, connection: Connection): () => void {
  const container = editor.getContainer()
  // tldraw's pointer record starts at the origin: nothing is shown before the pointer was really there.
  let isHere = false
  const show = () => {
    const pointer = hidesHands(editor, connection) ? null : editor.store.get(TLPOINTER_ID)
    connection.setPresence({ cursor: isHere && pointer ? { x: pointer.x, y: pointer.y } : null })
  }
  const onMove = () => {
    isHere = true
  }
  const onLeave = () => {
    isHere = false
    show()
  }
  const onUp = (event: PointerEvent) => {
    // A finger that is lifted points nowhere.
    if (event.pointerType === 'touch') onLeave()
  }
  const onVisibility = () => {
    if (document.hidden) onLeave()
  }
  container.addEventListener('pointermove', onMove, { capture: true })
  container.addEventListener('pointerdown', onMove, { capture: true })
  container.addEventListener('pointerleave', onLeave)
  container.addEventListener('pointerup', onUp)
  document.addEventListener('visibilitychange', onVisibility)
  const stop = react('own pointer', show)
  return () => {
    stop()
    container.removeEventListener('pointermove', onMove, { capture: true })
    container.removeEventListener('pointerdown', onMove, { capture: true })
    container.removeEventListener('pointerleave', onLeave)
    container.removeEventListener('pointerup', onUp)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

function watchWriting(editor: Editor, connection: Connection): () => void {
  let isOurs = false
  return react('own writing in a drawing', () => {
    const shape = editor.getEditingShape()
    if (shape && !isJourneyShapeType(shape.type)) {
      isOurs = true
      connection.setPresence({ editing: { id: entityIdOf(shape.id), field: 'text' } })
    } else if (isOurs) {
      isOurs = false
      connection.setPresence({ editing: null })
    }
  })
}
