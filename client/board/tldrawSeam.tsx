// Everything that depends on the pinned version of tldraw (3.15.6) beyond its everyday interface. Moving to another
// version means reading this file and `boardAssets.ts` again. The version must never follow a range: another one turns the
// editor off on https without a licence key.
import {
  BookmarkShapeUtil,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  type Editor,
  EmbedShapeUtil,
  FrameShapeUtil,
  type TLAnyShapeUtilConstructor,
  type TLAssetStore,
  type TLCameraOptions,
  type TldrawOptions,
  type TLDragShapesInInfo,
  type TLDragShapesOutInfo,
  type TLFrameShape,
  type TLRecord,
  type TLShape,
  type TLStore,
  type VecLike,
  VideoShapeUtil,
} from 'tldraw'
import { isJourneyShapeType } from './shapes/journeyShapes.ts'
import { journeyShapeUtils } from './shapes/shapeUtils.ts'

/**
 * Most shapes on a board, map and drawings together. A workshop has hundreds; at 12,000 tldraw still opens in half a
 * minute on a slow laptop, beyond that pasting is refused with a sentence.
 */
export const MAX_SHAPES = 12_000

export const boardOptions: Partial<TldrawOptions> = {
  maxPages: 1,
  maxShapesPerPage: MAX_SHAPES,
  // A double click makes a card (see makeCard.ts), not a text.
  createTextOnCanvasDoubleClick: false,
  // The number keys choose among tldraw's toolbar, which is not shown.
  enableToolbarKeyboardShortcuts: false,
}

const MIN_ZOOM = 0.05
const MAX_ZOOM = 4
export const cameraOptions: Partial<TLCameraOptions> = {
  // The first and last are the ends of every zoom. tldraw passes over a step nearer than half the way to the next one.
  zoomSteps: [MIN_ZOOM, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2, 3, MAX_ZOOM],
  wheelBehavior: 'pan',
}

/** Embedded pages load other origins, films are not kept: records of these kinds are never shown. */
class NoEmbedUtil extends EmbedShapeUtil {
  override component() {
    return <></>
  }
}
class NoBookmarkUtil extends BookmarkShapeUtil {
  override component() {
    return <></>
  }
}
class NoVideoUtil extends VideoShapeUtil {
  override component() {
    return <></>
  }
}

/** Frames hold drawings only: a card belongs to its cell, and adopting it would move it in the store. */
class DrawingFrameUtil extends FrameShapeUtil {
  override canReceiveNewChildrenOfType(shape: TLShape): boolean {
    return !isJourneyShapeType(shape.type) && super.canReceiveNewChildrenOfType(shape)
  }
  override onDragShapesIn(shape: TLFrameShape, dragging: TLShape[], info: TLDragShapesInInfo): void {
    const drawings = dragging.filter((one) => !isJourneyShapeType(one.type))
    if (drawings.length > 0) super.onDragShapesIn(shape, drawings, info)
  }
  override onDragShapesOut(shape: TLFrameShape, dragging: TLShape[], info: TLDragShapesOutInfo): void {
    const drawings = dragging.filter((one) => !isJourneyShapeType(one.type))
    if (drawings.length > 0) super.onDragShapesOut(shape, drawings, info)
  }
}

/** Given to <Tldraw>: what replaces or adds to its own shapes. */
export const boardShapeUtils: readonly TLAnyShapeUtilConstructor[] = [
  // tldraw's list of shape types is closed in its types; its own shapes of other types are added the same way.
  ...(journeyShapeUtils as unknown as TLAnyShapeUtilConstructor[]),
  DrawingFrameUtil,
  NoEmbedUtil,
  NoBookmarkUtil,
  NoVideoUtil,
]

export function createBoardStore(assets: TLAssetStore): TLStore {
  // Its own list does not fit its own type under exactOptionalPropertyTypes.
  const builtIn = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[]
  const replaced = new Set<string>(boardShapeUtils.map((util) => util.type))
  return createTLStore({
    shapeUtils: [...boardShapeUtils, ...builtIn.filter((util) => !replaced.has(util.type))],
    bindingUtils: defaultBindingUtils,
    assets,
  })
}

/** Null if this version of tldraw takes the record, else why not. Never throws: others may run another version. */
export function refuseRecord(store: TLStore, record: unknown): string | null {
  try {
    const { typeName } = record as TLRecord
    const type = store.schema.types[typeName]
    type.validate(record)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'could not be read'
  }
}

/**
 * Whether the pointer is in the middle of something: until it is over, what it changes stays in the store and is
 * written to the document once, as one step.
 */
export function isGestureActive(editor: Editor): boolean {
  if (editor.inputs.isPointing || editor.inputs.isPinching) return true
  return editor.isInAny('select.translating', 'select.resizing', 'select.rotating', 'select.dragging_handle')
}

/** Moving shapes by hand: the only time when a journey shape may leave its place. */
export function isTranslating(editor: Editor): boolean {
  return editor.isIn('select.translating')
}

type FilesHandler = (content: { readonly type: 'files'; files: File[]; point?: VecLike }) => Promise<void>

/** tldraw's own way of taking in picture files, for wrapping it; it is registered but not offered. */
export function fileHandlerOf(editor: Editor): FilesHandler | null {
  const { externalContentHandlers } = editor as unknown as {
    readonly externalContentHandlers?: { readonly files?: FilesHandler | null }
  }
  return externalContentHandlers?.files ?? null
}

/**
 * While shapes are dragged tldraw looks 17 times a second through every shape for one they could be dropped into. Cards
 * and headers go into none (the layout places them): with 3,000 cards this is half of what a drag costs.
 */
export function skipDropTargetsOfCards(editor: Editor): void {
  const find = editor.getDraggingOverShape.bind(editor)
  editor.getDraggingOverShape = (point, shapes) =>
    shapes.every(({ type }) => isJourneyShapeType(type)) ? undefined : find(point, shapes)
}
