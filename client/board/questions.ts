// A question that has to be answered before something is done. One at a time; `QuestionDialog` shows it.
import { atom, type Signal } from '@tldraw/state'

export interface DeleteQuestion {
  readonly type: 'stage' | 'lane'
  readonly name: string
  readonly cards: number
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
