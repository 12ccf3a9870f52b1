// Emoji reactions: which there are, sending one, and which of others' are new. They live in presence only: shown once,
// kept nowhere.
import { atom } from '@tldraw/state'
import type { Presence } from '../../../shared/protocol/messages.ts'
import type { Connection } from '../../connection/Connection.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'

export type Reaction = keyof typeof facilitationWords.reactions.names
export const reactions = Object.keys(facilitationWords.reactions.names) as readonly Reaction[]

/** Presence is taken back after this, so that who comes later does not see it. Longer than it is shown. ms */
const CLEAR_AFTER_MS = 3_000

/** Those of this page; as long as its connection. */
export class OwnReactions {
  /** What was sent last: its own presence does not come back to a page. */
  readonly sent = atom<{ readonly emoji: Reaction; readonly at: number } | null>('sent reaction', null)
  readonly #connection: Pick<Connection, 'setPresence'>
  #clearing: ReturnType<typeof setTimeout> | undefined

  constructor(connection: Pick<Connection, 'setPresence'>) {
    this.#connection = connection
  }

  send(emoji: Reaction, nowMs: number): void {
    this.#connection.setPresence({ reaction: { emoji, at: nowMs } })
    this.sent.set({ emoji, at: nowMs })
    clearTimeout(this.#clearing)
    this.#clearing = setTimeout(() => this.#connection.setPresence({ reaction: null }), CLEAR_AFTER_MS)
  }
}

export interface NewReaction {
  readonly clientId: number
  readonly emoji: Reaction
  /** Sender's clock: the same emoji again is another one. */
  readonly at: number
}

/** What has been sent since; another client may say anything, and only what we know is shown. */
export function newReactions(
  before: ReadonlyMap<number, number>,
  peers: ReadonlyMap<number, Presence>,
): { readonly shown: NewReaction[]; readonly seen: ReadonlyMap<number, number> } {
  const seen = new Map<number, number>()
  const shown: NewReaction[] = []
  for (const [clientId, { reaction }] of peers) {
    const last = before.get(clientId)
    if (!reaction) {
      if (last !== undefined) seen.set(clientId, last)
      continue
    }
    seen.set(clientId, reaction.at)
    const emoji = reactions.find((one) => one === reaction.emoji)
    if (emoji !== undefined && reaction.at !== last) shown.push({ clientId, emoji, at: reaction.at })
  }
  return { shown, seen }
}
