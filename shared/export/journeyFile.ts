// The lossless file: what stands in it, derived from the declarations of the journey. Readable and writable by hand:
// position in a list is the order, ids only link things, what is empty may be left out. Written by json.ts, read by
// import/parseJourneyFile.ts, described to others by jsonSchema.ts.
import { _default as withDefault, z } from 'zod/mini'
import { cardDefinition, type CardKind, cardKindNames } from '../journey/cards/cardKinds.ts'
import { MAX_CLUSTER_NAME_LENGTH } from '../journey/clusters.ts'
import { daySchema, type Field } from '../journey/fields.ts'
import { emotionReadingSchema, pointSchema, storedSchemaOf } from '../journey/readRecords.ts'
import { journeyFields, laneFields, stageFields } from '../journey/schema.ts'
import { MAX_PHASES, type Phase, phaseSchema } from '../workshop/agenda.ts'
import type { RoundResult } from '../workshop/results.ts'
import { fileRoundSchema, MAX_FILE_ROUNDS } from './fileRounds.ts'

export const FILE_FORMAT = 'journeyboard'
/** Raised when a file of this version could not be read as before; the schema's address carries it. */
export const FILE_VERSION = 1
/** Most entries of a list, far above what a board can show and low enough to answer at once. */
export const fileLimits = {
  journeys: 1_000,
  stages: 500,
  lanes: 500,
  cards: 20_000,
  emotions: 20_000,
  readings: 2_000,
  drawings: 20_000,
  participants: 5_000,
  departments: 8,
  pictures: 200,
  clusters: 5_000,
} as const

/** Characters; 1,000 people with 50 maps need less. */
export const MAX_SEAL_LENGTH = 2 * 1024 * 1024

const fileIdSchema = z.string().check(z.regex(/^[0-9A-Za-z]{1,32}$/))

const list = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  withDefault(z.array(item).check(z.maxLength(most)), [])
const described = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.describe(description))

/** The declared fields as keys of an object, each of which may be left out unless it has no value to fall back on. */
function fieldShape(fields: Readonly<Record<string, Field>>): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const schema = described(field.type === 'card' ? z.nullable(fileIdSchema) : storedSchemaOf(field), field.label)
      const isNeeded = 'required' in field && !('initial' in field)
      return [name, isNeeded ? schema : z.optional(schema)]
    }),
  )
}

const stageSchema = z.strictObject({ id: fileIdSchema, ...fieldShape(stageFields) })
const laneSchema = z.strictObject({ id: fileIdSchema, ...fieldShape(laneFields) })

function cardSchema(kind: CardKind, place: Record<string, z.ZodMiniType>) {
  const { fields, label } = cardDefinition(kind)
  const shape = { id: fileIdSchema, kind: z.literal(kind), ...place, fields: z.strictObject(fieldShape(fields)) }
  return described(z.strictObject(shape), label)
}

function anyCard(place: Record<string, z.ZodMiniType>) {
  const [first, ...rest] = cardKindNames.map((kind) => cardSchema(kind, place))
  if (!first) throw new Error('there are no kinds of card')
  return z.discriminatedUnion('kind', [first, ...rest])
}

const cellShape = {
  stage: described(z.nullable(fileIdSchema), 'Stage by id; null if it was deleted: the card shows below the map'),
  lane: described(z.nullable(fileIdSchema), 'Lane by id; null if it was deleted: the card shows below the map'),
}
const readingSchema = z.extend(emotionReadingSchema, {
  about: described(fileIdSchema, 'Stage or touchpoint by id'),
})
const emotionsSchema = z.strictObject({
  participant: described(
    fileIdSchema,
    'One person of this journey, numbered by what they said: it leads to nobody on the list of participants. In older files the id of a participant',
  ),
  department: described(
    z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
    'Only where at least three people of it, and of the others, said how this journey feels',
  ),
  persona: described(z.nullable(fileIdSchema), 'Card of the persona whose feeling it is; null: no persona chosen'),
  readings: list(z.strictObject(readingSchema.shape), fileLimits.readings),
})

const journeySchema = z.strictObject({
  id: fileIdSchema,
  ...fieldShape(journeyFields),
  place: withDefault(pointSchema, { x: 0, y: 0 }),
  stages: list(stageSchema, fileLimits.stages),
  lanes: list(laneSchema, fileLimits.lanes),
  cards: described(list(anyCard(cellShape), fileLimits.cards), 'In the order they have in their cells'),
  emotions: list(emotionsSchema, fileLimits.emotions),
})

/** The identifier and what tldraw 3 keeps beside it. What a drawing looks like is checked by the canvas. */
export const drawingSchema = z.looseObject({
  id: z.string().check(z.regex(/^[a-z]+:[\w-]{1,100}$/)),
  typeName: z.enum(['shape', 'binding', 'asset', 'page']),
})

const participantSchema = z.strictObject({
  id: fileIdSchema,
  name: described(withDefault(z.string().check(z.maxLength(80)), ''), 'Empty if names are not given out'),
  department: withDefault(z.string().check(z.maxLength(80)), ''),
})

const participationSchema = z.strictObject({ department: z.string().check(z.maxLength(80)), people: z.number() })

