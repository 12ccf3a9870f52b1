// What each format does not carry, or not all of. Not claimed: tests/server/export/losses.test.ts changes one thing of a workshop at a
// time and looks whether the file changes; this list is what it found (LOSSES=write writes it again).
import type { FormatName } from './catalog.ts'
import { leftByImport, lostSubjects } from './lostSubjects.ts'

/** Things a workshop holds, in the words of the dialog; what is missed most comes first, as the dialog shows the first three. */
export const subjects = {
  people: 'names of participants',
  authors: 'who wrote a note',
  maps: 'titles of maps',
  objective: 'objective and success measure',
  states: 'whether a map is as-is or to-be',
  persona: 'the persona',
  personaDetails: 'expectations and motivations',
  portraits: 'portraits of personas',
  stages: 'stages',
  periods: 'periods of stages',
  lanes: 'names and kinds of lanes',
  touchpoints: 'touchpoints',
  channels: 'channels',
  moments: 'moments of truth',
  touchpointDetails: 'details of touchpoints',
  ratings: 'satisfaction and importance',
  customerActions: 'customer actions',
  thoughts: 'thoughts',
  notes: 'notes',
  noteTypes: 'kinds of notes',
  otherNotes: 'notes that are no pains',
  lonelyPains: 'pains of stages without touchpoints',
  severity: 'how severe pains are',
  noteDetails: 'evidence of notes',
  steps: 'process steps',
  stepDetails: 'who does a step, with what, how long',
  flags: 'bottlenecks',
  kpis: 'KPIs',
  kpiValues: 'values, units and targets of KPIs',
  kpiBaselines: 'baselines of KPIs',
  kpiSources: 'sources of KPIs',
  kpiReadings: 'earlier readings of KPIs',
  opportunities: 'opportunities',
  impact: 'impact and effort',
  kpiLinks: 'what opportunities and actions are measured by',
  actions: 'actions',
  doneActions: 'actions that are done',
  status: 'how far actions are',
  owners: 'owners and dates',
  departments: 'departments of cards',
  order: 'where cards stand in a map',
  freeCards: 'cards beside the maps',
  places: 'where maps and free cards lie',
  feelings: 'how it feels',
  reasons: 'why it feels so',
  departmentFeelings: 'how each department felt',
  readings: 'what each person felt',
  givers: 'who felt what',
  groups: 'groups of notes',
  merged: 'notes that were merged into others',
  votes: 'votes',
  earlierVotes: 'earlier votes',
  ballots: 'single ballots',
  drawings: 'drawings',
  pictures: 'pictures',
  longTexts: 'the end of long texts',
  scripts: 'letters other than Latin, Greek and Cyrillic',
  title: 'the workshop’s title',
  facilitators: 'who facilitated',
  review: 'the date of the next review',
  agenda: 'the agenda',
  participation: 'how many came from which department',
  departmentList: 'the list of departments',
} as const
export type LossSubject = keyof typeof subjects

export interface Losses {
  /** Where most is lost, `told` is what is left. */
  readonly isMost: boolean
  readonly told: readonly string[]
}

export function lostIn(name: FormatName): ReadonlySet<LossSubject> {
  return new Set(lostSubjects[name].split(' ').filter((subject) => subject !== '') as LossSubject[])
}

/** Null if nothing is lost. */
export function lossesOf(name: FormatName): Losses | null {
  const lost = lostIn(name)
  const all = Object.keys(subjects) as LossSubject[]
  const isMost = lost.size > all.length / 2
  const told = all.filter((subject) => lost.has(subject) !== isMost).map((subject) => subjects[subject])
  return told.length === 0 ? null : { isMost, told }
}

/** One line; '' if nothing is lost. Of the lossless file also what is in it and does not come back with it. */
export function describeLosses(name: FormatName): string {
  const losses = lossesOf(name)
  const lost = losses ? `${losses.isMost ? 'Only in it' : 'Not in it'}: ${losses.told.join(', ')}.` : ''
  if (name !== 'json' || leftByImport === '') return lost
  const left = leftByImport.split(' ').map((subject) => subjects[subject as LossSubject])
  return `${lost} An import leaves out: ${left.join(', ')}.`.trim()
}
