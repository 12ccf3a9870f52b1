// What people read while they take a workshop home. Names of formats and what they are for: shared/export/catalog.ts.
export const exportWords = {
  open: 'Export…',
  heading: 'Take it home',
  lead: 'For everybody here. What was anonymous stays anonymous in every file.',
  groups: { everybody: 'For everybody', nextTool: 'For the next tool', keep: 'To keep' },
  recap: 'Recap page',
  recapNote: 'Map, curve, votes and actions on one page, for everybody with the link.',
  recapOpen: 'Open the recap page',
  workItems: 'Work items',
  workItemsNote: 'Actions and opportunities for Jira, Azure DevOps, GitLab, GitHub, Linear or Trello.',
  tool: 'Which tool',
  nothingLost: 'Nothing is left out.',
  notInIt: (first: string, more: number) => `Not in it: ${first} and ${more} more`,
  alsoNotInIt: (others: string) => `Also not: ${others}.`,
  ofSelection: 'Export selection…',
  map: 'Which map',
  allMaps: 'All of them',
  what: 'What',
  board: 'The whole board',
  selection: (counts: Readonly<Record<string, number>>) => {
    const named = Object.entries(counts).filter(([, count]) => count > 0)
    const told = named.map(([things, count]) => `${count} ${count === 1 ? things.replace(/s$/, '') : things}`)
    return told.length === 0 ? 'Selection' : `Selection (${told.join(', ')})`
  },
  untitledMap: (number: number) => `Map ${number}`,
  paper: 'Paper',
  papers: { A4: 'A4', A3: 'A3', A2: 'A2', A1: 'A1', A0: 'A0', long: 'One long page' },
  tiled: 'On sheets of A4, to be glued',
  tiledHint: 'With overlap and crop marks.',
  bom: 'For Excel',
  bomHint: 'With a mark by which Excel reads accents and other scripts right.',
  download: 'Download',
  making: 'The file is being made…',
  made: (label: string) => `${label}: in your downloads.`,
  tooLargeToImport: (mebibytes: number) =>
    `It has more than ${mebibytes} MiB, too much for Import: whoever runs the server can move the workshop with its pictures.`,
} as const
