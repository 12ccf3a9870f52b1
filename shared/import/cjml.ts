// Customer Journey Modelling Language 2.0 (SINTEF) → the content of a workshop file, or everything that is wrong with it.
// Takes what export/cjml.ts writes and what SINTEF's own programs write. Changes nothing by itself: applyJourneyFile.ts
// puts it on a board.
import { FILE_FORMAT, FILE_VERSION, type JourneyFile } from '../export/journeyFile.ts'
import { type CjmlFile, readCjmlJourney, toFileJourney } from './cjml/readCjmlJourney.ts'
import { ElementReader, inOrder } from './cjml/ElementReader.ts'
import { scaleOf } from './cjml/placeFeelings.ts'
import { type ImportProblem, showValue } from './ImportProblem.ts'
import { decodeXml } from './xml/decodeXml.ts'
import { readXml, type XmlElement, type XmlFault } from './xml/readXml.ts'

export type ParsedCjml =
  /** `notes`: what of the file has no place on a board, and what came otherwise than it stands there. */
  | { readonly ok: true; readonly file: JourneyFile; readonly notes: readonly ImportProblem[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** `departments`: of the workshop; what the file calls a provider is one of them or a person or system. */
export function parseCjml(bytes: Uint8Array, departments: readonly string[] = []): ParsedCjml {
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return refused(decoded.fault)
  const read = readXml(decoded.text)
  if (!read.ok) return refused(read.fault)
  const { root } = read
  const header = headerFault(root)
  if (header !== null) return refused({ line: root.line, column: root.column, sentence: header }, root.name)
  return readJourneys(root, departments)
}

function refused({ line, column, sentence }: XmlFault, path = ''): ParsedCjml {
  return { ok: false, problems: [{ path, line, column, sentence }] }
}

/** Another kind of file would give a long list of complaints that say nothing. */
function headerFault({ name, attributes, children }: XmlElement): string | null {
  if (name !== 'CJML') return `This is not a CJML file: its outermost element is ${showValue(name)}.`
  const version = attributes.get('version')?.trim() ?? ''
  if (version !== '' && !/^2(\.|$)/.test(version))
    return `This file is CJML ${showValue(version)}; version 2.0 is read here.`
  const isThere = children.some((child) => journeyNames.includes(child.name))
  return isThere ? null : 'There is no journey in this file.'
}

const journeyNames: readonly string[] = ['plannedJourney', 'actualJourney']

function readJourneys(root: XmlElement, departments: readonly string[]): ParsedCjml {
  const reader = new ElementReader(root)
  const elements = reader.children(root, ...journeyNames)
  const file: CjmlFile = {
    reader,
    departments: new Set(departments.map((name) => name.toLowerCase())),
    planIds: planIdsOf(elements),
    actors: new Map(),
    personas: new Map(),
    cards: 0,
    x: 0,
  }
  const read = elements.map((element) => readCjmlJourney(file, element))
  if (reader.problems.length > 0) return { ok: false, problems: inOrder(reader.problems) }
  const feelings = read.flatMap(({ moments }) => moments.flatMap(({ feeling }) => feeling ?? []))
  const scale = scaleOf(reader, feelings)
  const journeys = read.map((journey) => toFileJourney(reader, journey, scale))
  return {
    ok: true,
    file: {
      format: FILE_FORMAT,
      version: FILE_VERSION,
      // A journey says nothing about a workshop.
      workshop: { title: '', departments: [], participants: [] },
      journeys,
      freeCards: [...file.personas.values()],
      drawings: [],
      clusters: [],
      rounds: [],
      pictures: [],
    },
    notes: reader.notes(),
  }
}

function planIdsOf(journeys: readonly XmlElement[]): ReadonlySet<string> {
  const plans = journeys.filter(({ name }) => name === 'plannedJourney')
  return new Set(plans.flatMap(({ children }) => children.find(({ name }) => name === 'journeyID')?.text ?? []))
}
