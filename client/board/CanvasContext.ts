// What everything around the canvas shares: the session, the binding and tldraw's editor.
import { createContext } from 'react'
import type { Editor } from 'tldraw'
import type { BoardBinding } from './binding/BoardBinding.ts'
import type { BoardSession } from './BoardSession.ts'

export interface Canvas {
  readonly editor: Editor
  readonly binding: BoardBinding
  readonly session: BoardSession
}

/** Before tldraw has mounted there is no editor; `useCanvas` is for what lives inside <Tldraw>. */
export const CanvasContext = createContext<Omit<Canvas, 'editor'> | null>(null)
