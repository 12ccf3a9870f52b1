// Shows the short messages of the page and has them read out; there is one host on a page. The phone page has a lighter one.
import './Toast.css'
import { Toast as RadixToast } from 'radix-ui'
import { CheckIcon, CloseIcon, WarningIcon } from './icons.tsx'
import { removeToast, type ToastMessage, toastDuration, useToasts } from './toasts.ts'
import { words } from './words.ts'

export function ToastHost() {
  const shown = useToasts()
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
  const Drawing = message.tone === 'done' ? CheckIcon : WarningIcon
  return (
    <RadixToast.Root
      className={`toast toast--${message.tone}`}
      duration={toastDuration(message)}
      onOpenChange={(open) => {
        if (!open) removeToast(message.id)
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
