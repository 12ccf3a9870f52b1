// What each format does not carry. Not claimed: tests/server/export/losses.test.ts changes one thing of a workshop at a
// time and looks whether the file changes; this list is what it found (LOSSES=write writes it again).
import type { FormatName } from './catalog.ts'
import { lostSubjects } from './lostSubjects.ts'

/** Things a workshop holds, in the words of the dialog. */
export const subjects = {
  title: 'the workshop’s title',
  people: 'names of participants',
  review: 'the date of the next review',
  agenda: 'the agenda',
  objective: 'objective and success measure',
  persona: 'the persona',
  personaDetails: 'expectations and motivations',
  stages: 'stages',
  periods: 'periods of stages',
  lanes: 'names of lanes',
  touchpoints: 'touchpoints',
  channels: 'channels',
  touchpointDetails: 'details of touchpoints',
  customerActions: 'customer actions',
  thoughts: 'thoughts',
  notes: 'notes',
  noteTypes: 'kinds of notes',
  noteDetails: 'evidence of notes',
  steps: 'process steps',
  stepDetails: 'minutes and systems of steps',
  kpis: 'KPIs',
  kpiSources: 'sources of KPIs',
  kpiReadings: 'earlier readings of KPIs',
  opportunities: 'opportunities',
  impact: 'impact and effort',
  actions: 'actions',
  doneActions: 'actions that are done',
  owners: 'owners and dates',
  departments: 'departments of cards',
  order: 'the order of cards',
  freeCards: 'cards beside the maps',
  places: 'where free cards lie',
  feelings: 'how it feels',
  readings: 'what each person felt',
  groups: 'groups of notes',
  merged: 'notes that were merged into others',
  votes: 'votes',
  earlierVotes: 'earlier votes',
  ballots: 'single ballots',
  drawings: 'drawings',
  pictures: 'pictures',
  longTexts: 'the end of long texts',
  scripts: 'letters other than Latin, Greek and Cyrillic',
} as const
export type LossSubject = keyof typeof subjects

export interface Losses {
  /** Where most is lost, `told` is what is left. */
  readonly isMost: boolean
  readonly told: readonly string[]
}

/** Null if nothing is lost. */
export function lossesOf(name: FormatName): Losses | null {
  const lost = new Set<LossSubject>(lostSubjects[name])
  const all = Object.keys(subjects) as LossSubject[]
  const isMost = lost.size > all.length / 2
  const told = all.filter((subject) => lost.has(subject) !== isMost).map((subject) => subjects[subject])
  return told.length === 0 ? null : { isMost, told }
}

/** One line; '' if nothing is lost. */
export function describeLosses(name: FormatName): string {
  const losses = lossesOf(name)
  return losses ? `${losses.isMost ? 'Only in it' : 'Not in it'}: ${losses.told.join(', ')}.` : ''
}
