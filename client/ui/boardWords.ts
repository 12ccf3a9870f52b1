// Every sentence of the canvas's tools: toolbar, keys, dialogs, messages. By the rules of words.ts: short, active, second
// person, sentence case, no exclamation marks, digits for numbers.
import { everybodyLoses } from './everybodyLoses.ts'
import { cards, counted } from './countWords.ts'

const named = (name: string) => (name === '' ? 'without a name' : `“${name}”`)

export const boardWords = {
  board: 'Board',
  addTo: (what: string, stage: string) => (stage === '' ? `Add ${what}` : `Add ${what} to ${stage}`),
  tooManyShapes: (max: number) => `This board is full (${max.toLocaleString('en')} shapes). Delete something first.`,
  backToMap: 'Back to the map',
  keptAside: {
    button: (n: number) => (n === 1 ? '1 entry kept aside' : `${n} entries kept aside`),
    note: 'What cannot be read is not on the map. Nothing of it is deleted.',
    roots: {
      journeys: 'Journey',
      stages: 'Stage',
      lanes: 'Lane',
      cards: 'Card',
      emotions: 'Emotion reading',
      clusters: 'Group of notes',
    },
  },
  cannotUndo: 'Others have written in this card, so it stays.',

  tools: {
    label: 'Tools',
    select: 'Select',
    move: 'Move',
    action: 'Action',
    note: 'Note',
    arrow: 'Arrow',
    draw: 'Draw',
    text: 'Text',
    more: 'More tools',
    moreShort: 'More',
    rectangle: 'Rectangle',
    ellipse: 'Ellipse',
    line: 'Line',
    frame: 'Frame',
    highlight: 'Highlighter',
    eraser: 'Eraser',
    laser: 'Laser pointer',
    image: 'Image…',
    otherCards: 'Cards',
    drawings: 'Drawings',
  },

  zoom: {
    label: 'Zoom',
    out: 'Zoom out',
    in: 'Zoom in',
    menu: (percent: number) => `Zoom, ${percent} %`,
    all: 'Show everything',
    width: 'Fit to width',
    selection: 'Zoom to selection',
    full: 'Zoom to 100 %',
    undo: 'Undo',
    redo: 'Redo',
  },

  /** Questions before something goes for everybody. */
  ask: {
    titleStage: (name: string) => `Delete stage ${named(name)}?`,
    titleLane: (name: string) => `Delete lane “${name}”?`,
    titleJourney: (name: string) => `Delete journey ${named(name)}?`,
    cardsGo: (n: number) => `${cards(n)} in it ${n === 1 ? 'goes' : 'go'} too. You can undo this.`,
    journeyGoes: (stages: number, n: number, people: number) => {
      const feelings = people === 1 ? 'the feelings of 1 person' : `the feelings of ${people} people`
      const what = everybodyLoses([[stages, 'stage'], [n, 'card'], ...(people === 0 ? [] : [feelings])])
      return `${what} You can undo this.`.trim()
    },
    confirm: 'Delete',
  },

  images: {
    svg: 'SVG pictures are not taken. Use PNG, JPEG, WebP or GIF.',
    kind: 'Files of this kind cannot come onto the board. Pictures (PNG, JPEG, WebP, GIF), tables and workshop files can.',
    onlyFacilitators: 'Tables and workshop files are brought in by facilitators. Rows of a table can be pasted.',
    tooLarge: (mb: number) => `This picture is larger than ${mb} MB.`,
    failed: 'The picture could not be sent. Try again.',
    notAllowed: 'You look on in this workshop. Ask the facilitator for a link to take part.',
  },

  tldr: {
    notTldr: 'This is no tldraw file that can be read. Nothing was changed.',
    empty: 'There is no drawing in this file that the board can keep.',
    brought: (n: number, leftOut: number) => {
      const came = n === 1 ? '1 drawing came in.' : `${n} drawings came in.`
      if (leftOut === 0) return came
      return `${came} Left out: ${counted(leftOut, 'thing')} on other pages or of kinds that are not kept here.`
    },
  },

  paste: {
    rows: (n: number, leftOut: number) =>
      leftOut === 0 ? `${cards(n)} made.` : `${cards(n)} made. Left out: ${leftOut} of the pasted cells.`,
    pages: 'Web pages cannot be embedded here.',
  },

  menu: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    duplicate: 'Duplicate',
    delete: 'Delete',
    undo: 'Undo',
    redo: 'Redo',
  },

  keys: {
    groups: { tools: 'Tools', cards: 'Cards', map: 'Map and page' },
    tools: {
      select: 'Select',
      move: 'Move the board',
      draw: 'Draw',
      arrow: 'Arrow',
      text: 'Text',
      eraser: 'Eraser',
    },
    cards: {
      next: 'From card to card',
      moveByCell: 'Move the card by cell',
      earlier: 'Move the card within its cell',
      write: 'Write, again done',
      back: 'Undo writing, then deselect',
      delete: 'Delete',
      copy: 'Copy, cut, paste',
      duplicate: 'Duplicate',
      lock: 'Lock, unlock (facilitators)',
      undo: 'Undo, redo',
    },
    map: {
      fit: 'Show everything',
      zoom: 'Zoom in, zoom out',
      full: 'Zoom to 100 %',
      panels: 'Map, panel, bar',
      shortcuts: 'Keyboard shortcuts',
    },
  },
} as const
