// A file of tldraw (.tldr) as free drawings: what is on its first page, as far as this board keeps it. Embeds, bookmarks
// and films are left out, as everywhere here; pictures go up like dropped ones.
import { parseTldrawJsonFile, type TLContent, type TLPage, type TLStore, type VecLike } from 'tldraw'
import { boardWords } from '../../ui/boardWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { isDrawing } from '../binding/boardRecords.ts'
import type { Canvas } from '../CanvasContext.ts'

export const isTldrFile = ({ name }: File): boolean => name.toLowerCase().endsWith('.tldr')

/** Resolves when the drawings are on the board, or when it has been said why not. Nothing else changes. */
export async function putTldrFile({ editor }: Canvas, file: File, point?: VecLike): Promise<void> {
  const { notTldr, empty, brought } = boardWords.tldr
  // A file may be gone by now, or be held by another program.
  const json = await file.text().catch(() => null)
  const parsed = json === null ? null : parseTldrawJsonFile({ json, schema: editor.store.schema })
  if (!parsed?.ok) {
    showToast(notTldr, { tone: 'warn' })
    return
  }
  const { content, leftOut } = contentOf(parsed.value)
  if (content.shapes.length === 0) {
    showToast(empty, { tone: 'warn' })
    return
  }
  // The same way as pasted drawings: rights, limits and pictures are looked after there.
  const at = point ?? editor.getViewportPageBounds().center
  await editor.putExternalContent({ type: 'tldraw', content, point: at })
  showToast(brought(content.shapes.length, leftOut))
}

/** What lies in something that is left out is left out with it. */
function contentOf(store: TLStore): { content: TLContent; leftOut: number } {
  const records = store.allRecords()
  const pages = records.filter((record): record is TLPage => record.typeName === 'page')
  const [page] = pages.toSorted((a, b) => (a.index < b.index ? -1 : 1))
  const all = records.filter((record) => record.typeName === 'shape')
  const shapes = all.filter((shape) => isDrawing({ ...shape }))
  const kept = new Set<string>(shapes.map(({ id }) => id))
  const isOnPage = (id: string): boolean => id === page?.id
  const parents = new Map<string, string>(shapes.map(({ id, parentId }) => [id, parentId]))
  const onPage = shapes.filter(({ parentId }) => isBelow(parentId, kept, parents, isOnPage))
  const ids = new Set<string>(onPage.map(({ id }) => id))
  return {
    content: {
      schema: store.schema.serialize(),
      shapes: onPage,
      rootShapeIds: onPage.filter(({ parentId }) => isOnPage(parentId)).map(({ id }) => id),
      bindings: records
        .filter((record) => record.typeName === 'binding')
        .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
      assets: records.filter((record) => record.typeName === 'asset').filter((asset) => isDrawing({ ...asset })),
    },
    leftOut: all.length - onPage.length,
  }
}

/** Whether the way up from a parent leads to the page over shapes that are kept. Files may hold anything, circles too. */
function isBelow(
  parentId: string,
  kept: ReadonlySet<string>,
  parents: ReadonlyMap<string, string>,
  isOnPage: (id: string) => boolean,
): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = parentId; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (isOnPage(at)) return true
    if (!kept.has(at)) return false
    seen.add(at)
  }
  return false
}
