// Records of the document that could not be read: not on the map, not deleted. One quiet button says how many, its dialog
// shows their raw text, so that nobody's words are lost for being damaged.
import './unreadable-entries.css'
import { useState } from 'react'
import { useValue } from 'tldraw'
import type * as Y from 'yjs'
import type { QuarantinedRecord } from '../../shared/journey/Board.ts'
import { boardWords } from '../ui/boardWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useCanvas } from './useCanvas.ts'

const words = boardWords.keptAside

export function UnreadableEntries() {
  const { binding } = useCanvas()
  const [isOpen, setOpen] = useState(false)
  const count = useValue('kept aside', () => binding.view.get().board.quarantined.size, [binding])
  if (count === 0) return null
  return (
    <>
      <button type="button" className="unreadable-entries" onClick={() => setOpen(true)}>
        {words.button(count)}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={words.button(count)} description={words.note}>
        {isOpen && <Records />}
      </Dialog>
    </>
  )
}

function Records() {
  const { binding, session } = useCanvas()
  const records = useValue('records kept aside', () => [...binding.view.get().board.quarantined.values()], [binding])
  return (
    <ul className="unreadable-entries__list">
      {records.map((record) => (
        <li key={`${record.root}/${record.id}`}>
          <strong>{words.roots[record.root]}</strong> <span>{record.reason}</span>
          {/* Scrolls by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0}>{rawText(session.doc, record)}</pre>
        </li>
      ))}
    </ul>
  )
}

/** Whatever stands in the document, as it is. */
function rawText(doc: Y.Doc, { root, id }: QuarantinedRecord): string {
  const raw: unknown = doc.getMap(root).toJSON()[id]
  return JSON.stringify(raw ?? null, null, 2)
}
