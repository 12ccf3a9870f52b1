// What this browser knows about workshops: keys, token and a few facts for the list on the start page. One entry per
// workshop in localStorage, so that two tabs of one browser are the same participant and never overwrite a workshop
// the other tab has opened. Storage may be off or full: reads then find nothing and writes are dropped.
import { z } from 'zod/mini'
import { type Role, roleSchema } from '../../shared/protocol/roles.ts'

const PREFIX = 'journeyboard.workshop.'
const PERSON_KEY = 'journeyboard.person'

const memorySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The key this browser came with; needed to join again and to show the page after a reload. */
  key: z.nullable(z.string()),
  /** Keys by role, as far as this browser knows them; all three only where the workshop was made. */
  keys: z.object({
    facilitator: z.optional(z.string()),
    participant: z.optional(z.string()),
    viewer: z.optional(z.string()),
  }),
  /** Made in this browser. */
  own: z.boolean(),
  joined: z.nullable(z.object({ token: z.string(), participantId: z.string(), role: roleSchema })),
  /** How many people, when last heard; null: never. */
  people: z.nullable(z.number()),
  /** Last word on where the workshop stands ("Vote", "finished"); '' when unknown. */
  phase: z.string(),
  /** Medians of the emotion curve, −2 … +2, in order of stages; drawn small on the start page. */
  curve: z.array(z.number()),
  /** ms since 1970. */
  openedMs: z.number(),
  /** Taken off the list on the start page. The keys stay: they may be the only ones there are. */
  hidden: z.boolean(),
})
export type WorkshopMemory = z.infer<typeof memorySchema>

const blank: Omit<WorkshopMemory, 'id'> = {
  title: '',
  key: null,
  keys: {},
  own: false,
  joined: null,
  people: null,
  phase: '',
  curve: [],
  openedMs: 0,
  hidden: false,
}

/** null when this browser has never seen the workshop or its entry cannot be read. */
export function recall(id: string): WorkshopMemory | null {
  return parseMemory(readItem(PREFIX + id))
}

/** Changes the named facts and keeps the rest. Makes the entry when there is none. */
export function remember(id: string, facts: Partial<Omit<WorkshopMemory, 'id'>>) {
  writeItem(PREFIX + id, JSON.stringify({ ...(recall(id) ?? { ...blank, id }), ...facts }))
}

/**
 * A link of that role was ended: the key this browser keeps to show may be of that link and would lead nowhere. The
 * key the browser came with stays.
 */
export function forgetKey(id: string, role: Role) {
  const { [role]: _ended, ...keys } = recall(id)?.keys ?? {}
  remember(id, { keys })
}

/** Workshops somebody has joined or made in this browser, latest first. */
export function recentWorkshops(): WorkshopMemory[] {
  return storedKeys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => parseMemory(readItem(key)))
    .filter((memory) => memory !== null)
    .filter((memory) => !memory.hidden && (memory.joined !== null || memory.own))
    .toSorted((a, b) => b.openedMs - a.openedMs)
}

const personSchema = z.object({ name: z.string(), department: z.string() })
export type RememberedPerson = z.infer<typeof personSchema>

/** Name and department of the last time, offered again in the next workshop. */
export function recallPerson(): RememberedPerson {
  return parseJson(personSchema, readItem(PERSON_KEY)) ?? { name: '', department: '' }
}

export function rememberPerson(person: RememberedPerson) {
  writeItem(PERSON_KEY, JSON.stringify(person))
}

/** Address of a workshop with the key in the fragment, which browsers never send to a server. */
export function workshopLink(id: string, key: string, origin = location.origin): string {
  return `${origin}/w/${encodeURIComponent(id)}#${key}`
}

/** The link this browser can show for a role; null when it does not know that key. */
export function knownLink(memory: WorkshopMemory, role: Role, origin = location.origin): string | null {
  const key = memory.keys[role]
  return key === undefined ? null : workshopLink(memory.id, key, origin)
}

function parseMemory(stored: string | null): WorkshopMemory | null {
  return parseJson(memorySchema, stored)
}

function parseJson<Schema extends z.ZodMiniType>(schema: Schema, stored: string | null): z.infer<Schema> | null {
  if (stored === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function writeItem(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Full or off. The visit goes on; only the next visit has to join again.
  }
}

function storedKeys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).filter((key) => key !== null)
  } catch {
    return []
  }
}
