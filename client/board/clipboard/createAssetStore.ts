// Pictures of the board: sent to the workshop, which keeps them under their SHA-256; shown as blob URLs, because the
// token that fetches them must not stand in an address.
import type { TLAsset, TLAssetStore } from 'tldraw'
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import { ASSET_MAX_BYTES } from '../../../shared/protocol/limits.ts'

/** What the asset's `src` holds in the document: the hash, never an address. */
const SOURCE = /^asset:([0-9a-f]{64})$/

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

export interface BoardAssetStore extends TLAssetStore {
  /** Frees the pictures held in memory. */
  destroy(): void
}

export function createAssetStore({ workshopId, token }: JoinedWorkshop): BoardAssetStore {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/assets`
  const headers = { Authorization: `Bearer ${token}` }
  const shown = new Map<string, Promise<string | null>>()

  const load = async (hash: string): Promise<string | null> => {
    const response = await fetch(`${path}/${hash}`, { headers })
    if (!response.ok) throw new Error(`picture ${response.status}`)
    return URL.createObjectURL(await response.blob())
  }
  return {
    async upload(_asset, file) {
      if (file.size > ASSET_MAX_BYTES) throw new Error('too large')
      const response = await fetch(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': file.type },
        body: file,
      })
      if (!response.ok) throw new Error(`picture ${response.status}`)
      const hash = hashIn(await response.json())
      if (hash === null) throw new Error('no hash')
      return { src: `asset:${hash}` }
    },
    resolve(asset: TLAsset) {
      const hash = SOURCE.exec(asset.props.src ?? '')?.[1]
      // Anything else would load another origin.
      if (hash === undefined) return null
      let url = shown.get(hash)
      if (!url) {
        url = load(hash).catch(() => {
          // Tried again the next time the picture comes into view.
          shown.delete(hash)
          return null
        })
        shown.set(hash, url)
      }
      return url
    },
    destroy() {
      for (const url of shown.values()) void url.then((blob) => blob !== null && URL.revokeObjectURL(blob))
      shown.clear()
    },
  }
}

function hashIn(answer: unknown): string | null {
  const hash = typeof answer === 'object' && answer !== null && 'sha256' in answer ? answer.sha256 : null
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null
}
