// Icons, fonts and translations of tldraw, served by us. Made once when the module loads: a new object on every render
// would mount the editor again. Without this the page asks tldraw's servers for 50 files.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

type FontUrls = Record<string, string | undefined>

const all = getAssetUrlsByImport()
const fonts = all.fonts as FontUrls

/**
 * tldraw fetches every font file at once (1.4 MB). Two families are enough for drawings: handwriting and sans; the other
 * names point to the same files, which the browser fetches once.
 */
function trimFonts(): FontUrls {
  const trimmed: FontUrls = {}
  for (const family of ['draw', 'sans', 'serif', 'mono']) {
    const source = family === 'draw' ? 'tldraw_draw' : 'tldraw_sans'
    trimmed[`tldraw_${family}`] = fonts[source]
    trimmed[`tldraw_${family}_italic`] = fonts[source]
    trimmed[`tldraw_${family}_bold`] = fonts[`${source}_bold`]
    trimmed[`tldraw_${family}_italic_bold`] = fonts[`${source}_bold`]
  }
  return trimmed
}

/** tldraw preloads the icons of 18 services whose embeds we do not have; one file that is loaded anyway stands in. */
function replaceEmbedIcons(): Record<string, string> {
  const standIn = Object.values(all.icons)[0] ?? ''
  return Object.fromEntries(Object.keys(all.embedIcons).map((name) => [name, standIn]))
}

export const boardAssetUrls = {
  icons: all.icons,
  translations: all.translations,
  embedIcons: replaceEmbedIcons(),
  fonts: trimFonts(),
}
