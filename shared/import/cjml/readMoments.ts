// What happens in a journey of a CJML file → cards: what the customer does, where they meet the organisation, what happens
// behind it.
import type { FileFields } from '../../export/journeyFile.ts'
import { cardDefinition, type CardKind } from '../../journey/cards/cardKinds.ts'
import { TEXT_SLACK } from '../../journey/fields.ts'
import type { LaneKind } from '../../journey/lanes.ts'
import { showValue } from '../ImportProblem.ts'
import { MAX_TABLE_ROWS } from '../table/Table.ts'
import type { XmlElement } from '../xml/readXml.ts'
import type { CjmlActor, CjmlActors } from './CjmlActors.ts'
import type { ElementReader } from './ElementReader.ts'

export interface Moment {
  readonly element: XmlElement
  /** Which of the phases; null: it names none. */
  readonly phase: number | null
  readonly kind: 'touchpoint' | 'customer-action' | 'process-step'
  readonly lane: LaneKind
  readonly fields: FileFields
  readonly comments: readonly string[]
  readonly feeling: CjmlFeeling | null
}

export interface CjmlFeeling {
  readonly element: XmlElement
  /** As it stands there. */
  readonly rating: string
  readonly words: string
}

export interface MomentSurroundings {
  readonly reader: ElementReader
  readonly actors: CjmlActors
  /** Phase id → its number. */
  readonly phases: ReadonlyMap<string, number>
  /** Providers that are departments and not systems or people. */
  readonly isDepartment: (name: string) => boolean
}

const momentNames = ['plannedAction', 'actualAction', 'plannedCommunicationPoint', 'actualCommunicationPoint'] as const

export function momentsIn(reader: ElementReader, journey: XmlElement): XmlElement[] {
  return reader.children(reader.child(journey, 'touchpoints'), ...momentNames)
}

export function isMeeting({ name }: XmlElement): boolean {
  return name.endsWith('CommunicationPoint')
}

export function readMoment(around: MomentSurroundings, element: XmlElement): Moment {
  const { reader } = around
  // Numbers of the file; the board gives its own.
  reader.child(element, 'touchpointID')
  // Everything that took place is `completed`; what else it may say has no place on the board.
  const compliance = element.children.find(({ name }) => name === 'compliance')
  if (compliance?.text === 'completed') reader.child(element, 'compliance')
  const made = isMeeting(element) ? readMeeting(around, element) : readAction(around, element)
  const { title } = cardDefinition(made.kind)
  const { length } = String(made.fields[title])
  const limit = limitOf(made.kind, title)
  if (length > limit) reader.refuse(element, `Its label has ${length} characters; at most ${limit} have room.`)
  return {
    element,
    phase: phaseOf(around, element),
    ...made,
    fields: filled(made.fields),
    comments: commentsOf(reader, element),
    feeling: feelingOf(reader, element),
  }
}

function phaseOf({ reader, phases }: MomentSurroundings, element: XmlElement): number | null {
  const belongs = reader.child(element, 'belongsTo')
  const id = belongs?.attributes.get('phaseIDref')?.trim() ?? ''
  if (!belongs || id === '') return null
  const phase = phases.get(id)
  if (phase === undefined) reader.refuse(belongs, `The journey has no phase ${showValue(id)}.`)
  return phase ?? null
}

type MadeCard = Pick<Moment, 'kind' | 'lane' | 'fields'>

function readAction(around: MomentSurroundings, element: XmlElement): MadeCard {
  const { actor, label } = readRole(around, element, 'initiator')
  const isCustomers = actor?.isCustomer ?? true
  const title = label || nameless(element)
  if (isCustomers) return { kind: 'customer-action', lane: 'customer-actions', fields: { text: title } }
  return { kind: 'process-step', lane: 'process', fields: { title, ...stepOf(around, actor) } }
}

function readMeeting(around: MomentSurroundings, element: XmlElement): MadeCard {
  const { reader } = around
  const from = readRole(around, element, 'initiator')
  const to = readRole(around, element, 'receiver')
  const channel = reader.words(reader.child(element, 'channel'), 'channelName', limitOf('touchpoint', 'channel'))
  if (from.actor && to.actor && !from.actor.isCustomer && !to.actor.isCustomer) {
    const title = from.label || to.label || nameless(element)
    if (to.label !== '' && to.label !== title) reader.remark(element, 'inner receiver', receiverSentence)
    return { kind: 'process-step', lane: 'process', fields: { title, system: channel, ...stepOf(around, from.actor) } }
  }
  const isCustomersStart = from.actor?.isCustomer ?? true
  if (!isCustomersStart) reader.remark(element, 'direction', directionSentence)
  const [customer, provider] = isCustomersStart ? [from, to] : [to, from]
  const title = provider.label || customer.label || channel || nameless(element)
  const fields = {
    title,
    customerAction: customer.label === title ? '' : customer.label,
    channel,
    department: departmentOf(provider.actor),
  }
  return { kind: 'touchpoint', lane: 'touchpoints', fields }
}

const receiverSentence = (count: number): string =>
  `What the receiver does is not brought in where nobody meets the customer${times(count)}.`
const directionSentence = (count: number): string =>
  `That the organisation starts a touchpoint is not kept${times(count)}.`
const times = (count: number): string => (count === 1 ? '' : ` (${count} times)`)

interface Role {
  readonly actor: CjmlActor | null
  readonly label: string
}

function readRole({ reader, actors }: MomentSurroundings, element: XmlElement, name: 'initiator' | 'receiver'): Role {
  const role = reader.child(element, name)
  if (!role) {
    reader.refuse(element, `The ${name} is missing.`)
    return { actor: null, label: '' }
  }
  return { actor: actors.of(role), label: reader.words(role, `${name}Label`, limitOf('touchpoint', 'customerAction')) }
}

/** Its number in the file: better than a card without words. */
function nameless(element: XmlElement): string {
  return element.children.find(({ name }) => name === 'touchpointID')?.text ?? ''
}

function departmentOf(actor: CjmlActor | null): string | null {
  return !actor || actor.isCustomer || actor.name === '' ? null : actor.name
}

function stepOf(around: MomentSurroundings, actor: CjmlActor | null): FileFields {
  const name = actor?.name ?? ''
  return around.isDepartment(name) ? { department: name } : { actor: name }
}

function commentsOf(reader: ElementReader, element: XmlElement): string[] {
  const limit = limitOf('note', 'text')
  return reader.children(element, 'comment').flatMap((comment) => {
    const lines = comment.text.split('\n', MAX_TABLE_ROWS + 1).map((line) => line.trim())
    for (const { length } of lines)
      if (length > limit) reader.refuse(comment, `A line of this has ${length} characters; at most ${limit} have room.`)
    return lines.filter((line) => line !== '')
  })
}

function feelingOf(reader: ElementReader, element: XmlElement): CjmlFeeling | null {
  const felt = reader.child(element, 'touchpointExperience')
  if (!felt) return null
  const rating = reader.child(felt, 'experienceRating')?.text ?? ''
  const words = reader.words(felt, 'experienceDescription', limitOf('thought', 'text'))
  return rating === '' && words === '' ? null : { element: felt, rating, words }
}

function filled(fields: FileFields): FileFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null))
}

/** What the document takes of a text, see TEXT_SLACK. */
function limitOf(kind: CardKind, name: string): number {
  const field = cardDefinition(kind).fields[name]
  return field?.type === 'text' ? field.maxLength * TEXT_SLACK : 0
}
