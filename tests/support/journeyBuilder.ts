// Draws a journey in a test the way it looks: stages across, lanes down, cards in the cells.
//
//   const journey = drawJourney(`
//                | Preparing (6 months before) | Separating
//     touchpoints| Transition class; Website   | Final exam
//     pains      | Too much to read            |
//     emotion    | anna -1 overloaded; ben 0.5 | anna -2
//   `)
//   journey.card('Website')          // its id
//   journey.cell('Preparing', 'touchpoints')  // ['Transition class', 'Website']
//   journey.show()                   // the drawing of what the document holds now
//
// A row is a lane: its kind, and in brackets its own title if it has one. A card is of the kind that belongs in the
// lane, or of another with `kind/` before its words. Ids are the words without what an id cannot hold, so that a failing
// test says which card it is about; the same drawing gives the same ids.
import * as Y from 'yjs'
import { type Board, cellKey, type Place } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { cardDefinition, isCardKind, kindsForLane, noteTypeForLane } from '../../shared/journey/cards/cardKinds.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { setReading } from '../../shared/journey/edit/editEmotions.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from '../../shared/journey/ids.ts'
import { type LaneKind, laneKinds } from '../../shared/journey/lanes.ts'
import { orderAt, orderKeys } from '../../shared/journey/order.ts'
import { cardTitle, lanesOf, stagesOf } from '../../shared/journey/readBoardParts.ts'

export interface DrawOptions {
  /** Draw into this document; a new one by default. */
  readonly doc?: Y.Doc
  readonly title?: string
  readonly place?: { readonly x: number; readonly y: number }
}

export interface DrawnJourney {
  readonly doc: Y.Doc
  readonly target: EditTarget
  readonly id: JourneyId
  /** What the document holds now. */
  board(): Board
  stage(name: string): StageId
  /** By kind or by its own title. */
  lane(name: string): LaneId
  card(words: string): CardId
  /** A place at the end of a cell, or before the card at `index`. */
  place(stage: string, lane: string, index?: number): Place
  /** Words of the cards of a cell in order. */
  cell(stage: string, lane: string): string[]
  show(): string
}

/** An id that can be read: the words without what an id cannot hold. */
export function idOf<Id extends string>(words: string): Id {
  const id = words.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 32)
  if (id === '') throw new Error(`no id can be made of "${words}"`)
  return id as Id
}

/** "Preparing (6 months before)" → name and what stands in brackets. */
function splitBrackets(text: string): { name: string; inBrackets: string } {
  const match = /^(.*?)\s*(?:\((.*)\))?$/.exec(text.trim())
  return { name: match?.[1] ?? '', inBrackets: match?.[2] ?? '' }
}

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim())
const itemsOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export function drawJourney(drawing: string, options: DrawOptions = {}): DrawnJourney {
  const doc = options.doc ?? new Y.Doc()
  const target: EditTarget = { doc, origin: 'drawing' }
  const title = options.title ?? 'Journey'
  const id = idOf<JourneyId>(title)
  const [header = '', ...rows] = drawing.split('\n').filter((line) => line.trim() !== '')
  createJourney(target, { id, place: options.place ?? { x: 0, y: 0 }, title })
  const stages = drawStages(target, id, cellsOf(header).slice(1))
  const orders = orderKeys(rows.length)
  rows.forEach((row, at) => {
    const [label = '', ...cells] = cellsOf(row)
    const lane = drawLane(target, id, label, orders[at] ?? '')
    cells.forEach((cell, column) => {
      const stageId = stages[column]
      if (stageId) drawCell(target, id, stageId, lane, cell)
    })
  })
  return new Drawn(target, id)
}

function drawStages(target: EditTarget, journeyId: JourneyId, cells: readonly string[]): StageId[] {
  const orders = orderKeys(cells.length)
  return cells.map((cell, at) => {
    const { name, inBrackets } = splitBrackets(cell)
    const id = idOf<StageId>(`${name || `stage${at}`}${journeyId}`)
    const isMade = createStage(target, { id, journeyId, order: orders[at] ?? '', name, period: inBrackets })
    if (!isMade) throw new Error(`the stage "${name}" is there twice`)
    return id
  })
}

function drawLane(target: EditTarget, journeyId: JourneyId, label: string, order: string) {
  const { name, inBrackets } = splitBrackets(label)
  const kind = laneKinds.find((known) => known === name)
  if (!kind) throw new Error(`"${name}" is no kind of lane; there are ${laneKinds.join(', ')}`)
  const id = idOf<LaneId>(`${inBrackets || kind}${journeyId}`)
  const isMade = createLane(target, { id, journeyId, order, kind, title: inBrackets })
  if (!isMade) throw new Error(`the lane "${label}" is there twice`)
  return { id, kind }
}

