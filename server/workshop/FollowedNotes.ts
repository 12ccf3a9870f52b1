// After a reveal a sentence may be finished: what its author types into the draft goes on reaching the note for a moment.
import { cardDefinition } from '../../shared/journey/cards/cardKinds.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import { readCard } from '../../shared/journey/readRecords.ts'
import type { Cancel, Clock } from '../rooms/Clock.ts'
import type { Room } from '../rooms/Room.ts'
import type { DraftNotes } from './DraftNotes.ts'

const FOLLOW_MS = 5_000

export class FollowedNotes {
  private readonly room: Room
  private readonly clock: Clock
  /** Text of notes as they were shown last, by card id. */
  private shown = new Map<string, string>()
  private timer: Cancel | null = null

  constructor(room: Room, clock: Clock) {
    this.room = room
    this.clock = clock
  }

  /** These were revealed just now: their text by card id. */
  begin(revealed: Iterable<readonly [cardId: string, text: string]>): void {
    for (const [cardId, text] of revealed) this.shown.set(cardId, text)
    this.timer?.()
    this.timer = this.clock.after(FOLLOW_MS, () => {
      this.timer = null
      this.shown = new Map()
    })
  }

  /** Somebody wrote in these drafts of theirs. */
  follow(participantId: string, draftIds: readonly string[], notes: DraftNotes): void {
    if (!this.timer) return
    const { reveals } = this.room.workshop
    const cards = this.room.board.doc.getMap('cards')
    for (const draftId of draftIds) {
      const draft = notes.cards.get(draftId)
      const cardId = reveals.cardOfDraft(participantId, draftId) ?? ''
      const before = this.shown.get(cardId)
      if (!draft || before === undefined) continue
      const card = readCard(cardId, cards.get(cardId))
      const text = cardTitle(draft)
      // Only while nobody else has touched the words.
      if (!card.ok || cardTitle(card.value) !== before || text === before) continue
      this.shown.set(cardId, text)
      const field = cardDefinition(card.value.kind).title
      this.room.edit((doc) => setField({ doc, origin: 'reveal' }, 'cards', cardId, field, text))
    }
  }

  stop(): void {
    this.timer?.()
  }
}
