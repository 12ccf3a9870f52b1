// Short messages that go away: "Link copied", "Maya locked this card.". Any code may call showToast; a host on the page
// shows them. Anything that needs an answer is a dialog or a strip, not a toast. Knows nothing of how they look.
import { useSyncExternalStore } from 'react'

export interface ToastMessage {
  readonly id: number
  readonly sentence: string
  readonly tone: 'done' | 'warn'
  readonly action: { readonly label: string; readonly run: () => void } | undefined
}

/** Long enough to read two short sentences; longer when there is something to press. ms */
const SHOWN_MS = 5000
const SHOWN_WITH_ACTION_MS = 9000
/** Older ones give way: nobody reads four. */
const AT_ONCE = 3

let messages: readonly ToastMessage[] = []
let lastId = 0
const listeners = new Set<() => void>()

function replaceMessages(next: readonly ToastMessage[]) {
  messages = next
  for (const listener of listeners) listener()
}

/** Shows a sentence. The same sentence again replaces the first instead of stacking up. Answers the name it is removed by. */
export function showToast(
  sentence: string,
  options: { tone?: 'done' | 'warn'; action?: ToastMessage['action'] } = {},
): number {
  lastId += 1
  const message = { id: lastId, sentence, tone: options.tone ?? 'done', action: options.action }
  replaceMessages([...messages.filter((other) => other.sentence !== sentence), message].slice(-AT_ONCE))
  return lastId
}

export function removeToast(id: number) {
  replaceMessages(messages.filter((message) => message.id !== id))
}

/** ms */
export function toastDuration({ action }: ToastMessage): number {
  return action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS
}

export function useToasts(): readonly ToastMessage[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => messages,
  )
}
