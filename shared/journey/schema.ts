// What a journey is inside the shared document: the roots, and one nested Y.Map per entity with one key per field.
// Text people type is a Y.Text; values that belong together (a place, a point) are ONE value, so that they can
// never tear. Nothing measured in a browser is stored.
import type { Field } from './fields.ts'
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from './fields.ts'
import { laneKindDefinitions, laneKinds } from './lanes.ts'

/** Raised by a migration (see migrate.ts). Written by the server only, at `meta.schemaVersion`. */
export const SCHEMA_VERSION = 1

/**
 * `meta`      schemaVersion, epoch, `department.<ParticipantId>` of people who came with a file
 * `journeys`  JourneyId → fields of `journeyFields` + `place` {x, y}
 * `stages`    StageId → fields of `stageFields` + `journeyId`, `order`
 * `lanes`     LaneId → fields of `laneFields` + `journeyId`, `order`
 * `cards`     CardId → `kind`, `place` (a cell or a point) + the fields of the kind
 * `emotions`  `<JourneyId>.<CardId of the persona, or all>.<ParticipantId>` → `<stageId or cardId>`: {value, reason}
 * `drawings`  tldraw's own records, one key per field (written by the canvas binding)
 * `clusters`  ClusterId → `kind`, `name` of a group, `into` of a merge, `card.<CardId>`: true per member
 */
export const rootNames = ['meta', 'journeys', 'stages', 'lanes', 'cards', 'emotions', 'drawings', 'clusters'] as const
export type RootName = (typeof rootNames)[number]

export const MAX_COLUMNS = 6
export const DEFAULT_COLUMNS = 2

export const journeyFields = {
  title: { type: 'text', label: 'Title', maxLength: MAX_TITLE_LENGTH },
  objective: { type: 'text', label: 'Objective', maxLength: MAX_TEXT_LENGTH, placeholder: 'What should be reached?' },
  successMeasure: {
    type: 'text',
    label: 'Success measure',
    maxLength: MAX_TEXT_LENGTH,
    placeholder: 'How will we know?',
  },
  state: {
    type: 'choice',
    label: 'State',
    initial: 'as-is',
    required: true,
    options: [
      { value: 'as-is', label: 'As-is' },
      { value: 'to-be', label: 'To-be' },
    ],
  },
  persona: { type: 'card', label: 'Persona', kind: 'persona' },
} as const satisfies Record<string, Field>

export const stageFields = {
  name: { type: 'text', label: 'Stage', maxLength: MAX_TITLE_LENGTH, placeholder: 'Name the stage' },
  period: { type: 'text', label: 'Period', maxLength: 120 },
  columns: {
    type: 'number',
    label: 'Columns',
    min: 1,
    max: MAX_COLUMNS,
    integer: true,
    initial: DEFAULT_COLUMNS,
    required: true,
  },
} as const satisfies Record<string, Field>

export const laneFields = {
  /** Empty: the label of the kind. */
  title: { type: 'text', label: 'Lane', maxLength: 120 },
  kind: {
    type: 'choice',
    label: 'Kind of lane',
    required: true,
    options: laneKinds.map((value) => ({ value, label: laneKindDefinitions[value].label })),
  },
} as const satisfies Record<string, Field>

/** Readings of the emotion curve: −2 very bad … +2 very good, in steps of a tenth. */
export const MIN_EMOTION = -2
export const MAX_EMOTION = 2
/** Longest reason for one reading. */
export const MAX_REASON_LENGTH = 200