function drawCell(
  target: EditTarget,
  journeyId: JourneyId,
  stageId: StageId,
  lane: { readonly id: LaneId; readonly kind: LaneKind },
  cell: string,
): void {
  if (lane.kind === 'emotion') return drawReadings(target, journeyId, stageId, cell)
  const items = itemsOf(cell)
  const orders = orderKeys(items.length)
  items.forEach((item, at) => {
    const [prefix = '', ...rest] = item.split('/')
    const isPrefixed = isCardKind(prefix) && rest.length > 0
    const kind = isPrefixed ? prefix : kindsForLane(lane.kind)[0]
    const words = isPrefixed ? rest.join('/') : item
    if (!kind) throw new Error(`the lane ${lane.kind} takes no cards`)
    const place = { journeyId, stageId, laneId: lane.id, order: orders[at] ?? '' }
    const type = kind === 'note' ? { type: noteTypeForLane(lane.kind) } : {}
    const fields = { [cardDefinition(kind).title]: words, ...type }
    const made = createCards(target, [{ id: idOf<CardId>(words), kind, place, fields }])
    if (made.length === 0) throw new Error(`"${item}" cannot be put into the lane ${lane.kind}, or is there twice`)
  })
}

/** "anna -1 overloaded; ben 0.5" */
function drawReadings(target: EditTarget, journeyId: JourneyId, stageId: StageId, cell: string): void {
  for (const item of itemsOf(cell)) {
    const [who = '', value = '', ...reason] = item.split(/\s+/)
    const place = { journeyId, personaId: null, participantId: idOf<ParticipantId>(who), about: stageId }
    if (!setReading(target, place, { value: Number(value), reason: reason.join(' ') }))
      throw new Error(`"${item}" is no reading; write who, a number from -2 to 2, why`)
  }
}

class Drawn implements DrawnJourney {
  readonly doc: Y.Doc
  readonly target: EditTarget
  readonly id: JourneyId

  constructor(target: EditTarget, id: JourneyId) {
    this.doc = target.doc
    this.target = target
    this.id = id
  }

  board(): Board {
    return readBoard(this.doc)
  }

  stage(name: string): StageId {
    return found(name, stagesOf(this.board(), this.id), (stage) => stage.name).id
  }

  lane(name: string): LaneId {
    const lanes = lanesOf(this.board(), this.id)
    const lane = lanes.find((one) => one.title === name)
    return lane?.id ?? found(name, lanes, (one) => one.kind).id
  }

  card(words: string): CardId {
    return found(words, [...this.board().cards.values()], cardTitle).id
  }

  place(stage: string, lane: string, index?: number): Place {
    const [stageId, laneId] = [this.stage(stage), this.lane(lane)]
    const orders = (this.board().cells.get(cellKey(stageId, laneId)) ?? []).map(({ place }) => ({
      order: 'order' in place ? place.order : '',
    }))
    return { journeyId: this.id, stageId, laneId, order: orderAt(orders, index ?? orders.length) }
  }

  cell(stage: string, lane: string): string[] {
    return (this.board().cells.get(cellKey(this.stage(stage), this.lane(lane))) ?? []).map(cardTitle)
  }

  show(): string {
    return showJourney(this.board(), this.id)
  }
}

function found<T>(name: string, all: readonly T[], nameOf: (one: T) => string): T {
  const one = all.find((candidate) => nameOf(candidate) === name)
  if (!one) throw new Error(`there is no "${name}"; there are ${all.map(nameOf).join(', ')}`)
  return one
}

/** The journey as a drawing, columns straight. Readings are shown as in the drawing, people by id. */
export function showJourney(board: Board, id: JourneyId): string {
  const stages = stagesOf(board, id)
  const entries = [...board.emotions.values()].filter((entry) => entry.journeyId === id)
  const readings = (stageId: StageId) =>
    entries.flatMap((entry) => {
      const reading = entry.readings.get(stageId)
      return reading ? [`${entry.participantId} ${reading.value} ${reading.reason}`.trim()] : []
    })
  const rows = lanesOf(board, id).map((lane) => [
    lane.title === '' ? lane.kind : `${lane.kind} (${lane.title})`,
    ...stages.map((stage) => {
      const cards = (board.cells.get(cellKey(stage.id, lane.id)) ?? []).map(cardTitle)
      return (lane.kind === 'emotion' ? readings(stage.id).toSorted() : cards).join('; ')
    }),
  ])
  const header = ['', ...stages.map(({ name, period }) => (period === '' ? name : `${name} (${period})`))]
  return straighten([header, ...rows])
}

/** A drawing as `show` would write it, to compare with. */
export function straightened(drawing: string): string {
  return straighten(
    drawing
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => cellsOf(line)),
  )
}

function straighten(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')).join('\n')
}
