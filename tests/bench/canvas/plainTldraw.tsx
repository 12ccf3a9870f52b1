// The yardstick: tldraw 3.15.6 as it comes, with one of its own shapes for every card, at the same places and sizes.
// Asset addresses are local as in the product; nothing else is changed.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createRoot } from 'react-dom/client'
import { createShapeId, type Editor, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'
import { remoteCard, remoteTitle } from './remoteEdits.ts'

interface PlainCard {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly text: string
}

declare global {
  interface Window {
    plainCards: readonly PlainCard[]
    /** Somebody else renames cards, each in a merge of its own; returns the way to stop. */
    renameSteadily?: (rate: number) => () => string
  }
}

/** Edits made up for when a timer comes late. */
const MAX_AT_ONCE = 10

const assetUrls = getAssetUrlsByImport()

function fill(editor: Editor): void {
  editor.run(
    () =>
      editor.createShapes(
        window.plainCards.map((card, at) => ({
          id: createShapeId(`c${at}`),
          type: 'geo',
          x: card.x,
          y: card.y,
          props: { w: card.w, h: card.h, size: 's', fill: 'solid', richText: toRichText(card.text) },
        })),
      ),
    { history: 'ignore' },
  )
  window.renameSteadily = (rate) => renameSteadily(editor, rate)
}

function renameSteadily(editor: Editor, rate: number): () => string {
  const startedAtMs = performance.now()
  let done = 0
  const timer = setInterval(() => {
    const due = Math.round(((performance.now() - startedAtMs) * rate) / 1_000)
    // What it cannot keep up with is left out, else it would never draw a frame again.
    for (done = Math.max(done, due - MAX_AT_ONCE); done < due; done++) {
      const shape = editor.getShape(createShapeId(`c${remoteCard(done, window.plainCards.length)}`))
      if (!shape) continue
      const props = { ...shape.props, richText: toRichText(remoteTitle(done)) }
      editor.store.mergeRemoteChanges(() => editor.store.put([{ ...shape, props }]))
    }
  }, 1_000 / rate)
  return () => {
    clearInterval(timer)
    return remoteTitle(done - 1)
  }
}

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <Tldraw assetUrls={assetUrls} onMount={fill} options={{ maxShapesPerPage: 10_000 }} />
    </div>,
  )
}
