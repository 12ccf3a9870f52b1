// "Merge" for selected notes: which wording stays.
import { useState } from 'react'
import { useValue } from 'tldraw'
import type { CardId } from '../../../shared/journey/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { sortingWords } from '../../ui/sortingWords.ts'
import { words } from '../../ui/words.ts'
import { focusCanvas } from '../focusCanvas.ts'
import { useCanvas } from '../useCanvas.ts'
import { mergeAndTell } from './mergeAndTell.ts'
import { sortable } from './sortEdits.ts'
import { likelyWording, WordingChoice } from './WordingChoice.tsx'

export function MergeDialog({ cardIds, onClose }: { cardIds: readonly CardId[]; onClose: () => void }) {
  const canvas = useCanvas()
  const { binding, session } = canvas
  // The view, not its board: that one is the same object however much is different in it.
  const { board } = useValue(binding.view)
  // Notes that somebody deletes, merges or locks meanwhile leave the list.
  const notes = sortable(session, board, cardIds).filter(({ id }) => !board.mergedInto.has(id))
  const [chosen, setChosen] = useState<CardId | null>(null)
  const into = notes.some(({ id }) => id === chosen) ? chosen : likelyWording(notes, board.partsOf)
  const merge = () => {
    onClose()
    if (into !== null)
      mergeAndTell(
        canvas,
        into,
        notes.map(({ id }) => id),
      )
    // The button the dialog came from is gone with the selection; the closing dialog has its turn first.
    canvas.editor.timers.setTimeout(() => focusCanvas(canvas.editor), 0)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={sortingWords.mergeNotes(notes.length)}
      description={sortingWords.partsStay}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="primary" disabled={notes.length < 2} onClick={merge}>
            {sortingWords.merge}
          </Button>
        </>
      }
    >
      <p className="wording-choice__question">{sortingWords.keeps}</p>
      {into !== null && <WordingChoice notes={notes} value={into} onValue={setChosen} label={sortingWords.keeps} />}
    </Dialog>
  )
}
