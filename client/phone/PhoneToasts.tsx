// Short messages at the lower edge. Lighter than the board's: a status line that is read out, gone after a while.
import { useEffect } from 'react'
import { CheckIcon, WarningIcon } from '../ui/icons.tsx'
import { removeToast, type ToastMessage, toastDuration, useToasts } from '../ui/toasts.ts'

export function PhoneToasts() {
  const shown = useToasts()
  return (
    <div className="phone-toasts" role="status">
      {shown.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </div>
  )
}

function Line({ message }: { message: ToastMessage }) {
  useEffect(() => {
    const timer = setTimeout(() => removeToast(message.id), toastDuration(message))
    return () => clearTimeout(timer)
  }, [message])
  const Drawing = message.tone === 'done' ? CheckIcon : WarningIcon
  const { action } = message
  return (
    <div className={`phone-toast phone-toast--${message.tone}`}>
      <Drawing />
      <p>{message.sentence}</p>
      {action && (
        <button
          type="button"
          onClick={() => {
            removeToast(message.id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
