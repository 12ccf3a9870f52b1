// Every sentence of the pages and panels, in one place for translation. Short, active, second person, sentence case,
// no exclamation marks. Say what happened, what is safe, what to do. Numbers as digits.

import { everybodyLoses } from './everybodyLoses.ts'
import { counted, people } from './countWords.ts'

const viewersWord = (n: number) => counted(n, 'viewer')
const changes = (n: number) => (n === 1 ? '1 change waits' : `${n} changes wait`)

export const words = {
  common: {
    product: 'Journeyboard',
    close: 'Close',
    menu: 'Menu',
    cancel: 'Cancel',
    save: 'Save',
    tryAgain: 'Try again',
    toStart: 'To the start page',
    message: 'Message',
    messages: 'Messages',
    loading: 'Opening the workshop…',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Select the link and copy it by hand.',
  },

  theme: { label: 'Appearance', system: 'Like the system', light: 'Light', dark: 'Dark' },

  home: {
    heading: 'Start a workshop',
    lead: 'Map one customer journey together, see where it hurts, take it home as data.',
    title: 'What is the workshop about?',
    titlePlaceholder: 'First order to first delivery',
    titleMissing: 'Give the workshop a name so that people know where they are.',
    template: 'Start from',
    start: 'Start workshop',
    starting: 'Starting…',
    promise: 'You get a link and a QR code to share.',
    noAccount: 'Nobody needs an account.',
    adminKey: 'Key of this server',
    adminKeyHint: 'Whoever runs this server has it.',
    adminKeyMissing: 'On this server, starting a workshop needs a key.',
    adminKeyWrong: 'This key is not the server’s key. Check it and try again.',
    recent: 'Recent on this browser',
    empty: 'No workshops in this browser yet.',
    emptyNote: 'What you start or join appears here.',
    recentNote: 'Only this browser keeps this list. Were you invited? Open the link you were sent.',
    forget: (title: string) => `Take “${title}” off this list`,
    forgotten: (title: string) => `“${title}” is off this list. The workshop itself stays.`,
    undo: 'Undo',
    roles: {
      facilitator: 'You facilitate.',
      participant: 'You take part.',
      viewer: 'You look on.',
    },
    notJoined: 'Not joined yet.',
    people,
    today: (time: string) => `today, ${time}`,
    yesterday: (time: string) => `yesterday, ${time}`,
  },

  templates: {
    blank: { name: 'Blank', note: 'Stages and lanes you name' },
    'customer-lifecycle': { name: 'Customer lifecycle', note: 'Five stages, first contact to renewal' },
    'saas-onboarding': { name: 'SaaS onboarding', note: 'Four stages, sign-up to habit' },
    'service-blueprint': { name: 'Service blueprint', note: 'What is seen and what is behind' },
  },

  join: {
    invites: (name: string) => `${name} invites you to a workshop`,
    invited: 'You are invited to a workshop',
    ready: 'Your workshop is ready',
    facts: 'What the workshop is about',
    persona: 'Whose journey',
    objective: 'Goal',
    stages: 'Stages',
    open: 'Still open',
    line: 'How does it feel? You draw this line together.',
    emptyMap: 'The map is still empty. You name the first stage together.',
    heading: 'Join in',
    headingFacilitator: 'First, who are you?',
    noAccount: 'No account needed.',
    nextInvite: 'Then you invite the others.',
    name: 'Your name',
    nameMissing: 'Enter a name so that others know who writes.',
    department: 'Your department',
    anotherDepartment: 'Another department',
    departmentPlaceholder: 'For example Support',
    departmentHint: 'Others can pick it too once you are in.',
    suggestions: 'Common departments',
    join: 'Join the workshop',
    enter: 'Open the board',
    joining: 'Joining…',
    seen: 'Others see your name and department.',
    here: (n: number) => (n === 1 ? '1 person is here' : `${n} people are here`),
    beenHere: (n: number) => `${people(n)} took part so far.`,
    ended: 'Your place in this workshop has ended. Join again to go on.',
  },

  /** Suggested where a workshop has no departments yet. */
  commonDepartments: ['Marketing', 'Sales', 'Support', 'Product', 'Operations'],

  problems: {
    link: {
      heading: 'This link no longer works. Ask for a new one.',
      note: 'It may have been replaced, or part of it is missing. Open the whole link that you were sent.',
    },
    unreachable: {
      heading: 'The server cannot be reached.',
      note: 'Nothing is lost. The page tries again as soon as you are online.',
      sentence: 'The server cannot be reached. Check your connection and try again.',
    },
    full: {
      heading: 'This workshop is full.',
      note: 'As many people are in it as the server lets in. Try again when somebody has left, or ask the facilitator.',
    },
    damaged: {
      heading: 'This workshop cannot be read.',
      note: 'Its file on the server is damaged. It is kept as it is; ask whoever runs the server to put a backup back.',
    },
    stopping: { heading: 'The server restarts.', note: 'Nothing is lost. The page tries again in a moment.' },
    closed: { heading: 'This workshop is closed.', note: 'Ask the facilitator to open it again.' },
    tooMany: { heading: 'Too many tries at once.', note: 'Wait a minute, then try again.' },
    failed: { heading: 'That did not work.', note: 'The server could not answer. Try again in a moment.' },
    notFound: { heading: 'There is no page here.', note: 'The address may be mistyped.' },
    crashed: {
      heading: 'This page stopped working.',
      note: 'What was saved is safe. Load the page again to go on.',
      reload: 'Load again',
    },
    outdated: {
      heading: 'This page is older than the server.',
      note: 'What was saved is safe. Load the page again to go on.',
    },
    failedSentence: 'That did not work. Your text is still here. Try again.',
  },

  saved: {
    connecting: 'Connecting…',
    saving: 'Saving…',
    saved: 'Saved',
    offline: 'Offline',
    unsaved: 'Not saved',
    readOnly: 'You look on',
    refused: 'Not connected',
  },

  strips: {
    offline: (n: number) =>
      n === 0
        ? 'Offline. What you change waits here and is sent when you are back.'
        : `Offline. ${changes(n)} here and ${n === 1 ? 'is' : 'are'} sent when you are back.`,
  },

  bar: {
    label: 'Workshop',
    home: 'Journeyboard, to the start page',
    rename: 'Rename the workshop',
    invite: 'Invite',
    people: (n: number, viewers: number) =>
      viewers === 0 ? `People, ${n} here` : `People, ${n} here, ${viewersWord(viewers)}`,
    menu: 'Menu',
    importFile: 'Import…',
    shortcuts: 'Keyboard shortcuts',
    recap: 'Recap',
    settings: 'Workshop settings',
    hints: 'First steps',
    leave: 'To the start page',
  },

  people: {
    heading: 'People',
    here: (n: number) => `${n} here`,
    away: (n: number) => `${n} away`,
    awayHeading: 'Not here now',
    onlyYou: 'Only you so far. Share the link.',
    /** Only viewers have no name. */
    unnamed: 'Viewer',
    viewers: viewersWord,
    viewersNote: 'Without a name',
    you: 'you',
    more: (n: number) => `and ${n} more`,
    roles: { facilitator: 'Facilitator', participant: 'Participant', viewer: 'Viewer' },
    noDepartment: 'No department',
    follow: (name: string) => `Follow ${name}`,
    unfollow: (name: string) => `Stop following ${name}`,
    following: 'Following',
    manage: (name: string) => `More for ${name}`,
    rename: 'Change name and department',
    renameYou: 'Change your name and department',
    makeFacilitator: 'Make facilitator',
    takeFacilitator: 'Take the role of facilitator back',
    leaveFacilitator: 'Facilitate no longer',
    department: 'Department',
    remove: 'Remove from the workshop',
    removeHeading: (name: string) => `Remove ${name}?`,
    removeNote: 'Their cards stay on the board. They can come back with a link that still works.',
    removeConfirm: 'Remove',
    newName: 'Name',
    search: 'Find a person',
    noneFound: 'Nobody of that name is here.',
  },

  invite: {
    heading: 'Invite people',
    lead: 'Whoever has a link comes in. Nobody needs an account.',
    role: 'Link for',
    roles: { participant: 'Participants', facilitator: 'Facilitators', viewer: 'Viewers' },
    can: {
      participant: 'Can add and change cards, stages and lanes.',
      facilitator: 'Can also lead: rename, remove, lock and invite. Share it with care.',
      viewer: 'Can look, cannot change anything. No name needed.',
    },
    link: 'Link',
    copyLink: 'Copy link',
    qr: {
      participant: 'QR code of the link for participants',
      facilitator: 'QR code of the link for facilitators',
      viewer: 'QR code of the link for viewers',
    },
    scan: 'Scan to join',
    fullScreen: 'Show full screen',
    orType: 'or open',
    localhost:
      'This address works on this computer only. Open the workshop under an address of your network, then share that link.',
    notHere: 'This browser does not have this link yet.',
    fetch: 'Make a link',
    fetching: 'Making a link…',
    participantOnly: 'Ask the facilitator for the link to share.',
  },

  /** What to do now, the largest sentence of the bar. */
  instructions: {
    stage: 'Name the first stage.',
    touchpoints: 'Add the touchpoints you know: one card each, in its stage.',
    feelings: 'How does it feel? Set a face for each stage.',
    pains: 'Write what hurts, one pain per note.',
    build: 'Add what you know: one card each, in its stage.',
    locked: 'Add what you know. Stages and lanes are locked.',
    lockedByFacilitator: 'Stages and lanes are locked for participants. You can change them.',
    looksOn: 'You look on. Nothing you do changes the board.',
    closed: 'This workshop is closed. Everything can still be read and exported.',
  },

  settings: {
    lead: 'What you change here holds for everybody.',
    title: 'Title of the workshop',
    review: 'Next review of the actions',
    reviewHint: 'Shown in the recap.',
    lock: 'Lock stages and lanes',
    lockHint: 'Only facilitators can then add, move or delete them. Cards stay open to all.',
    close: 'Close the workshop',
    closeHint: 'Nobody can change the board until you open it again.',
  },

  files: {
    importHeading: 'Import a file',
    importLead: 'A workshop file, a journey model, or a table of cards. A faulty file changes nothing.',
    nothingChanged: 'Nothing was changed.',
    choose: 'Choose a file or drop it here',
    kind: 'JSON as exported, CJML, CSV, Excel (.xlsx), a Markdown list, or drawings (.tldr)',
    mode: 'What happens to the board',
    modes: { add: 'Add to the board', replace: 'Replace the board' },
    modeNotes: {
      add: 'The journeys of the file are put beside those that are there.',
      replace: 'The journeys that are there are deleted for everybody.',
    },
    replaceHeading: 'Replace the board?',
    replaceGoes: (journeys: number, cards: number, drawings = 0) =>
      everybodyLoses([
        [journeys, 'journey'],
        [cards, 'card'],
        [drawings, 'drawing'],
      ]),
    replaceBack: 'Before that, the board is kept. “Undo” after the import brings it back, later Menu, History.',
    replaceIt: 'Replace the board',
    back: 'Back',
    undo: 'Undo',
    importIt: 'Import',
    importing: 'Importing…',
    imported: (journeys: number, cards: number) =>
      `${counted(journeys, 'journey')} with ${counted(cards, 'card')} imported.`,
    place: (line: number, column: number) => `Line ${line}, column ${column}:`,
    tooLarge: (mb: number) => `This file is larger than ${mb} MB. Nothing was changed.`,
  },

  hints: {
    label: 'First steps',
    steps: {
      invite: 'Share the link or the QR code. People join without an account.',
      card: 'Double-click in a cell to write the card that belongs there. Drag cards to other cells.',
      cardByTouch: 'Tap twice in a cell to write the card that belongs there. Drag cards to other cells.',
      feel: 'How does each stage feel? Drag your point in the emotion lane.',
      keys: 'Everything works with the keyboard too. See the list with',
    },
    next: 'Next',
    done: 'Got it',
    skip: 'Skip the hints',
    step: (n: number, all: number) => `${n} of ${all}`,
  },

  shortcuts: {
    heading: 'Keyboard shortcuts',
    lead: 'Everything on the map works without a mouse.',
  },
} as const
