// What is being typed and not sent yet, kept in this browser letter by letter: neither a reload nor a turn of the phone
// takes it away. One entry per workshop, participant and form. Storage may be off or full; then it lives in the page only.
import { z } from 'zod/mini'

const PREFIX = 'journeyboard.typed.'

const typedSchema = z.object({
  text: z.string(),
  stageId: z.nullable(z.string()),
  laneId: z.nullable(z.string()),
  kind: z.nullable(z.string()),
  noteType: z.nullable(z.string()),
})
export type Typed = Readonly<z.infer<typeof typedSchema>>

export const nothingTyped: Typed = { text: '', stageId: null, laneId: null, kind: null, noteType: null }

/** `form`: 'add' or 'private'. */
export function typedKey(workshopId: string, participantId: string, form: string): string {
  return `${PREFIX}${workshopId}.${participantId}.${form}`
}

export function recallTyped(key: string): Typed {
  try {
    const parsed = typedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : nothingTyped
  } catch {
    return nothingTyped
  }
}

export function rememberTyped(key: string, typed: Typed): void {
  try {
    if (typed.text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(typed))
  } catch {
    // Full or off.
  }
}
