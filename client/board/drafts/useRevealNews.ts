// Tells what happens to hidden notes: revealed, hidden again, come late. Toasts are read out by screen readers.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import { useEffect } from 'react'
import type { Agenda } from '../../../shared/workshop/agenda.ts'
import type { Connection } from '../../connection/Connection.ts'
import { privateWords } from '../../ui/privateWords.ts'
import { removeToast, showToast } from '../../ui/toasts.ts'
import { runCommand } from '../../workshop/useWorkshopActions.ts'

export function useRevealNews(connection: Connection): void {
  useEffect(() => {
    const stops = [watchReveals(connection), watchLate(connection.drafts)]
    return () => stops.forEach((stop) => stop())
  }, [connection])
}

function watchReveals(connection: Connection): () => void {
  const { room, status } = connection
  let before: Agenda | null = null
  /** The counts arrive after the state in which nothing is hidden any more. */
  let notes = 0
  const stopCount = react('hidden notes counted', () => {
    notes = room.activity.get()?.drafts?.notes ?? notes
  })
  const stop = react('reveals', () => {
    const { agenda } = room.workshop.get()
    const last = before
    before = agenda
    // Who was away sees a map that has the notes, and need not hear of each step.
    const isLive = ['saved', 'saving', 'readOnly', 'unsaved'].includes(unsafe__withoutCapture(() => status.get().kind))
    if (!last || !isLive) return
    const isRevealed = agenda.revealedPhaseIds.some((id) => !last.revealedPhaseIds.includes(id))
    if (isRevealed && notes > 0) tellRevealed(connection, notes)
    if (isRevealed) notes = 0
    // Going back into the phase begins it anew and hides nothing that was revealed.
    const isTakenBack = last.revealedPhaseIds.some((id) => !agenda.revealedPhaseIds.includes(id))
    if (isTakenBack && agenda.currentIndex === last.currentIndex) showToast(privateWords.hiddenAgain)
  })
  return () => {
    stopCount()
    stop()
  }
}

/** The message of the last reveal. Its “Undo” takes back the last one, so it goes when there is another. */
let told: number | null = null

function tellRevealed({ room, joined }: Connection, notes: number): void {
  const undo = () => void runCommand(joined.workshopId, joined.token, { type: 'change.undo' })
  const isFacilitator = unsafe__withoutCapture(() => room.role.get()) === 'facilitator'
  if (told !== null) removeToast(told)
  told = showToast(
    privateWords.revealed(notes),
    isFacilitator ? { action: { label: privateWords.undo, run: undo } } : {},
  )
}

/** How many were told of. By the drafts, not by what watches them: that is made anew after a refused edit. */
const toldLate = new WeakMap<object, number>()

export function watchLate(drafts: Pick<Connection['drafts'], 'late'>): () => void {
  return react('own notes that came late', () => {
    const { length } = drafts.late.get()
    const told = toldLate.get(drafts) ?? 0
    if (length > told) showToast(privateWords.cameLate(length - told))
    toldLate.set(drafts, length)
  })
}
