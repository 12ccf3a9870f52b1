// What has happened to the latest change, in the words people may rely on: "Saved" only when it is on the server's disk.
import './SavedStatus.css'
import { CheckIcon, ClockIcon, type Icon, WarningIcon } from './icons.tsx'
import { words } from './words.ts'

export type SavedState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  /** `waiting`: changes that only this browser has. */
  | { readonly kind: 'offline'; readonly waiting: number }
  /** The server is there but its disk takes nothing. */
  | { readonly kind: 'unsaved' }
  /** Looks only. */
  | { readonly kind: 'readOnly' }
  /** The server has ended this connection for good; the strip says why. */
  | { readonly kind: 'refused' }

export function SavedStatus({ state }: { state: SavedState }) {
  const { icon: Drawing, text, tone } = looks(state)
  return (
    <span className={`saved-status saved-status--${tone}`}>
      {Drawing !== null && <Drawing size={13} />}
      <span className="saved-status__text">{text}</span>
    </span>
  )
}

function looks(state: SavedState): { icon: Icon | null; text: string; tone: 'ok' | 'quiet' | 'warn' | 'danger' } {
  switch (state.kind) {
    case 'connecting':
      return { icon: ClockIcon, text: words.saved.connecting, tone: 'quiet' }
    case 'saving':
      return { icon: ClockIcon, text: words.saved.saving, tone: 'quiet' }
    case 'saved':
      return { icon: CheckIcon, text: words.saved.saved, tone: 'ok' }
    case 'offline':
      return { icon: ClockIcon, text: words.saved.offline, tone: 'warn' }
    case 'unsaved':
      return { icon: WarningIcon, text: words.saved.unsaved, tone: 'danger' }
    case 'readOnly':
      return { icon: null, text: words.saved.readOnly, tone: 'quiet' }
    case 'refused':
      return { icon: WarningIcon, text: words.saved.refused, tone: 'danger' }
  }
}
