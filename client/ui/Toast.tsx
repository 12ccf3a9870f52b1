// Short messages that go away: "Link copied", "Maya locked this card.". Any code may call showToast; the one ToastHost
// on the page shows them and has them read out. Anything that needs an answer is a dialog or a strip, not a toast.
import './Toast.css'
import { Toast as RadixToast } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { CheckIcon, CloseIcon, WarningIcon } from './icons.tsx'
import { words } from './words.ts'

interface ToastMessage {
  readonly id: number
  readonly sentence: string
  readonly tone: 'done' | 'warn'
  readonly action: { readonly label: string; readonly run: () => void } | undefined
}

/** Long enough to read two short sentences; longer when there is something to press. */
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

/** Shows a sentence. The same sentence again replaces the first instead of stacking up. */
export function showToast(sentence: string, options: { tone?: 'done' | 'warn'; action?: ToastMessage['action'] } = {}) {
  lastId += 1
  const message = { id: lastId, sentence, tone: options.tone ?? 'done', action: options.action }
  replaceMessages([...messages.filter((other) => other.sentence !== sentence), message].slice(-AT_ONCE))
}

export function ToastHost() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => messages,
  )
  return (
    <RadixToast.Provider label={words.common.message} swipeDirection="down">
      {shown.map((message) => (
        <ToastLine key={message.id} message={message} />
      ))}
      <RadixToast.Viewport className="toasts" label={words.common.messages} />
    </RadixToast.Provider>
  )
}

function ToastLine({ message }: { message: ToastMessage }) {
  const gone = () => replaceMessages(messages.filter((other) => other.id !== message.id))
  const Drawing = message.tone === 'done' ? CheckIcon : WarningIcon
  return (
    <RadixToast.Root
      className={`toast toast--${message.tone}`}
      duration={message.action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS}
      onOpenChange={(open) => {
        if (!open) gone()
      }}
    >
      <Drawing />
      <RadixToast.Description className="toast__text">{message.sentence}</RadixToast.Description>
      {message.action !== undefined && (
        <RadixToast.Action className="toast__action" altText={message.action.label} onClick={message.action.run}>
          {message.action.label}
        </RadixToast.Action>
      )}
      <RadixToast.Close className="toast__close" aria-label={words.common.close}>
        <CloseIcon size={14} />
      </RadixToast.Close>
    </RadixToast.Root>
  )
}
