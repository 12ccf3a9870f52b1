// What happens when somebody opens a workshop's address: from the key in the link and what this browser remembers to
// "go to the board", "say who you are" or "this does not work". No React, no address bar.
import type { Joined, WorkshopPreview } from '../../shared/protocol/entry.ts'
import { joinWorkshop, previewWorkshop } from '../connection/entryCalls.ts'
import type { Failure } from '../connection/callServer.ts'
import type { JoinedWorkshop } from './JoinedWorkshop.ts'
import { recall, remember, type WorkshopMemory } from './workshopMemory.ts'

export type Entry =
  | { readonly kind: 'joined'; readonly workshop: JoinedWorkshop }
  | {
      readonly kind: 'join'
      readonly key: string
      readonly preview: WorkshopPreview
      /** The earlier place in this workshop has ended; the page says so. */
      readonly ended: boolean
    }
  | { readonly kind: 'problem'; readonly failure: Failure | null }

/**
 * Tries in this order: the earlier place of this browser (with the offered key, which may raise the role), the offered
 * or remembered key as a viewer, the join page. `failure` null: there is no key at all.
 */
export async function enterWorkshop(id: string, offeredKey: string | null): Promise<Entry> {
  const memory = recall(id)
  const keys = [...new Set([offeredKey, memory?.key ?? null].filter((key) => key !== null))]
  let ended = false
  let failure: Failure | null = null
  for (const key of keys) {
    const earlierToken = ended ? undefined : memory?.joined?.token
    if (earlierToken !== undefined) {
      const joined = await joinWorkshop(id, { key, earlierToken })
      if (joined.ok) return arrive(id, key, joined.value)
      if (joined.failure.kind === 'token') {
        remember(id, { joined: null })
        ended = true
      } else if (isLinkTrouble(joined.failure)) {
        // A wrong link must not lock out somebody who is in: the remembered key is next.
        failure = joined.failure
        continue
      } else {
        return { kind: 'problem', failure: joined.failure }
      }
    }
    const entry = await enterWithKey(id, key, ended)
    if (entry.kind !== 'problem' || entry.failure === null || !isLinkTrouble(entry.failure)) return entry
    failure = entry.failure
  }
  return { kind: 'problem', failure }
}

/** 'invalid': a key so mangled that the server does not even look it up. Nothing else in these calls comes from outside. */
function isLinkTrouble({ kind }: Failure): boolean {
  return kind === 'link' || kind === 'invalid'
}

async function enterWithKey(id: string, key: string, ended: boolean): Promise<Entry> {
  const preview = await previewWorkshop(id, key)
  if (!preview.ok) return { kind: 'problem', failure: preview.failure }
  // Kept now, so that a reload of the join page still has it.
  const { title, role, participants, isPersonal = false } = preview.value
  // A link for one person is none to invite others with.
  const keys = isPersonal ? recall(id)?.keys : { ...recall(id)?.keys, [role]: key }
  remember(id, { key, title, people: participants.total, ...(keys ? { keys } : {}) })
  if (role !== 'viewer') return { kind: 'join', key, preview: preview.value, ended }
  const joined = await joinWorkshop(id, { key })
  return joined.ok ? arrive(id, key, joined.value) : { kind: 'problem', failure: joined.failure }
}

function arrive(id: string, key: string, answer: Joined): Entry {
  return { kind: 'joined', workshop: keepPlace(id, key, answer) }
}

/** Remembers who this browser is in the workshop and returns it in the form the board takes. */
export function keepPlace(id: string, key: string, answer: Joined): JoinedWorkshop {
  const { participantId, role, token, title } = answer
  const facts: Partial<WorkshopMemory> = {
    key,
    title,
    joined: { token, participantId, role },
    openedMs: Date.now(),
    hidden: false,
  }
  remember(id, facts)
  return { workshopId: id, token, participantId, role, title }
}
