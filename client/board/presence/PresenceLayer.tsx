// What others do, over the canvas: for tldraw's `InFrontOfTheCanvas`. Renders when somebody comes, goes, picks up or
// begins to write; movement is PeerMover's and never renders anything.
import './PresenceLayer.css'
import { computed } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { memo, useEffect, useMemo } from 'react'
import { connectionWords } from '../../ui/connectionWords.ts'
import type { BoardSession } from '../BoardSession.ts'
import { useCanvas } from '../useCanvas.ts'
import { FollowFrame } from './FollowFrame.tsx'
import { followPerson } from './followPerson.ts'
import { LaserLayer } from './LaserLayer.tsx'
import { departmentStyle, NameTag, personName } from './NameTag.tsx'
import { SpotlightFrame } from './SpotlightFrame.tsx'
import { ReactionLayer } from './ReactionLayer.tsx'
import { PeerMover } from './PeerMover.ts'
import {
  isSameList,
  isSameShown,
  isSameWriting,
  shownPeers,
  type ShownPeer,
  type Writing,
  writings,
} from './shownPeers.ts'

export function PresenceLayer() {
  const { editor, session } = useCanvas()
  const mover = useMemo(() => new PeerMover(editor, session), [editor, session])
  useEffect(() => mover.start(), [mover])

  const following = useValue(session.following)
  const spotlight = useValue(session.spotlight)
  // Whom somebody follows of their own accord counts, once they have left the spotlight.
  const isKept = spotlight?.mode === 'keep' && (following === null || following === spotlight.by)
  useEffect(() => {
    if (following === null) return
    return followPerson(editor, session, following)
  }, [editor, session, following])

  return (
    <>
      {/* Who is here and what they do is told by the people panel; moving pointers are noise to a screen reader. */}
      <div className="presence-layer" aria-hidden="true">
        <LaserLayer />
        <Peers session={session} mover={mover} />
      </div>
      <ReactionLayer />
      {isKept ? <SpotlightFrame /> : <FollowFrame />}
    </>
  )
}

function Peers({ session, mover }: { session: BoardSession; mover: PeerMover }) {
  const { connection, workshop } = session
  const shownSignal = useMemo(
    () =>
      computed(
        'shown peers',
        () => shownPeers(connection.peers.get(), (id) => connection.participantOfClient(id), workshop.participantId),
        { isEqual: (a, b) => isSameList(a, b, isSameShown) },
      ),
    [connection, workshop],
  )
  const writingSignal = useMemo(
    () =>
      computed(
        'writings',
        () => writings(connection.peers.get(), (id) => connection.participantOfClient(id), workshop.participantId),
        { isEqual: (a, b) => isSameList(a, b, isSameWriting) },
      ),
    [connection, workshop],
  )
  const shown = useValue(shownSignal)
  const written = useValue(writingSignal)
  return (
    <>
      {written.map((writing) => (
        <WritingFrame key={writing.id} writing={writing} session={session} mover={mover} />
      ))}
      {shown.map((peer) => (
        <PeerMarks
          key={peer.clientId}
          peer={peer}
          isWriting={written.some(({ writers }) => writers.some(({ id }) => id === peer.person.id))}
          session={session}
          mover={mover}
        />
      ))}
    </>
  )
}

interface MarksProps {
  session: BoardSession
  mover: PeerMover
}

interface PeerMarksProps extends MarksProps {
  peer: ShownPeer
  /** Their name stands at what they write; a second one at the pointer would cover the neighbours. */
  isWriting: boolean
}

const PeerMarks = memo(function PeerMarks({ peer, isWriting, session, mover }: PeerMarksProps) {
  const { clientId, person, hasCursor, dragged } = peer
  const mark = useValue('mark', () => session.markOf(person.department), [session, person.department])
  return (
    <>
      {dragged.length > 0 && (
        <div className="peer-hand" ref={(element) => mover.register('tag', String(clientId), element)}>
          <NameTag person={person} mark={mark} />
        </div>
      )}
      {hasCursor && (
        <div
          className="peer-cursor"
          style={departmentStyle(mark)}
          ref={(element) => mover.register('cursor', String(clientId), element)}
        >
          <svg width="18" height="20" viewBox="0 0 18 20">
            <path d="M2 1.5 15.5 9.5 9 11l-3 6.5z" />
          </svg>
          {!isWriting && <NameTag person={person} mark={mark} />}
        </div>
      )}
    </>
  )
})

const WritingFrame = memo(function WritingFrame({ writing, session, mover }: MarksProps & { writing: Writing }) {
  const { id, writers } = writing
  const marks = useValue('marks', () => writers.map((person) => session.markOf(person.department)), [session, writers])
  return (
    <div
      className="peer-writes"
      style={departmentStyle(marks[0] ?? null)}
      ref={(element) => mover.register('frame', id, element)}
    >
      <div className="peer-writes__names">
        {writers.map((person, at) => (
          <NameTag
            key={person.id}
            person={person}
            mark={marks[at] ?? null}
            text={connectionWords.people.writes(personName(person))}
          />
        ))}
      </div>
    </div>
  )
})
