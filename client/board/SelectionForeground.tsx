// tldraw's frame with its handles, for drawings only. Cards and headers are neither resized nor turned: handles would
// promise it, and a screen reader would read a dozen buttons that do nothing.
import { TldrawSelectionForeground, type TLSelectionForegroundProps, useEditor, useValue } from 'tldraw'
import { isJourneyShapeType } from './shapes/journeyShapes.ts'

export function SelectionForeground(props: TLSelectionForegroundProps) {
  const editor = useEditor()
  const isOfMap = useValue(
    'selection has shapes of the map',
    () => editor.getSelectedShapes().some(({ type }) => isJourneyShapeType(type)),
    [editor],
  )
  return isOfMap ? null : <TldrawSelectionForeground {...props} />
}
