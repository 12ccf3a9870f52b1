// Everything the canvas works with, for as long as the document stays the same one. After a refusal the connection
// takes a fresh document; the session is then made anew (BoardSessionContext does it) and its undo history is empty.
import { atom, type Atom, computed, react, type Signal, unsafe__withoutCapture } from '@tldraw/state'
import type * as Y from 'yjs'
import { BoardModel } from '../../shared/journey/BoardModel.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { Participant } from '../../shared/protocol/messages.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { BoardRules } from '../connection/BoardRules.ts'
import { Connection } from '../connection/Connection.ts'
import type { Revealed } from '../connection/RevealedDrafts.ts'
import { RoundResults } from '../workshop/results/RoundResults.ts'
import { Voting } from '../workshop/voting/Voting.ts'
import { assignMarks, type Mark, type MarkSlot } from '../ui/departmentMarks.ts'
import { CardEdits } from './drafts/CardEdits.ts'
import { OwnReactions } from './presence/reactions.ts'
import { type OwnSpotlight, ownSpotlight } from './presence/spotlight.ts'
import { showToast } from '../ui/toasts.ts'
import { recordsOfStep } from './undo/recordsOfStep.ts'
import { UndoHistory } from './undo/UndoHistory.ts'
import { whyNotUndo } from './undo/whyNotUndo.ts'

export interface BoardSession {
  readonly workshop: JoinedWorkshop
  readonly connection: Connection
  readonly doc: Y.Doc
  readonly model: BoardModel
  /** Own edits: one origin per session, the one the undo history follows. */
  readonly edit: EditTarget
  /** Cards, wherever they are written: the board or own drafts. */
  readonly cards: CardEdits
  readonly undo: UndoHistory
  readonly me: Signal<Participant | null>
  /** May write at all: not as a viewer, not in a closed workshop. */
  readonly canWrite: Signal<boolean>
  /** May change journeys, stages and lanes. */
  readonly canShape: Signal<boolean>
  /** What this person may do with which card now, and why not. */
  readonly rules: BoardRules
  /** Participant whose view this browser follows; set it to follow, null to stop. */
  readonly following: Atom<string | null>
  /** The facilitator's view that this browser is brought to or kept on; null: none, or one's own. */
  readonly spotlight: Signal<OwnSpotlight | null>
  /** Where the camera stood last; handed on to the session that follows after a refusal, which opens there. */
  readonly lastCamera: { current: { readonly x: number; readonly y: number; readonly z: number } | null }
  /** Handed on to the session that follows: a refusal of a change has nothing to do with dots. */
  readonly voting: Voting
  /** Emoji sent from this page. Handed on like `voting`. */
  readonly reactions: OwnReactions
  /** Of the votes that have ended. Handed on like `voting`. */
  readonly results: RoundResults
  /**
   * Set by the canvas: what comes above it and is so many px high pushes it down; what is on it stays where it is on the
   * screen. Returns what is to be called when that goes.
   */
  readonly keepSteady: { below: ((heightPx: number) => () => void) | null }
  /** Set by the canvas: what is selected on it, as exports name it (its ids without "shape:"). Own drafts are not in it. */
  readonly selected: Atom<readonly string[]>
  /** Set to open the export with the selection chosen; the frame sets it back. */
  readonly takesSelection: Atom<boolean>
  /** A file of drawings that somebody chose in a dialog; the canvas takes it and sets this to null. */
  readonly drawingFile: Atom<File | null>
  /** A file dropped on the canvas that is no picture; the frame opens the import with it and sets this to null. */
  readonly droppedFile: Atom<File | null>
  /** Rises when the person brought in a file: the map fits itself into the view once more. */
  readonly refit: Atom<number>
  /** Shape and colour of a department by the workshop's list, 1–8; null for a name that is not on it. Reactive. */
  departmentIndex(name: string): MarkSlot | null
  /** The same with the letter. Reactive. */
  markOf(department: string): Mark | null
  /** Lets go of the document; of the connection only if this session made it. */
  destroy(): void
}

/** With a connection, for its document as it is now; without, with a connection of its own. `before`: the session it follows. */
export function createBoardSession(
  workshop: JoinedWorkshop,
  given?: Connection,
  before: BoardSession | null = null,
): BoardSession {
  const connection = given ?? new Connection(workshop)
  const doc = connection.document.get()
  const model = new BoardModel(doc)
  const edit: EditTarget = { doc, origin: { edits: workshop.participantId } }
  const drafts = computed('drafts to edit', (): EditTarget => ({
    doc: connection.drafts.document.get(),
    origin: edit.origin,
  }))
  const { room } = connection
  const rules = new BoardRules(room, doc, connection.drafts)
  const undo = new UndoHistory(edit, (step, stepDoc) => {
    // Own drafts are one's own; the server says how long they are taken.
    if (stepDoc !== doc) return true
    const forbidden = whyNotUndo(recordsOfStep(doc, step), rules, model.board)
    if (forbidden?.why) showToast(forbidden.why, { tone: 'warn' })
    return forbidden === null
  })
  const stopDrafts = watchDrafts(undo, drafts, connection.drafts.revealed)
  // One list of marks per list of departments, not one per card that asks.
  let listed: readonly string[] | null = null
  let marks: ReadonlyMap<string, Mark> = new Map()
  const markOf = (department: string): Mark | null => {
    const { departments } = room.workshop.get()
    if (departments !== listed) {
      listed = departments
      marks = assignMarks(departments)
    }
    return marks.get(department) ?? null
  }
  const voting = before?.voting ?? new Voting(workshop, room)
  const results = before?.results ?? new RoundResults(connection)
  return {
    workshop,
    connection,
    doc,
    model,
    edit,
    cards: new CardEdits(edit, drafts, connection.drafts),
    undo,
    me: room.me,
    canWrite: room.canWrite,
    canShape: room.canShape,
    rules,
    following: atom<string | null>('following', null),
    spotlight: computed(
      'own spotlight',
      () => ownSpotlight(room.workshop.get().spotlight, { id: workshop.participantId, role: room.role.get() }),
      { isEqual: (a, b) => a?.id === b?.id && a?.isHeld === b?.isHeld },
    ),
    voting,
    results,
    selected: atom<readonly string[]>('selected', []),
    takesSelection: atom('takes selection', false),
    reactions: before?.reactions ?? new OwnReactions(connection),
    drawingFile: atom<File | null>('drawing file', null),
    droppedFile: atom<File | null>('dropped file', null),
    refit: atom('refit', 0),
    keepSteady: { below: null },
    lastCamera: before?.lastCamera ?? { current: null },
    departmentIndex: (name) => markOf(name)?.slot ?? null,
    markOf,
    destroy: () => {
      stopDrafts()
      undo.destroy()
      model.destroy()
      if (given) return
      voting.destroy()
      results.destroy()
      void connection.destroy()
    },
  }
}

/**
 * What is written privately is undone like everything else. A replaced document takes its steps with it, and so does a
 * reveal: undoing would change drafts that nobody sees any more.
 */
function watchDrafts(undo: UndoHistory, drafts: Signal<EditTarget>, revealed: Signal<Revealed>): () => void {
  let forget: () => void = () => undefined
  return react('undo of drafts', () => {
    const target = drafts.get()
    revealed.get()
    forget()
    forget = unsafe__withoutCapture(() => undo.watch(target))
  })
}
