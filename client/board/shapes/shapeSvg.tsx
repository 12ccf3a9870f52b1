// Shapes of the map as SVG inside tldraw's own exports: the same drawing code as the map's SVG file, so that no HTML ends
// up in pictures (which most programs do not show).
import type { Editor, SvgExportContext } from 'tldraw'
import { fontFamily, Pen } from '../../../shared/export/svg/Pen.ts'
import { assignMarks } from '../../../shared/layout/departmentMarks.ts'
import type { BoardView } from '../binding/BoardView.ts'
import { fontMetrics } from '../fontMetrics.ts'
import { boardToolsOf } from '../tools/BoardTools.ts'

/** Draws in canvas coordinates; the group moves it to the shape's own. Nothing where the board is not there (yet). */
export function shapeSvg(
  editor: Editor,
  shape: { readonly x: number; readonly y: number },
  context: Pick<SvgExportContext, 'isDarkMode'>,
  draw: (pen: Pen, view: BoardView) => string,
) {
  const canvas = boardToolsOf(editor)?.canvas
  if (!canvas) return <g />
  const { departments } = canvas.session.connection.workshop.get()
  const pen = new Pen(context.isDarkMode ? 'dark' : 'light', fontMetrics, assignMarks(departments))
  const svg = draw(pen, canvas.binding.view.get())
  // Every word in it has passed through `escapeXml`.
  const content = { __html: svg }
  return (
    <g fontFamily={fontFamily} transform={`translate(${-shape.x} ${-shape.y})`} dangerouslySetInnerHTML={content} />
  )
}
