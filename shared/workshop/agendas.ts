// Ready-made agendas. Order and times follow journey mapping practice: silent writing before talking, grouping before
// voting, and the last part for what happens next.
import { noteTypes, type Phase, type PhaseRights } from './agenda.ts'

export type AgendaLength = 60 | 90 | 120 | 240
export const agendaLengths: readonly AgendaLength[] = [60, 90, 120, 240]

const watch: PhaseRights = {
  add: [],
  noteTypes: null,
  editOthers: false,
  structure: false,
  draw: false,
  vote: false,
  emotion: false,
}
const build: PhaseRights = { ...watch, add: 'all', editOthers: true, structure: true, draw: true }
const sort: PhaseRights = { ...watch, editOthers: true }
const notes = (types: PhaseRights['noteTypes']): PhaseRights => ({ ...watch, add: ['note'], noteTypes: types })

type Step = Omit<Phase, 'id' | 'minutes' | 'reveal' | 'placeholders'>

const steps = {
  welcome: {
    name: 'Welcome',
    instruction: 'Look around the map. Say who you are and what you hope for.',
    rights: { ...watch, draw: true },
    private: false,
  },
  build: {
    name: 'Build the map',
    instruction: 'Add the touchpoints you know: one card each, in its stage.',
    rights: build,
    private: false,
  },
  process: {
    name: 'Behind the scenes',
    instruction: 'Add the process steps behind the touchpoints. Mark what waits.',
    rights: build,
    private: false,
  },
  feelings: {
    name: 'Feelings',
    instruction: 'How does it feel? Set a face for each stage.',
    rights: { ...watch, emotion: true },
    private: false,
  },
  pains: {
    name: 'Pains',
    instruction: 'Write what hurts, on your own. One pain per note.',
    rights: notes(['pain']),
    private: true,
  },
  gains: {
    name: 'Gains',
    instruction: 'Write what goes well, on your own. One thought per note.',
    rights: notes(['gain']),
    private: true,
  },
  group: {
    name: 'Group',
    instruction: 'Put notes that say the same together, and give each group a name.',
    rights: sort,
    private: false,
  },
  vote: {
    name: 'Vote',
    instruction: 'Give your dots to the pains that matter most.',
    rights: { ...watch, vote: true },
    private: false,
  },
  discuss: {
    name: 'Discuss',
    instruction: 'Talk about the top pains. What is behind them?',
    rights: { ...watch, add: ['note', 'process-step'], draw: true },
    private: false,
  },
  ideas: {
    name: 'Ideas',
    instruction: 'Write ideas for the top pains, on your own. One idea per note.',
    rights: notes(noteTypes.filter((type) => type === 'idea')),
    private: true,
  },
  pick: {
    name: 'Pick ideas',
    instruction: 'Give your dots to the ideas that help most.',
    rights: { ...watch, vote: true },
    private: false,
  },
  pause: { name: 'Break', instruction: 'Back in a few minutes.', rights: { ...watch, draw: true }, private: false },
  act: {
    name: 'Act',
    instruction: 'Turn the winners into actions: who does what by when.',
    rights: { ...watch, add: ['opportunity', 'action', 'kpi', 'note'], editOthers: true, draw: true },
    private: false,
  },
  close: {
    name: 'Close',
    instruction: 'Read the actions out loud. When do we look at them again?',
    rights: { ...watch, add: ['action'] },
    private: false,
  },
} as const satisfies Record<string, Step>

/** Minutes per phase; their sum is the length. */
const plans: Readonly<Record<AgendaLength, readonly (readonly [keyof typeof steps, number])[]>> = {
  60: [
    ['welcome', 5],
    ['build', 15],
    ['pains', 10],
    ['group', 8],
    ['vote', 6],
    ['act', 16],
  ],
  90: [
    ['welcome', 5],
    ['build', 20],
    ['feelings', 8],
    ['pains', 10],
    ['group', 10],
    ['vote', 7],
    ['discuss', 12],
    ['act', 15],
    ['close', 3],
  ],
  120: [
    ['welcome', 8],
    ['build', 22],
    ['feelings', 10],
    ['pains', 10],
    ['group', 10],
    ['vote', 7],
    ['pause', 8],
    ['discuss', 13],
    ['ideas', 8],
    ['pick', 5],
    ['act', 15],
    ['close', 4],
  ],
  240: [
    ['welcome', 15],
    ['build', 45],
    ['process', 25],
    ['feelings', 15],
    ['pause', 15],
    ['pains', 12],
    ['gains', 8],
    ['group', 15],
    ['vote', 8],
    ['discuss', 22],
    ['pause', 10],
    ['ideas', 10],
    ['pick', 6],
    ['act', 28],
    ['close', 6],
  ],
}

/** Phases of a ready-made agenda. Their ids name the step and its place: two breaks are two phases. */
export function readyAgenda(length: AgendaLength): Phase[] {
  return plans[length].map(([step, minutes], at) => ({
    id: `${step}${at + 1}`,
    minutes,
    reveal: 'names',
    placeholders: true,
    ...steps[step],
    rights: { ...steps[step].rights, add: copyOf(steps[step].rights.add) },
  }))
}

function copyOf(add: PhaseRights['add'] | readonly string[]): PhaseRights['add'] {
  return add === 'all' ? add : ([...add] as Exclude<PhaseRights['add'], 'all'>)
}
