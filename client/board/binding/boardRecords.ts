// Which of tldraw's records belong to the document. Knows no tldraw code, so that tests and pure parts can use it.

/** One page: the board. A fixed name, so that no client and no server has to seed it. */
export const PAGE_ID = 'page:page'

/** Kinds of drawings that are shared. Embeds, bookmarks and films are not: they load other origins or are not kept. */
export const drawingTypes: ReadonlySet<string> = new Set([
  'arrow',
  'draw',
  'frame',
  'geo',
  'group',
  'highlight',
  'image',
  'line',
  'note',
  'text',
])

/** Whether a record is one that may be shared: a drawing, what it is bound to, a picture. */
export function isDrawing(record: { readonly [key: string]: unknown }): boolean {
  const { typeName, type } = record
  if (typeName === 'shape') return typeof type === 'string' && drawingTypes.has(type)
  if (typeName === 'asset') return type === 'image'
  return typeName === 'binding' && type === 'arrow'
}
