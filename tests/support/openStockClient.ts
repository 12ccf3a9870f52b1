// y-websocket as it comes, exactly as the contract shows it. The caller destroys the provider.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

export interface StockClientOptions {
  /** Of the two a workshop has for each person; the board unless said. */
  readonly document?: 'board' | 'drafts'
  readonly doc?: Y.Doc
  readonly Socket?: typeof WebSocket
}

/** Resolves when it has the document. */
export async function openStockClient(
  serverUrl: string,
  workshopId: string,
  token: string,
  { document = 'board', doc = new Y.Doc(), Socket = WebSocket }: StockClientOptions = {},
): Promise<StockClient> {
  const provider = new WebsocketProvider(`${serverUrl.replace('http', 'ws')}/sync/${workshopId}`, document, doc, {
    protocols: ['journeyboard', `token.${token}`],
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return { doc, provider }
}
