// The dashed slots where dragged cards will land, and the line where a header will go. Lies among the shapes
// (`OnTheCanvas`), above everything but what is in the hand.
import './landing.css'
import { useValue } from 'tldraw'
import type { CSSProperties } from 'react'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { CardLanding } from '../../../shared/layout/findLanding.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { useBoardTools } from '../tools/BoardTools.ts'
import { useCanvas } from '../useCanvas.ts'

/** More slots than this say nothing more. */
const MAX_SLOTS = 60
/** More than this have square corners: dashes around round ones are half of what such a drag costs, in every frame. */
const MAX_ROUND = 10

export function LandingLayer() {
  const { drag, placing } = useBoardTools()
  const dragged = useValue('drag preview', () => drag.preview.get(), [drag])
  const placed = useValue('placing preview', () => placing.landing.get(), [placing])
  const landings = placed ? [...dragged.cards, placed] : dragged.cards
  const line = dragged.reorder?.order ? dragged.reorder.line : null
  if (landings.length === 0 && !line) return null
  return (
    <div className={landings.length > MAX_ROUND ? 'landing landing--many' : 'landing'} aria-hidden="true">
      {landings.slice(0, MAX_SLOTS).map((landing, at) => (
        // Slots have no identity of their own; they follow the pointer.
        // oxlint-disable-next-line react/no-array-index-key
        <Slot key={at} landing={landing} />
      ))}
      {dragged.cards.slice(0, MAX_SLOTS).map(({ card }) => card.id && <Ghost key={card.id} id={card.id} />)}
      {line && <div className="landing__line" style={lineStyle(line)} />}
    </div>
  )
}

/** Where a card of the own hand came from. */
function Ghost({ id }: { id: CardId }) {
  const { binding } = useCanvas()
  const from = useValue('place of a dragged card', () => cardLayoutOf(binding.view.get().layout, id), [binding, id])
  if (!from) return null
  const place = { transform: `translate(${from.x}px, ${from.y}px)`, width: from.w, height: from.h }
  return <div className="landing__ghost" style={place} />
}

function Slot({ landing: { card, cell, rect } }: { landing: CardLanding }) {
  const { binding, session } = useCanvas()
  // Outside the maps a card stays where it is: nothing to show.
  if (!cell) return null
  const fields = card.id ? binding.view.get().board.cards.get(card.id)?.fields : undefined
  const department = fields && 'department' in fields ? fields.department : null
  const mark = department ? session.departmentIndex(department) : null
  const tint = mark === null ? {} : { '--slot': `var(--dept-${mark})`, '--slot-soft': `var(--dept-${mark}-soft)` }
  const place = { transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.w, height: rect.h }
  return <div className="landing__slot" style={{ ...place, ...tint }} />
}

function lineStyle(line: { x: number; y: number; w: number; h: number }): CSSProperties {
  // 3 px, centred on the edge between two stages or lanes.
  const isUpright = line.w === 0
  return {
    transform: `translate(${line.x - (isUpright ? 1.5 : 0)}px, ${line.y - (isUpright ? 0 : 1.5)}px)`,
    width: isUpright ? 3 : line.w,
    height: isUpright ? line.h : 3,
  }
}
