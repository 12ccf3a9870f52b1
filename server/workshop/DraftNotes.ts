// The notes in one participant's drafts, kept in step with the document: a change costs the notes it touched, however
// many there are. Changes nothing.
import * as Y from 'yjs'
import type { Card } from '../../shared/journey/Board.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import { readCard } from '../../shared/journey/readRecords.ts'

export class DraftNotes {
  private readonly records: Y.Map<unknown>
  private readonly readable = new Map<string, Card>()
  private touched: Set<string>
  private changed = new Set<string>()

  constructor(doc: Y.Doc) {
    this.records = doc.getMap('cards')
    this.touched = new Set(this.records.keys())
    this.records.observeDeep((events) => {
      for (const { target, path, changes } of events) {
        if (target === this.records) for (const id of changes.keys.keys()) this.touched.add(id)
        else this.touched.add(String(path[0]))
      }
    })
  }

  /** Readable cards with words, by draft id. What cannot be read stays where it is; nobody but its author sees it. */
  get cards(): ReadonlyMap<string, Card> {
    this.readTouched()
    return this.readable
  }

  /** Drafts that came, changed or went since the last call. */
  takeChanged(): ReadonlySet<string> {
    this.readTouched()
    const { changed } = this
    this.changed = new Set()
    return changed
  }

  private readTouched(): void {
    if (this.touched.size === 0) return
    const { touched } = this
    this.touched = new Set()
    for (const id of touched) {
      this.changed.add(id)
      const card = readCard(id, this.records.get(id))
      if (card.ok && cardTitle(card.value).trim() !== '') this.readable.set(id, card.value)
      else this.readable.delete(id)
    }
  }
}
