// Reactions as they come: over the pointer of who sends them, or at the lower edge for who has none here. They rise and
// fade; with less motion they stand for the same time.
import './reactions.css'
import { react, unsafe__withoutCapture } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import type { Participant } from '../../../shared/protocol/messages.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import type { BoardSession } from '../BoardSession.ts'
import { useCanvas } from '../useCanvas.ts'
import { NameTag, personName } from './NameTag.tsx'
import { type NewReaction, newReactions } from './reactions.ts'

const words = facilitationWords.reactions
const SHOWN_MS = 2_400
/** Of more at once the newest are shown. */
const AT_ONCE = 24
/** In place of a client id: this page. */
const OWN = -1

interface ShownReaction extends NewReaction {
  readonly person: Participant
  /** On the screen; null: the sender's pointer is not in view. */
  readonly place: { readonly x: number; readonly y: number } | null
}

export function ReactionLayer() {
  const { editor, session } = useCanvas()
  const [shown, setShown] = useState<readonly ShownReaction[]>([])
  useEffect(() => {
    const waiting = new Set<ReturnType<typeof setTimeout>>()
    const stop = watchReactions(editor, session, (fresh) => {
      setShown((before) => [...before, ...fresh].slice(-AT_ONCE))
      const timer = setTimeout(() => {
        waiting.delete(timer)
        setShown((before) => before.filter((one) => !fresh.includes(one)))
      }, SHOWN_MS)
      waiting.add(timer)
    })
    return () => {
      stop()
      for (const timer of waiting) clearTimeout(timer)
    }
  }, [editor, session])
  const last = shown.at(-1)
  return (
    <>
      <div className="reactions" aria-hidden="true">
        {shown
          .filter(({ place }) => place !== null)
          .map((reaction) => (
            <ReactionMark key={`${reaction.clientId}/${reaction.at}`} reaction={reaction} session={session} />
          ))}
        <div className="reactions__edge">
          {shown
            .filter(({ place }) => place === null)
            .map((reaction) => (
              <ReactionMark key={`${reaction.clientId}/${reaction.at}`} reaction={reaction} session={session} />
            ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {last && words.news(personName(last.person), words.names[last.emoji])}
      </p>
    </>
  )
}

function ReactionMark({ reaction, session }: { reaction: ShownReaction; session: BoardSession }) {
  const { person, emoji, place } = reaction
  const mark = useValue('mark', () => session.markOf(person.department), [session, person])
  return (
    <span
      className={place ? 'reaction reaction--placed' : 'reaction'}
      style={place ? { left: place.x, top: place.y } : {}}
    >
      <span className="reaction__emoji">{emoji}</span>
      <NameTag person={person} mark={mark} />
    </span>
  )
}

/** Tells what others, and one's own other pages, send from now on. Returns the way to stop. */
function watchReactions(
  editor: Editor,
  { connection, reactions }: BoardSession,
  onNew: (fresh: readonly ShownReaction[]) => void,
): () => void {
  let { seen } = newReactions(new Map(), connection.peers.get())
  let lastSent = reactions.sent.get()
  const stopOwn = react('own reactions', () => {
    const sent = reactions.sent.get()
    const person = unsafe__withoutCapture(() => connection.room.me.get())
    if (sent && sent !== lastSent && person) onNew([{ ...sent, clientId: OWN, person, place: null }])
    lastSent = sent
  })
  const stopOthers = react('reactions', () => {
    const peers = connection.peers.get()
    const news = newReactions(seen, peers)
    seen = news.seen
    const fresh = news.shown.flatMap((reaction): ShownReaction[] => {
      const person = connection.participantOfClient(reaction.clientId)
      const cursor = peers.get(reaction.clientId)?.cursor
      return person ? [{ ...reaction, person, place: cursor ? placeInView(editor, cursor) : null }] : []
    })
    if (fresh.length > 0) onNew(fresh)
  })
  return () => {
    stopOwn()
    stopOthers()
  }
}

function placeInView(editor: Editor, point: { readonly x: number; readonly y: number }) {
  const camera = editor.getCamera()
  const { w, h } = editor.getViewportScreenBounds()
  const place = { x: (point.x + camera.x) * camera.z, y: (point.y + camera.y) * camera.z }
  return place.x >= 0 && place.y >= 0 && place.x <= w && place.y <= h ? place : null
}
