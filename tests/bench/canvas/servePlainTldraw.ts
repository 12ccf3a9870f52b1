// Builds and serves the plain tldraw page of the canvas benchmark, and says where its shapes lie: at the places that
// our layout gives the cards.
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import * as Y from 'yjs'
import { loadFontMetrics } from '../../../server/fonts/loadFontMetrics.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { drawLargeBoard } from './largeBoard.ts'

export interface PlainTldraw {
  readonly url: string
  readonly cards: readonly { x: number; y: number; w: number; h: number; text: string }[]
  stop(): Promise<void>
}

const outDir = join(import.meta.dirname, '../../../.cache/bench-plain')
let built = false

export async function servePlainTldraw(size: number): Promise<PlainTldraw> {
  const config = {
    root: import.meta.dirname,
    configFile: false as const,
    logLevel: 'error' as const,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(import.meta.dirname, 'plainTldraw.html') } },
  }
  if (!built) await build(config)
  built = true
  const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/plainTldraw.html`,
    cards: await cardsOf(size),
    stop: () => new Promise((resolve) => void server.httpServer.close(() => resolve())),
  }
}

async function cardsOf(size: number): Promise<PlainTldraw['cards']> {
  const doc = new Y.Doc()
  drawLargeBoard(doc, size)
  const board = readBoard(doc)
  const layout = layoutBoard(board, new LayoutCache(await loadFontMetrics()))
  return [...layout.journeys.values()].flatMap((journey) =>
    [...journey.cards.values()].map(({ id, x, y, w, h }) => {
      const card = board.cards.get(id)
      return { x, y, w, h, text: card ? cardTitle(card) : '' }
    }),
  )
}
