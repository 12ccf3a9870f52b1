// One snapshot of the list: a small picture, what it is called, when it was taken, how much is on it. A press opens it.
import { useEffect, useRef } from 'react'
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { clockTime } from '../../ui/clockTime.ts'
import { historyWords as words } from '../../ui/historyWords.ts'
import { useTheme } from '../../ui/theme.ts'
import type { History } from './History.ts'
import { labelOf } from './snapshotTime.ts'
import { drawThumbnail, THUMBNAIL } from './thumbnail.ts'

interface SnapshotRowProps {
  history: History
  snapshot: SnapshotInfo
  takesFocus: boolean
  onLook: (snapshot: SnapshotInfo) => void
}

export function SnapshotRow({ history, snapshot, takesFocus, onLook }: SnapshotRowProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const { kind, takenAtMs, cards } = snapshot
  const [label, time] = [labelOf(snapshot), clockTime(takenAtMs)]
  useEffect(() => {
    // Only as the list comes: later the focus is the person's.
    if (takesFocus) ref.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <li>
      <button ref={ref} type="button" className={`snapshot-row snapshot-row--${kind}`} onClick={() => onLook(snapshot)}>
        <SnapshotPicture history={history} sid={snapshot.sid} />
        <span className="snapshot-row__text">
          <b>{label}</b>
          <span className="tabular">
            {time} · {words.cards(cards)}
          </span>
        </span>
      </button>
    </li>
  )
}

/** Fetched and drawn when it comes into view; a plain sheet until then, and if it cannot be had. */
function SnapshotPicture({ history, sid }: { history: History; sid: number }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const { dark } = useTheme()
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    let isOver = false
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watch.disconnect()
      void history.picture(sid).then((blocks) => {
        if (!isOver && blocks) drawThumbnail(canvas, blocks, dark ? 'dark' : 'light')
      })
    })
    watch.observe(canvas)
    return () => {
      isOver = true
      watch.disconnect()
    }
  }, [history, sid, dark])
  return (
    <canvas
      ref={ref}
      className="snapshot-row__picture"
      width={THUMBNAIL.w}
      height={THUMBNAIL.h}
      style={{ width: THUMBNAIL.w, height: THUMBNAIL.h }}
      aria-hidden="true"
    />
  )
}
