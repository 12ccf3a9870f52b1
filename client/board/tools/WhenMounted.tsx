import { type ReactNode, useContext } from 'react'
import { BoardToolsContext } from './BoardTools.ts'

/** What needs the tools of the canvas; they are there one render after tldraw's own parts. */
export function WhenMounted({ children }: { children: ReactNode }) {
  return useContext(BoardToolsContext) && children
}
