// From an address to a recap: who this browser is in the workshop, then the recap with that person's token.
import { recapAnswerSchema, type RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { enterWorkshop } from '../app/enterWorkshop.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { callServer, type Failure } from '../connection/callServer.ts'

export type LoadedRecap =
  | { readonly kind: 'ready'; readonly answer: RecapAnswer; readonly workshop: JoinedWorkshop }
  /** A good key of somebody who has not been in the workshop: joining needs a name. */
  | { readonly kind: 'join'; readonly key: string; readonly title: string }
  | { readonly kind: 'problem'; readonly failure: Failure | null }

export async function loadRecap(id: string, offeredKey: string | null): Promise<LoadedRecap> {
  const entry = await enterWorkshop(id, offeredKey)
  if (entry.kind === 'problem') return entry
  if (entry.kind === 'join') return { kind: 'join', key: entry.key, title: entry.preview.title }
  const { workshop } = entry
  const path = `/api/workshops/${encodeURIComponent(id)}/recap`
  const answer = await callServer(path, recapAnswerSchema, { bearer: workshop.token })
  return answer.ok ? { kind: 'ready', answer: answer.value, workshop } : { kind: 'problem', failure: answer.failure }
}
