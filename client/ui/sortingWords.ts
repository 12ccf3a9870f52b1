// Sorting: notes that say the same become one, others are grouped under a name. By the rules of words.ts.

const notes = (n: number) => (n === 1 ? '1 note' : `${n} notes`)
const cards = (n: number) => (n === 1 ? '1 card' : `${n} cards`)

export const sortingWords = {
  tool: 'Sort',
  sortNotes: 'Sort notes',
  panel: 'Sorting',
  suggestions: (n: number) => (n === 0 ? 'Nothing to suggest' : n === 1 ? '1 suggestion' : `${n} suggestions`),
  lead: 'Found by their words, in this browser. You decide.',
  alike: (n: number) => `These ${n} say nearly the same`,
  none: 'No notes say nearly the same. Select notes on the map to merge or group them by hand.',
  looking: 'Comparing the notes…',
  show: 'Show',
  merge: 'Merge',
  mergeNotes: (n: number) => `Merge ${notes(n)}`,
  keeps: 'Which wording stays?',
  partsStay: 'The others are kept in its details, with who wrote them, and can be taken out again.',
  notTheSame: 'Not the same',
  merged: (n: number) => `${notes(n)} are one now.`,
  undo: 'Undo',
  cannotMerge: 'These notes cannot be merged any more. Somebody has changed them.',

  group: 'Group',
  addToGroup: 'Add to group',
  newGroup: 'New group',
  removeFromGroup: 'Remove from group',
  ungroup: 'Ungroup',
  rename: 'Rename',
  selectCards: (n: number) => `Select ${cards(n)}`,
  unnamed: 'Group without a name',
  namePrompt: 'Name this group',
  name: 'Name of the group',
  groups: 'Groups',
  spoken: (name: string, n: number) => `Group ${name === '' ? 'without a name' : name}, ${cards(n)}`,
  inGroup: (name: string) => (name === '' ? 'in a group without a name' : `in group ${name}`),

  parts: (n: number) => `Made of ${notes(n)}`,
  takeOut: 'Take out',
  takeOutNote: (words: string) => `Take out “${words}”`,
  takeApart: 'Take all apart',
  emptyNote: 'Note without words',
} as const
