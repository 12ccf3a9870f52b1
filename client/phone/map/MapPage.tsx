// The whole map, to look at: a picture drawn on this phone, live with what the others do. Pinch and pan.
import './map.css'
import { useEffect, useMemo, useRef } from 'react'
import { readDrawing } from '../../recap/readDrawing.ts'
import { FullScreenIcon, type Icon, MinusIcon, PlusIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { PhoneSubpage } from '../PhoneSubpage.tsx'
import type { Size } from './mapView.ts'
import { useMapGestures, ZOOM_STEP } from './useMapGestures.ts'
import { useMapPicture } from './useMapPicture.ts'

const words = phoneWords.map

export function MapPage() {
  const svg = useMapPicture()
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useMemo(() => (svg === null ? null : readDrawing(svg)), [svg])
  const gestures = useMapGestures(
    frame,
    useMemo(() => drawing && sizeOf(drawing), [drawing]),
  )
  const { x, y, scale } = gestures.view
  return (
    <PhoneSubpage
      title={words.heading}
      action={
        <>
          <MapButton label={words.zoomOut} icon={MinusIcon} onPress={() => gestures.zoom(1 / ZOOM_STEP)} />
          <MapButton label={words.zoomIn} icon={PlusIcon} onPress={() => gestures.zoom(ZOOM_STEP)} />
          <MapButton label={words.fit} icon={FullScreenIcon} onPress={gestures.fit} />
        </>
      }
    >
      {/* A part that moves under keys has to be reached by keyboard. */}
      <div
        ref={frame}
        className="phone-map"
        role="application"
        aria-label={words.look}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...gestures.handlers}
      >
        {drawing === null && <p role="status">{words.drawing}</p>}
        <Picture drawing={drawing} transform={`translate(${x}px, ${y}px) scale(${scale})`} />
      </div>
      <p className="phone-map__note">{words.readOnly}</p>
    </PhoneSubpage>
  )
}

/** Put in as nodes and not as an image, so that its text has the page's font. */
function Picture({ drawing, transform }: { drawing: Element | null; transform: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(...(drawing ? [drawing] : []))
  }, [drawing])
  return <div ref={place} className="phone-map__picture" style={{ transform }} />
}

function MapButton({ label, icon: Drawing, onPress }: { label: string; icon: Icon; onPress: () => void }) {
  return (
    <button type="button" className="phone-icon-button" aria-label={label} title={label} onClick={onPress}>
      <Drawing size={20} />
    </button>
  )
}

function sizeOf(drawing: Element): Size {
  return { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) }
}
