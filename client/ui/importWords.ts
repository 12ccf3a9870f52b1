// What the import of tables says.
import { cards, counted } from './countWords.ts'

/** What an import would do. */
interface ImportSummary {
  readonly made: number
  readonly kinds: readonly string[]
  readonly stages: number
  readonly lanes: number
  readonly departments: number
  readonly leftOut: number
}

const list = new Intl.ListFormat('en-GB')

/** ": 17 touchpoints, 4 thoughts and 2 KPIs" where the rows are not all of one kind */
const kindsWords = (kinds: readonly string[]): string => (kinds.length < 2 ? '' : `: ${list.format(kinds)}`)

export const importWords = {
  heading: 'Bring in a table',
  lead: (file: string, count: number) => `${file}: ${counted(count, 'row')}. Nothing is changed until you import.`,
  preset: (program: string) => `This looks like an export of ${program}. Check the columns.`,
  reading: 'Reading the file…',
  cannotOpen: 'This file cannot be opened. Choose it again. Nothing was changed.',
  faults: (count: number) =>
    `${count === 1 ? '1 thing is' : `${count} things are`} wrong in the file. Nothing was changed.`,
  cjmlSummary: (journeys: number, stages: number, count: number) =>
    `${counted(journeys, 'journey')}, ${counted(stages, 'stage')}, ${cards(count)}.`,
  notes: (count: number) =>
    count === 1 ? '1 thing is left out or changed' : `${count} things are left out or changed`,
  takenBack: (kept: number) =>
    kept === 0
      ? 'The import is taken back.'
      : `The import is taken back. ${kept === 1 ? '1 card that others wrote in stays.' : `${kept} cards that others wrote in stay.`}`,
  sheet: 'Sheet',
  header: 'The first row names the columns',
  kind: 'Each row is',
  readings: 'A measured value of a KPI',
  journey: 'Journey',
  stage: 'Rows without a stage go to',
  lane: 'Rows without a lane go to',
  unknownStages: 'Stages and lanes that the map does not have',
  unknownStageChoices: { make: 'Make them', leaveOut: 'Leave their rows out' },
  columns: 'What the columns hold',
  column: (letter: string, name: string) => (name === '' ? `Column ${letter}` : `Column ${letter}, ${name}`),
  roles: {
    ignore: 'Not brought in',
    stage: 'Stage',
    lane: 'Lane',
    more: 'Added to the evidence',
  },
  noTitle: (field: string) => `Choose the column that holds ‘${field}’.`,
  noMap: 'There is no map to bring cards into. Name a stage first.',
  unnamedStage: (nth: number) => `Stage ${nth}, without a name`,
  summary: ({ made, kinds, stages, lanes, departments, leftOut }: ImportSummary) =>
    [
      made === 0 ? 'No card would be made.' : `${cards(made)} will be made${kindsWords(kinds)}.`,
      stages === 0 ? '' : stages === 1 ? '1 stage is new.' : `${stages} stages are new.`,
      lanes === 0 ? '' : lanes === 1 ? '1 lane is new.' : `${lanes} lanes are new.`,
      departments === 0 ? '' : departments === 1 ? '1 department is new.' : `${departments} departments are new.`,
      leftOut === 0 ? '' : `${counted(leftOut, 'row')} ${leftOut === 1 ? 'is' : 'are'} left out.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  readingsSummary: (count: number, leftOut: number) =>
    [
      count === 0 ? 'No value is new.' : count === 1 ? '1 value will be added.' : `${count} values will be added.`,
      leftOut === 0 ? '' : `${counted(leftOut, 'row')} ${leftOut === 1 ? 'is' : 'are'} left out.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  problems: (count: number) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
  where: (row: number, column: string) =>
    row === 0 ? '' : column === '' ? `Row ${row}:` : `Row ${row}, column ${column}:`,
  more: (count: number) => `and ${count} more`,
  back: 'Another file',
  importCards: (count: number) => `Import ${cards(count)}`,
  importReadings: (count: number) => (count === 1 ? 'Add 1 value' : `Add ${count} values`),
  importedCards: (count: number) => `${cards(count)} imported.`,
  importedReadings: (count: number) => (count === 1 ? '1 value added.' : `${count} values added.`),
  tooMany: (limit: number) =>
    `The board holds at most ${limit.toLocaleString('en')} cards and drawings. Leave rows out of the table.`,
  undo: 'Undo',
  notLast: 'Something else was done since. Undo takes back one step after the other.',
  othersWrote: 'Others have written in some of these cards: they stay. Delete them one by one.',
}
