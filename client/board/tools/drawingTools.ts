// Tools that make or change drawings, as tldraw calls them.
export const drawingTools: ReadonlySet<string> = new Set([
  'draw',
  'arrow',
  'line',
  'geo',
  'text',
  'highlight',
  'frame',
  'eraser',
])
