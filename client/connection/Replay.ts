// One recovery from a refusal: a fresh document that takes the server's state, and what becomes of the changes that
// only this browser has. What the rights forbid is put aside at once; the rest is done again edit by edit, each a message
// of its own; what is then refused again is put aside by the next recovery. Ends after MAX_ROUNDS whatever happens.
import * as Y from 'yjs'
import { newId } from '../../shared/journey/ids.ts'
import type { RefusalReason } from '../../shared/protocol/messages.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import { type BoardEdit, editName } from './boardEdits.ts'
import { keepAside, type KeptAside } from './keptAsideRecords.ts'
import { planReplay, unsavedEdits } from './planReplay.ts'
import { type EditRights, replayEdit } from './replayEdit.ts'

/** Recoveries in a row after which nothing is tried again. */
const MAX_ROUNDS = 4

/** `otherEpoch`: the server made the document anew. */
export type ReplayCause = RefusalReason | 'otherEpoch'

/** Nothing would be taken, however small. */
const hopelessCauses: ReadonlySet<ReplayCause> = new Set(['viewer', 'closed'])

export interface ReplayFacts {
  /** The document with everything that was written here. */
  readonly local: Y.Doc
  readonly unsavedLabels: ReadonlySet<string>
  readonly rights: EditRights
  readonly nowMs: number
  /** Number of the last document message sent on the fresh document's connection. */
  readonly sentMessages: () => number
  /** Does one edit again; false if it cannot be done soundly. Left out: as on the board. */
  readonly redo?: (target: EditTarget, edit: BoardEdit) => boolean
}

export class Replay {
  readonly fresh = new Y.Doc()
  readonly #sentence: string
  readonly #cause: ReplayCause
  readonly #round: number
  readonly #refusedBefore: Set<string>
  /** Edits that were done again, by the number of the last message that carried them, in order. */
  #sent: { readonly name: string; readonly messageNumber: number }[] = []

  /** `last`: the recovery just before, if its edits are not all saved yet. */
  constructor(sentence: string, cause: ReplayCause, last: Replay | null) {
    this.#sentence = sentence
    this.#cause = cause
    this.#round = last ? last.#round + 1 : 1
    this.#refusedBefore = new Set(last ? last.#refusedBefore : [])
  }

  /** Does again what can be done again, on the fresh document, and returns the rest. Nothing is awaited. */
  run(facts: ReplayFacts): KeptAside[] {
    const { local, unsavedLabels, rights, nowMs, sentMessages, redo = replayEdit } = facts
    const put = (edit: BoardEdit) => keepAside(edit, this.#sentence, nowMs)
    if (this.#cause === 'otherEpoch') return unsavedEdits(local, unsavedLabels).map(put)
    const isHopeless = hopelessCauses.has(this.#cause) || this.#round > MAX_ROUNDS
    const allowed = isHopeless ? { ...rights, canWrite: false } : rights
    const { replay, aside, unreadable } = planReplay(this.fresh, local, allowed, this.#refusedBefore)
    const failed = replay.filter((edit) => {
      const isDone = redo({ doc: this.fresh, origin: this }, edit)
      if (isDone) this.#sent.push({ name: editName(edit), messageNumber: sentMessages() })
      return !isDone
    })
    return [...[...aside, ...failed].map(put), ...unreadable.map(({ content }) => this.#raw(content, nowMs))]
  }

  /** The server refused a message of this connection: the edit in it will not be tried again. */
  noteRefused(messageNumber: number): void {
    const edit = this.#sent.find((sent) => sent.messageNumber >= messageNumber)
    if (edit) this.#refusedBefore.add(edit.name)
  }

  /** Another connection: its messages are counted from 1 again. */
  forgetMessages(): void {
    this.#sent = []
  }

  #raw(content: string, nowMs: number): KeptAside {
    const { board } = connectionWords.keptAside
    return { id: newId(), atMs: nowMs, sentence: this.#sentence, what: board, text: content }
  }
}
