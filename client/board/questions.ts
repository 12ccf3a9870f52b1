// A question that has to be answered before something is done. One at a time; `QuestionDialog` shows it.
import { atom, type Signal } from '@tldraw/state'

export interface DeleteQuestion {
  readonly title: string
  /** What goes, counted, and whether there is a way back. */
  readonly note: string
  readonly onYes: () => void
}

const current = atom<DeleteQuestion | null>('question', null)

export const questions: {
  readonly current: Signal<DeleteQuestion | null>
  ask(question: DeleteQuestion): void
  close(): void
} = {
  current,
  ask: (question) => current.set(question),
  close: () => current.set(null),
}
