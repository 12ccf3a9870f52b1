// Under the cards in others' hands: where they came from (dashed ghost) and where they would land (dashed slot in the
// department's tint). Lies among the shapes, for tldraw's `OnTheCanvas`, in page units. Renders when a slot changes, not
// when a hand moves.
import './PeerLandings.css'
import { computed } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { type CSSProperties, memo, useMemo } from 'react'
import type { CardId } from '../../../shared/journey/ids.ts'
import { landTogether } from '../../../shared/layout/landTogether.ts'
import type { Presence } from '../../../shared/protocol/messages.ts'
import type { BoardView } from '../binding/BoardView.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { useCanvas } from '../useCanvas.ts'
import { departmentStyle } from './NameTag.tsx'
import { isSameList, isSameShown, type ShownPeer, shownPeers } from './shownPeers.ts'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export function PeerLandings() {
  const { session } = useCanvas()
  const draggingSignal = useMemo(() => {
    const { connection, workshop } = session
    const personOf = (clientId: number) => connection.participantOfClient(clientId)
    return computed(
      'dragging peers',
      () =>
        shownPeers(connection.peers.get(), personOf, workshop.participantId).filter((peer) => peer.dragged.length > 0),
      { isEqual: (a, b) => isSameList(a, b, isSameShown) },
    )
  }, [session])
  const dragging = useValue(draggingSignal)
  if (dragging.length === 0) return null
  return (
    <div className="peer-landings" aria-hidden="true">
      {dragging.map((peer) => (
        <PeerLanding key={peer.clientId} peer={peer} />
      ))}
    </div>
  )
}

const PeerLanding = memo(function PeerLanding({ peer }: { peer: ShownPeer }) {
  const { session, binding } = useCanvas()
  const { clientId, person, dragged } = peer
  const mark = useValue('mark', () => session.markOf(person.department), [session, person.department])
  const slotSignal = useMemo(
    () =>
      computed('slot of a peer', () => landingOf(session.connection.peers.get().get(clientId), binding.view.get()), {
        isEqual: isSameRectangle,
      }),
    [session, binding, clientId],
  )
  const slot = useValue(slotSignal)
  return (
    <>
      {dragged.map((id) => (
        <Ghost key={id} id={id} />
      ))}
      {slot && <div className="peer-landings__slot" style={{ ...departmentStyle(mark), ...placed(slot) }} />}
    </>
  )
})

function Ghost({ id }: { id: string }) {
  const { editor } = useCanvas()
  const bounds = useValue('ghost', () => editor.getShapePageBounds(shapeIdOf(id)), [editor, id])
  return bounds && <div className="peer-landings__ghost" style={placed(bounds)} />
}

/** Where the first card of a hand would go; null outside the maps and for what is no card. */
function landingOf(presence: Presence | undefined, { board, layout, cache }: BoardView): Rectangle | null {
  const cards = (presence?.drag ?? []).flatMap(({ id, x, y }) => {
    const card = board.cards.get(id as CardId)
    return card ? [{ id: card.id, from: card.id, kind: card.kind, at: { x, y } }] : []
  })
  if (cards.length === 0 || !presence?.cursor) return null
  const [landing] = landTogether({ board, layout, cache, point: presence.cursor, cards })
  return landing?.cell ? landing.rect : null
}

function isSameRectangle(a: Rectangle | null, b: Rectangle | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h)
}

function placed({ x, y, w, h }: Rectangle): CSSProperties {
  return { transform: `translate(${x}px, ${y}px)`, width: w, height: h }
}
