// Everything around the shapes that belongs to the canvas: tools, zoom, keys, dialogs. Lives inside <Tldraw>.
import { useCallback, useMemo, useState } from 'react'
import { ShortcutsDialog } from '../workshop/ShortcutsDialog.tsx'
import { shortcutGroups } from './keyboard/shortcutGroups.ts'
import { useBoardKeys } from './keyboard/useBoardKeys.ts'
import { QuietCards } from './rights/QuietCards.tsx'
import { useOwnPresence } from './presence/useOwnPresence.ts'
import { useSpotlight } from './presence/useSpotlight.ts'
import { QuestionDialog } from './QuestionDialog.tsx'
import { CanvasAttributes } from './shapes/detail/CanvasAttributes.tsx'
import { LateCards } from './shapes/detail/LateCards.tsx'
import { BackToMap } from './tools/BackToMap.tsx'
import { Toolbar } from './tools/Toolbar.tsx'
import { ZoomBar } from './tools/ZoomBar.tsx'
import { UnreadableEntries } from './UnreadableEntries.tsx'
import { useCanvas } from './useCanvas.ts'

export function BoardChrome() {
  const canvas = useCanvas()
  const [isListOpen, setListOpen] = useState(false)
  const showShortcuts = useCallback(() => setListOpen(true), [])
  useBoardKeys(canvas, showShortcuts)
  useOwnPresence(canvas.editor)
  useSpotlight(canvas.editor, canvas.session)
  const groups = useMemo(() => shortcutGroups(), [])
  return (
    <>
      <CanvasAttributes />
      <LateCards />
      <QuietCards />
      <UnreadableEntries />
      <BackToMap />
      <Toolbar />
      <ZoomBar />
      <QuestionDialog />
      <ShortcutsDialog open={isListOpen} onOpenChange={setListOpen} groups={groups} />
    </>
  )
}
