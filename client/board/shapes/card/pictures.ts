// Pictures of personas go the same way as pictures on the canvas: to the workshop, under their hash.
import type { Editor, TLAsset } from 'tldraw'
import { pictureTypes } from '../../clipboard/createAssetStore.ts'

const SOURCE = /^asset:([0-9a-f]{64})$/

/** The hash under which the workshop keeps the picture; null if it was not taken. */
export async function uploadPicture(editor: Editor, file: File): Promise<string | null> {
  if (!(pictureTypes as readonly string[]).includes(file.type)) return null
  try {
    // The store looks at the file alone.
    const { src } = await editor.store.props.assets.upload({} as TLAsset, file)
    return SOURCE.exec(src)?.[1] ?? null
  } catch {
    return null
  }
}

/** An address of this page only; null while it cannot be had. */
export async function pictureAddress(editor: Editor, hash: string): Promise<string | null> {
  const asset = { props: { src: `asset:${hash}` } } as TLAsset
  const context = {
    screenScale: 1,
    steppedScreenScale: 1,
    dpr: 1,
    networkEffectiveType: null,
    shouldResolveToOriginal: true,
  }
  return (await editor.store.props.assets.resolve?.(asset, context)) ?? null
}
