// Every sentence on the map itself: headers, cards, the emotion curve, forms of cards. The second half of words.ts, by
// the same rules: short, active, second person, sentence case, no exclamation marks, digits for numbers, a true minus.
import { cards } from './countWords.ts'

/** "+0.5", "0", "−1.5" */
export function signed(value: number): string {
  const tenths = Math.round(value * 10) / 10
  if (tenths === 0) return '0'
  return `${tenths > 0 ? '+' : '−'}${Math.abs(tenths)}`
}

export const canvasWords = {
  text: {
    enter: 'Enter',
    done: 'done',
    deletedWhileWriting: 'Somebody deleted this while you wrote.',
    copy: 'Copy your text',
    left: (n: number, max: number) => `${n} of ${max}`,
  },

  card: {
    homeless: 'Its stage or lane is gone. Drag it back into the map.',
    markDone: 'Mark as done',
    markOpen: 'Mark as open again',
    bar: 'Card',
    several: (n: number) => `${n} cards`,
    channel: 'Channel',
    otherChannel: 'Another channel…',
    channels: ['web', 'portal', 'app', 'phone', 'in person', 'email', 'paper'],
    department: 'Department',
    noDepartment: 'No department',
    addPain: 'Add pain',
    addNext: { opportunity: 'Add opportunity', action: 'Add action' },
    more: 'More',
    details: 'Details',
    duplicate: 'Duplicate',
    delete: 'Delete',
    none: 'None',
  },

  details: {
    heading: (kind: string) => `${kind} details`,
    close: 'Close details',
    unset: 'Not set',
    low: (n: number) => `${n} low`,
    high: (n: number) => `${n} high`,
    savedAtOnce: 'What you change is saved at once.',
    clear: 'Clear',
    clearField: (label: string) => `Clear ${label.toLowerCase()}`,
    noCards: 'No KPI cards yet.',
    untitled: 'Without a name',
    date: 'Date',
    value: 'Value',
    addReading: 'Add reading',
    removeReading: (date: string) => `Remove the reading of ${date}`,
    wrongNumber: 'Enter a number.',
    outOfRange: (min: number, max: number) => `Enter a number from ${min} to ${max}.`,
    picture: 'Choose a picture',
    changePicture: 'Change the picture',
    uploading: 'Sending…',
    pictureFailed: 'The picture could not be kept. PNG, JPEG, WebP or GIF up to 10 MB work.',
  },

  map: {
    locked: 'The facilitator locked stages and lanes.',
    persona: 'Persona',
    wants: 'Wants',
    objective: 'Objective',
    successMeasure: 'Success measure',
    personaPrompt: 'Whose journey is it?',
    wantsPrompt: 'What do they want?',
    objectivePrompt: 'What should be reached?',
    successMeasurePrompt: 'How will you know?',
    write: 'Edit header',
    details: 'Journey details',
    personaDetails: 'Persona details',
    states: { 'as-is': 'As-is', 'to-be': 'To-be' },
    switchState: (to: string) => `Switch to ${to.toLowerCase()}`,
    firstStage: 'Name the first stage.',
    firstLane: 'Add the first lane.',
    menu: (title: string) => `Journey ${title || 'without a title'}`,
    add: 'Add a journey',
    addedTitle: (n: number) => `Journey ${n}`,
    copyAsToBe: 'Copy as to-be',
    copied: (n: number) => `Copied beside the map: ${cards(n)}, without the feelings.`,
    delete: 'Delete journey',
    addStage: 'Add stage',
    addLane: 'Add lane',
  },

  stage: {
    name: 'Name of the stage',
    namePrompt: 'Name the stage',
    period: 'Period',
    periodPrompt: 'When?',
    menu: (name: string) => `Stage ${name || 'without a name'}`,
    rename: 'Rename',
    insertBefore: 'Insert stage before',
    insertAfter: 'Insert stage after',
    wider: 'Wider',
    narrower: 'Narrower',
    moveLeft: 'Move left',
    moveRight: 'Move right',
    delete: 'Delete stage',
    resize: 'Width of the stage',
  },

  lane: {
    name: 'Name of the lane',
    menu: (name: string) => `Lane ${name}`,
    rename: 'Rename',
    kind: 'Kind of lane',
    insertAbove: 'Insert lane above',
    insertBelow: 'Insert lane below',
    moveUp: 'Move up',
    moveDown: 'Move down',
    delete: 'Delete lane',
  },

  emotion: {
    curve: (n: number) => `Emotion curve: median of ${n} readings`,
    /** The median is not there (fewer than 2 people) or not shown (the own points are not set). */
    noCurve: (people: number) =>
      people === 0
        ? 'Emotion curve, no readings yet'
        : `Emotion curve, ${people === 1 ? '1 person has' : `${people} people have`} set points`,
    empty: 'How does it feel? Set a face for each stage.',
    setFirst: 'Set yours first',
    you: 'You',
    median: (n: number) => `Median of ${n}`,
    lowest: (value: string) => `Lowest point ${value}`,
    band: 'Band: half of the room is inside',
    point: (stage: string) => `How ${stage || 'this stage'} feels to you`,
    valueText: (stage: string, value: number, reason: string) =>
      `${stage || 'Stage'}: ${signed(value)}${reason === '' ? '' : `, ${reason}`}`,
    notSet: (stage: string) => `${stage || 'Stage'}: not set`,
    why: 'Why?',
    whyPrompt: 'Curious, lost, relieved …',
    remove: 'Remove',
    departments: 'Departments',
    showDepartments: 'Show the curves of departments',
    departmentOf: (name: string, people: number) => `${name}, ${people} ${people === 1 ? 'person' : 'people'}`,
    compare: 'Compare',
    peek: 'Show the room',
  },
} as const
