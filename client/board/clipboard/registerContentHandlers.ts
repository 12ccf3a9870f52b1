// What happens to things that come from outside: files dropped, text and tables pasted, content of another board.
import {
  Box,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type TLContent,
  type TLExternalContentSource,
} from 'tldraw'
import { ASSET_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { reveal } from '../camera.ts'
import type { Canvas } from '../CanvasContext.ts'
import { drawingTypes } from '../binding/boardRecords.ts'
import type { PhaseAction } from '../../../shared/workshop/phaseSentence.ts'
import type { CardShape } from '../shapes/journeyShapes.ts'
import { whoTakesNewCards } from '../tools/addCards.ts'
import { fileHandlerOf, MAX_SHAPES } from '../tldrawSeam.tsx'
import { pictureTypes } from './createAssetStore.ts'
import { pasteRows } from './pasteRows.ts'
import { isTldrFile, putTldrFile } from './putTldrFile.ts'

const MEGABYTE = 1024 * 1024
/** Between a map, with its button for more stages, and a picture, px. */
const BESIDE_MAP = 64

export function registerContentHandlers(canvas: Canvas): void {
  const { editor } = canvas
  const putFiles = fileHandlerOf(editor)
  editor.registerExternalContentHandler('files', async (content) => {
    const brought = content.files.find(isImportable)
    if (brought) {
      bringIn(canvas, brought)
      return
    }
    if (!mayDraw(canvas)) return
    for (const file of content.files.filter(isTldrFile)) await putTldrFile(canvas, file, content.point)
    const files = content.files.filter((file) => !isTldrFile(file) && isPicture(file))
    if (files.length > 0 && putFiles) {
      try {
        await putFiles({ type: 'files', files, ...(content.point ? { point: content.point } : {}) })
        if (!content.point) moveOffTheMaps(canvas)
      } catch {
        showToast(boardWords.images.failed, { tone: 'warn' })
      }
    }
  })
  editor.registerExternalContentHandler('svg-text', () => showToast(boardWords.images.svg, { tone: 'warn' }))
  editor.registerExternalContentHandler('url', ({ url, point }) => {
    editor.putExternalContent({ type: 'text', text: url, ...(point ? { point } : {}) }).catch(() => undefined)
  })
  editor.registerExternalContentHandler('embed', () => showToast(boardWords.paste.pages, { tone: 'warn' }))
  editor.registerExternalContentHandler('excalidraw', () => undefined)
  editor.registerExternalContentHandler('text', (content) => {
    const plain = plainText(content.sources) ?? content.text
    if (!pasteRows(canvas, plain, content.point) && mayDraw(canvas))
      return defaultHandleExternalTextContent(editor, content)
  })
  editor.registerExternalContentHandler('tldraw', async ({ content, point }) => {
    const known = withoutForbidden(canvas, withoutStrangers(content))
    if (known.shapes.length === 0) return
    await defaultHandleExternalTldrawContent(editor, { content: known, ...(point ? { point } : {}) })
  })
  editor.on('max-shapes', () => showToast(boardWords.tooManyShapes(MAX_SHAPES), { tone: 'warn' }))
}

/** Tables and whole maps: what they become is chosen in a dialog. */
const importable = /\.(?:csv|tsv|txt|xlsx|xls|md|markdown|json|cjml|xml)$/i
const isImportable = ({ name }: File): boolean => importable.test(name)

function bringIn({ session }: Canvas, file: File): void {
  if (session.connection.room.role.get() === 'facilitator') session.droppedFile.set(file)
  else showToast(boardWords.images.onlyFacilitators, { tone: 'warn' })
}

/** Says why if not. */
function mayDraw({ session: { rules } }: Canvas): boolean {
  if (rules.mayDraw) return true
  const why = rules.whyNot({ does: 'draw' })
  if (why !== null) showToast(why, { tone: 'warn' })
  return false
}

/** Only what may be added now; says why if something may not. */
function withoutForbidden(canvas: Canvas, content: TLContent): TLContent {
  const left: PhaseAction[] = []
  const shapes = (content.shapes as unknown as (CardShape | { type: 'drawing'; id: string })[]).filter((shape) => {
    const isTaken =
      shape.type === 'card' ? whoTakesNewCards(canvas.session, shape.props) !== null : canvas.session.rules.mayDraw
    if (!isTaken) left.push(shape.type === 'card' ? { does: 'add', kind: shape.props.kind } : { does: 'draw' })
    return isTaken
  })
  const [first] = left
  if (!first) return content
  const why = canvas.session.rules.whyNot(first)
  if (why !== null) showToast(why, { tone: 'warn' })
  return withShapes(content, new Set(shapes.map(({ id }) => id)))
}

/** Pictures nobody gave a place land in the middle of the screen, mostly on cards: they go to the right of that map. */
function moveOffTheMaps({ editor, binding }: Canvas): void {
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return
  for (const { x, y, w, h } of binding.view.get().layout.journeys.values()) {
    const map = new Box(x, y, w, h)
    if (!map.collides(bounds)) continue
    editor.nudgeShapes(editor.getSelectedShapeIds(), { x: map.maxX + BESIDE_MAP - bounds.x, y: 0 })
    reveal(editor, { x: map.maxX + BESIDE_MAP, y: bounds.y, w: bounds.w, h: bounds.h })
    return
  }
}

/** A spreadsheet puts a styled table beside the plain rows; the rows are what counts. */
function plainText(sources: readonly TLExternalContentSource[] | undefined): string | null {
  const plain = sources?.find((source) => source.type === 'text' && source.subtype === 'text')
  return plain?.type === 'text' ? plain.data : null
}

function isPicture(file: File): boolean {
  const isKnown = (pictureTypes as readonly string[]).includes(file.type)
  if (isKnown && file.size <= ASSET_MAX_BYTES) return true
  const { svg, kind, tooLarge } = boardWords.images
  const sentence = isKnown ? tooLarge(ASSET_MAX_BYTES / MEGABYTE) : file.type === 'image/svg+xml' ? svg : kind
  showToast(sentence, { tone: 'warn' })
  return false
}

/** Copies of cards and drawings come in; headers, labels, embeds and whatever another program put there do not. */
function withoutStrangers(content: TLContent): TLContent {
  const shapes = content.shapes.filter(({ type }) => type === 'card' || drawingTypes.has(type))
  return withShapes(content, new Set(shapes.map(({ id }) => id)))
}

function withShapes(content: TLContent, ids: ReadonlySet<string>): TLContent {
  return {
    ...content,
    shapes: content.shapes.filter(({ id }) => ids.has(id)),
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
    assets: content.assets.filter(({ type }) => type === 'image'),
  }
}
