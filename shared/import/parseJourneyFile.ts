// Text of a lossless file → its checked content, or everything that is wrong with it. Changes nothing.
import { cardDefinition, type CardKind, isCardKind, laneTakes } from '../journey/cards/cardKinds.ts'
import type { LaneKind } from '../journey/lanes.ts'
import { FILE_FORMAT, FILE_VERSION, type JourneyFile, journeyFileSchema } from '../export/journeyFile.ts'
import { describeIssue } from './describeIssue.ts'
import { type ImportProblem, MAX_PROBLEMS, showPath, showValue } from './ImportProblem.ts'
import { type JsonPath, pathKey, positionOf, scanJson } from './scanJson.ts'

export type ParsedFile =
  | { readonly ok: true; readonly file: JourneyFile }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** A problem before its line is known. */
interface Finding {
  readonly path: JsonPath
  readonly sentence: string
}

export function parseJourneyFile(text: string): ParsedFile {
  const scan = scanJson(text)
  if (!scan.ok) {
    const problem = { path: '', ...positionOf(text, scan.offset), sentence: `Expected ${scan.expected} here.` }
    return { ok: false, problems: [problem] }
  }
  const raw: unknown = JSON.parse(text)
  const findings = findFaults(raw)
  if (findings.length > 0) return { ok: false, problems: locate(text, findings.slice(0, MAX_PROBLEMS)) }
  return { ok: true, file: journeyFileSchema.parse(raw) as unknown as JourneyFile }
}

function findFaults(raw: unknown): Finding[] {
  const header = headerFault(raw)
  if (header) return [header]
  const parsed = journeyFileSchema.safeParse(raw)
  if (parsed.success) return new References(parsed.data as unknown as JourneyFile).findFaults()
  return parsed.error.issues.map((issue) => ({
    path: issue.path,
    sentence: describeIssue(issue, valueAt(raw, issue.path)),
  }))
}

/** Another kind of file would give a long list of complaints that say nothing. */
function headerFault(raw: unknown): Finding | null {
  const { format, version } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  if (format !== FILE_FORMAT)
    return { path: [], sentence: `This is not a Journeyboard file: "format" is not "${FILE_FORMAT}".` }
  if (version === FILE_VERSION) return null
  const sentence = `This file has version ${showValue(version)}; this server reads version ${FILE_VERSION}.`
  return { path: ['version'], sentence }
}

function valueAt(raw: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  )
}

/** Adds line and column: of the value, or of the nearest thing around it that is there. */
function locate(text: string, findings: readonly Finding[]): ImportProblem[] {
  const scan = scanJson(
    text,
    findings.map(({ path }) => path),
  )
  const offsets = scan.ok ? scan.offsets : new Map<string, number>()
  return findings.map(({ path, sentence }) => {
    let offset: number | undefined
    for (let end = path.length; offset === undefined && end >= 0; end--)
      offset = offsets.get(pathKey(path.slice(0, end)))
    return { path: showPath(path), ...positionOf(text, offset ?? 0), sentence }
  })
}

/** Ids: each once, and every link leads to something of the right kind. */
class References {
  readonly #file: JourneyFile
  readonly #findings: Finding[] = []
  readonly #cardKinds = new Map<string, CardKind>()
  readonly #stages = new Set<string>()

  constructor(file: JourneyFile) {
    this.#file = file
  }

  findFaults(): Finding[] {
    this.#checkUnique()
    this.#file.journeys.forEach((journey, at) => {
      const path = ['journeys', at]
      this.#checkLink(journey['persona'], 'persona', [...path, 'persona'])
      this.#checkCells(at)
      journey.emotions.forEach((emotions, entry) => this.#checkEmotions(emotions, [...path, 'emotions', entry]))
      this.#checkCardLinks(journey.cards, [...path, 'cards'])
    })
    this.#checkCardLinks(this.#file.freeCards, ['freeCards'])
    return this.#findings
  }

  #add(path: JsonPath, sentence: string): void {
    this.#findings.push({ path, sentence })
  }

  #checkUnique(): void {
    const { journeys, freeCards, drawings, workshop } = this.#file
    this.#checkIds(journeys, ['journeys'])
    this.#checkIds(drawings, ['drawings'])
    this.#checkIds(workshop.participants, ['workshop', 'participants'])
    const [stages, lanes, cards] = [new Set<string>(), new Set<string>(), new Set<string>()]
    journeys.forEach((journey, at) => {
      this.#checkIds(journey.stages, ['journeys', at, 'stages'], stages)
      this.#checkIds(journey.lanes, ['journeys', at, 'lanes'], lanes)
      this.#checkIds(journey.cards, ['journeys', at, 'cards'], cards)
      for (const stage of journey.stages) this.#stages.add(stage.id)
    })
    this.#checkIds(freeCards, ['freeCards'], cards)
    for (const { id, kind } of [...journeys.flatMap((journey) => journey.cards), ...freeCards])
      this.#cardKinds.set(id, kind)
  }

  #checkIds(entities: readonly { readonly id: string }[], path: JsonPath, seen = new Set<string>()): void {
    entities.forEach(({ id }, at) => {
      if (seen.has(id)) this.#add([...path, at, 'id'], `${showValue(id)} is there twice.`)
      seen.add(id)
    })
  }

  #checkLink(id: unknown, kind: string, path: JsonPath): void {
    if (typeof id !== 'string') return
    const found = this.#cardKinds.get(id)
    if (found === undefined) this.#add(path, `There is no card ${showValue(id)} in this file.`)
    else if (found !== kind) this.#add(path, `The card ${showValue(id)} is no ${kind}.`)
  }

  #checkCells(at: number): void {
    const journey = this.#file.journeys[at]
    const stages = new Set(journey?.stages.map(({ id }) => id))
    const lanes = new Map(journey?.lanes.map(({ id, ...fields }) => [id, fields['kind'] as LaneKind]))
    journey?.cards.forEach((card, index) => {
      const path = ['journeys', at, 'cards', index]
      if (card.stage !== null && !stages.has(card.stage))
        this.#add([...path, 'stage'], `The journey has no stage ${showValue(card.stage)}.`)
      if (card.lane === null) return
      const kind = lanes.get(card.lane)
      if (!kind) this.#add([...path, 'lane'], `The journey has no lane ${showValue(card.lane)}.`)
      else if (card.stage !== null && !laneTakes(kind, card.kind))
        this.#add([...path, 'lane'], `A lane of kind ${kind} takes no ${card.kind}.`)
    })
  }

  #checkCardLinks(cards: JourneyFile['freeCards'] | JourneyFile['journeys'][number]['cards'], path: JsonPath): void {
    cards.forEach(({ kind, fields }, at) => {
      if (!isCardKind(kind)) return
      for (const [name, field] of Object.entries(cardDefinition(kind).fields))
        if (field.type === 'card') this.#checkLink(fields[name], field.kind, [...path, at, 'fields', name])
    })
  }

  #checkEmotions({ persona, readings }: JourneyFile['journeys'][number]['emotions'][number], path: JsonPath): void {
    this.#checkLink(persona, 'persona', [...path, 'persona'])
    readings.forEach(({ about }, at) => {
      if (!this.#stages.has(about) && !this.#cardKinds.has(about))
        this.#add([...path, 'readings', at, 'about'], `There is no stage or card ${showValue(about)} in this file.`)
    })
  }
}
