// The own notes at the reveal: a draft becomes a card of the board under another id. What was selected stays selected; who
// was writing goes on in the draft, whose words reach the card for some seconds more, and then in the card itself. Where
// names are not shown, nothing this person does to the card right after the reveal may give them away: others see what
// somebody has selected or writes in.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import type { RevealMode } from '../../../shared/workshop/agenda.ts'
import { keepAside } from '../../connection/keptAsideRecords.ts'
import type { Revealed } from '../../connection/RevealedDrafts.ts'
import { privateWords } from '../../ui/privateWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Canvas } from '../CanvasContext.ts'
import { detailsSubject } from '../card-details/openDetails.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { openBox, writeOn, type WritingPlace } from './writeOn.ts'

/** The server carries words from a draft to its card for 5 s; the last of them need time to arrive. */
const WRITE_ON_MS = 4_300
/** Last words are on their way; after that they are not coming, ms. */
const ARRIVAL_MS = 1_500

/** Returns the way to stop. */
export function followReveal(canvas: Canvas): () => void {
  const { session } = canvas
  const { drafts } = session.connection
  let before: Revealed = unsafe__withoutCapture(() => drafts.revealed.get())
  let mode: RevealMode = 'anonymous'
  let stopHolding: (() => void) | null = null
  const stopMode = react('promise of the phase', () => {
    mode = drafts.phase.get()?.reveal ?? mode
  })
  const stop = react('own drafts revealed', () => {
    const now = drafts.revealed.get()
    const fresh = Object.entries(now).filter(([draftId]) => !Object.hasOwn(before, draftId)) as [CardId, CardId][]
    before = now
    if (fresh.length === 0) return
    unsafe__withoutCapture(() => {
      const written = fresh.find(([draftId]) => writesIn(canvas, draftId) !== null)
      if (written) stopHolding = holdWhileWriting(canvas, written, mode === 'names')
      else carrySelection(canvas, new Map(fresh), mode === 'names')
    })
  })
  return () => {
    stop()
    stopMode()
    stopHolding?.()
  }
}

/** On the card itself, or in the form beside the map. */
function writesIn({ editor }: Canvas, draftId: CardId): WritingPlace | null {
  if (editor.getEditingShapeId() === shapeIdOf(draftId)) return 'card'
  return detailsSubject(editor).get()?.id === draftId && openBox(editor.getContainer()) ? 'details' : null
}

function carrySelection({ editor, binding }: Canvas, fresh: ReadonlyMap<CardId, CardId>, isNamed: boolean): void {
  const cardOf = new Map([...fresh].map(([draftId, cardId]) => [shapeIdOf(draftId), shapeIdOf(cardId)]))
  const selected = editor.getSelectedShapeIds()
  if (!selected.some((id) => cardOf.has(id))) return
  // Not inside of a change of the store.
  queueMicrotask(() => {
    const kept = selected.flatMap((id) => {
      const card = cardOf.get(id)
      return card === undefined ? [id] : isNamed ? [card] : []
    })
    binding.flush()
    editor.setSelectedShapes(kept.filter((id) => editor.getShape(id)))
  })
}

/**
 * The draft stands for its card until the writer is done or, after `WRITE_ON_MS`, goes on in the card. Where that may
 * not be nobody's sentence is cut: what is added then is kept aside.
 */
function holdWhileWriting(canvas: Canvas, [draftId, cardId]: [CardId, CardId], isNamed: boolean): () => void {
  const { binding } = canvas
  let isOver = false
  binding.drafts.hold(draftId)
  const finish = (): void => {
    if (isOver) return
    stop()
    letGo(canvas, draftId, cardId)
  }
  const goOn = (): void => {
    const where = writesIn(canvas, draftId)
    if (where === null) {
      finish()
      return
    }
    if (!isNamed || !mayChange(canvas, cardId)) {
      showToast(privateWords.writeOn, { tone: 'warn' })
      return
    }
    stop()
    writeOn(canvas, cardId, where)
  }
  const timer = setTimeout(goOn, WRITE_ON_MS)
  const stopWatch = react('writing in a revealed draft', () => {
    if (writesIn(canvas, draftId) === null) queueMicrotask(finish)
  })
  const stop = (): void => {
    isOver = true
    clearTimeout(timer)
    stopWatch()
  }
  return () => {
    stop()
    binding.drafts.hold(null)
  }
}

/** The card takes the draft's place once it has the draft's words. */
function letGo(canvas: Canvas, draftId: CardId, cardId: CardId): void {
  const { editor, binding } = canvas
  const deadlineMs = performance.now() + ARRIVAL_MS
  const look = (): void => {
    binding.flush()
    const isHere = wordsOfDraft(canvas, draftId) === wordsOnBoard(canvas, cardId)
    if (!isHere && performance.now() < deadlineMs) {
      editor.timers.setTimeout(look, 50)
      return
    }
    if (!isHere) keepLastWords(canvas, draftId, cardId)
    binding.drafts.hold(null)
  }
  look()
}

/** Too late for the server, or somebody else had changed the words by then: nothing that was written is lost. */
function keepLastWords(canvas: Canvas, draftId: CardId, cardId: CardId): void {
  const { session } = canvas
  const draft = canvas.binding.view.get().board.cards.get(draftId)
  // Deleted on the board, or taken back: then the draft still has its words.
  if (!draft || wordsOnBoard(canvas, cardId) === null) return
  const { drafts } = session.connection
  drafts.keepAside(keepAside({ type: 'createCard', card: draft }, privateWords.lastWords, Date.now()))
}

function wordsOfDraft({ binding }: Canvas, draftId: CardId): string | null {
  const draft = binding.view.get().board.cards.get(draftId)
  return draft ? cardTitle(draft) : null
}

/** The board itself: in the view the draft still stands for the card. */
function wordsOnBoard({ session }: Canvas, cardId: CardId): string | null {
  const card = session.model.board.cards.get(cardId)
  return card ? cardTitle(card) : null
}

function mayChange({ session }: Canvas, cardId: CardId): boolean {
  const card = session.model.board.cards.get(cardId)
  return card !== undefined && session.rules.mayChange(card)
}