const pictureSchema = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  contentType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  data: described(z.string().check(z.regex(/^[0-9A-Za-z+/]*={0,2}$/)), 'Content as Base64'),
})

const clusterSchema = z.strictObject({
  id: fileIdSchema,
  kind: z.enum(['group', 'merge']),
  name: withDefault(z.string().check(z.maxLength(MAX_CLUSTER_NAME_LENGTH)), ''),
  into: described(withDefault(z.nullable(fileIdSchema), null), 'Of a merge: the card that shows'),
  cards: list(fileIdSchema, fileLimits.cards),
})

export const journeyFileSchema = z.strictObject({
  $schema: z.optional(z.string().check(z.maxLength(500))),
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  workshop: z.strictObject({
    title: z.string().check(z.maxLength(200)),
    departments: list(z.string().check(z.minLength(1), z.maxLength(80)), fileLimits.departments),
    participants: list(participantSchema, fileLimits.participants),
    reviewDate: z.optional(described(daySchema, 'Day of the next review')),
    agenda: z.optional(described(z.array(phaseSchema).check(z.maxLength(MAX_PHASES)), 'Phases in order')),
    seal: described(
      z.optional(z.string().check(z.regex(/^[\w-]*$/), z.maxLength(MAX_SEAL_LENGTH))),
      'Whose the feelings are, encrypted: the workshop that wrote the file gives them back to its people, and nobody else can read it',
    ),
  }),
  journeys: list(journeySchema, fileLimits.journeys),
  freeCards: described(list(anyCard({ place: pointSchema }), fileLimits.cards), 'Cards outside of every map'),
  drawings: described(list(drawingSchema, fileLimits.drawings), 'Records of the canvas beside the maps (tldraw 3)'),
  clusters: described(list(clusterSchema, fileLimits.clusters), 'Groups of cards, and cards shown as one'),
  rounds: described(list(fileRoundSchema, MAX_FILE_ROUNDS), 'Votes that have ended, with every ballot by its receipt'),
  pictures: list(pictureSchema, fileLimits.pictures),
  facilitators: described(
    z.optional(list(z.string().check(z.maxLength(80)), fileLimits.participants)),
    'Names; not read',
  ),
  authors: described(
    z.optional(list(z.strictObject({ card: fileIdSchema, name: z.string().check(z.maxLength(80)) }), fileLimits.cards)),
    'Who wrote cards that were revealed with names; read as words to be shown',
  ),
  participation: described(
    z.optional(list(participationSchema, fileLimits.participants)),
    'People by department; not read',
  ),
  sha256: described(
    z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    'Of the rest of the file as JSON without spaces: the same workshop has the same; not checked when it is read',
  ),
})

/** What the checked file holds; the fields of entities are keyed by the names of their declarations. */
export interface JourneyFile {
  readonly format: typeof FILE_FORMAT
  readonly version: typeof FILE_VERSION
  readonly workshop: {
    readonly title: string
    readonly departments: readonly string[]
    readonly participants: readonly FileParticipant[]
    /** Left out if none is set. */
    readonly reviewDate?: string | undefined
    /** Left out if there are none. */
    readonly agenda?: readonly Phase[] | undefined
    /** Left out if nobody said how it feels, or whoever wrote the file has no key. */
    readonly seal?: string | undefined
  }
  readonly journeys: readonly FileJourney[]
  readonly freeCards: readonly FileFreeCard[]
  readonly drawings: readonly FileDrawing[]
  readonly clusters: readonly FileCluster[]
  readonly rounds: readonly RoundResult[]
  readonly pictures: readonly FilePicture[]
  /** Left out if none is told. */
  readonly authors?: readonly { readonly card: string; readonly name: string }[] | undefined
}
export interface FileCluster {
  readonly id: string
  readonly kind: 'group' | 'merge'
  readonly name: string
  readonly into: string | null
  readonly cards: readonly string[]
}
export type FileFields = Readonly<Record<string, unknown>>
export type FileEntity = { readonly id: string } & FileFields
export interface FileParticipant {
  readonly id: string
  readonly name: string
  readonly department: string
}
export interface FilePicture {
  readonly sha256: string
  readonly contentType: string
  readonly data: string
}
export interface FileDrawing {
  readonly id: string
  readonly [key: string]: unknown
}
interface FileCard {
  readonly id: string
  readonly kind: CardKind
  readonly fields: FileFields
}
export interface FileCellCard extends FileCard {
  readonly stage: string | null
  readonly lane: string | null
}
export interface FileFreeCard extends FileCard {
  readonly place: { readonly x: number; readonly y: number }
}
export interface FileEmotions {
  /** See fileFeelings.ts. */
  readonly participant: string
  readonly department?: string | undefined
  readonly persona: string | null
  readonly readings: readonly { readonly about: string; readonly value: number; readonly reason: string }[]
}
export interface FileJourney {
  readonly id: string
  readonly place: { readonly x: number; readonly y: number }
  readonly stages: readonly FileEntity[]
  readonly lanes: readonly FileEntity[]
  readonly cards: readonly FileCellCard[]
  readonly emotions: readonly FileEmotions[]
  /** Fields of the declaration. */
  readonly [field: string]: unknown
}
