// The journeys in the Customer Journey Modelling Language 2.0 (SINTEF): as-is as actual journeys, to-be as planned ones.
// Elements and their order follow what its public tools write and read; the schema itself is not public.
import { emotionConsensus, type TargetConsensus } from '../insight/emotionConsensus.ts'
import type { Board, Card, CardOf, Journey, Stage } from '../journey/Board.ts'
import { cardsOfCell, cardTitle, journeysOf, lanesOf, personaOf, stagesOf } from '../journey/readBoardParts.ts'
import type { ExportFormat, ExportInput } from './formats.ts'
import { plainText } from './plainText.ts'
import { element, escapeXml } from './svg/element.ts'

export const cjmlFormat: ExportFormat = {
  name: 'cjml',
  render: (input) => `<?xml version="1.0" encoding="UTF-8"?>\n${toCjml(input)}\n`,
}

/** An element with words of people, or nothing where there are none. */
function worded(name: string, text: string): string {
  const plain = plainText(text)
  return plain === '' ? '' : element(name, {}, escapeXml(plain))
}

function toCjml({ board }: ExportInput): string {
  const journeys = journeysOf(board)
  // Numbered by kind, as the tools name them; an actual journey refers to the plan it departs from.
  const planned = journeys.filter(({ state }) => state === 'to-be')
  const actual = journeys.filter(({ state }) => state === 'as-is')
  return element(
    'CJML',
    { version: '2.0' },
    ...planned.map((journey, at) => new JourneyWriter(board, journey, `PJ${at + 1}`, null).write()),
    ...actual.map((journey, at) => new JourneyWriter(board, journey, `AJ${at + 1}`, planned[0] ? 'PJ1' : null).write()),
  )
}

/** Who does what no department is named for, and whose journey it is if no persona is. */
export const UNNAMED_PROVIDER = 'Organisation'
export const UNNAMED_CUSTOMER = 'Customer'

type Moment = CardOf<'touchpoint'> | CardOf<'customer-action'> | CardOf<'process-step'>

class JourneyWriter {
  readonly #board: Board
  readonly #journey: Journey
  readonly #id: string
  readonly #plan: string | null
  readonly #prefix: 'planned' | 'actual'
  /** Departments and systems in the order met → their ids. */
  readonly #providers = new Map<string, string>()
  /** The language numbers them from 1. */
  #moments = 0
  readonly #feelings: ReadonlyMap<string, TargetConsensus>

  constructor(board: Board, journey: Journey, id: string, plan: string | null) {
    this.#board = board
    this.#journey = journey
    this.#id = id
    this.#plan = plan
    this.#prefix = journey.state === 'to-be' ? 'planned' : 'actual'
    const { targets } = emotionConsensus(board, journey.id, journey.persona)
    this.#feelings = new Map(targets.map((target) => [target.target, target]))
  }

  write(): string {
    const stages = stagesOf(this.#board, this.#journey.id)
    // First the moments: they tell which providers there are.
    const moments = stages.flatMap((stage, at) => this.#writeStage(stage, `P${at + 1}`))
    const { title, objective, successMeasure } = this.#journey
    return element(
      `${this.#prefix}Journey`,
      {},
      element('journeyID', {}, this.#id),
      worded('journeyTitle', title),
      this.#plan === null ? '' : element('plannedReference', {}, this.#plan),
      element('journeyPhases', {}, ...stages.map((stage, at) => writePhase(stage, `P${at + 1}`))),
      worded('journeyShortSummary', objective),
      worded('journeyLongSummary', successMeasure),
      element('actors', {}, this.#writeCustomer(), ...this.#writeProviders()),
      element('touchpoints', {}, ...moments),
    )
  }

  #writeCustomer(): string {
    const name = personaOf(this.#board, this.#journey)?.name ?? ''
    return element(
      'endUser',
      { actorID: 'U1' },
      element('actorName', {}, escapeXml(plainText(name) || UNNAMED_CUSTOMER)),
    )
  }

  #writeProviders(): string[] {
    return [...this.#providers].map(([name, actorID]) =>
      element('serviceProvider', { actorID }, worded('companyName', name)),
    )
  }

  #provider(name: string | null): string {
    const known = plainText(name ?? '') || UNNAMED_PROVIDER
    const id = this.#providers.get(known) ?? `S${this.#providers.size + 1}`
    this.#providers.set(known, id)
    return id
  }

  /** What the customer does, then what they meet, then what happens behind it; each in the order of the map. */
  #writeStage(stage: Stage, phaseId: string): string[] {
    const cards = lanesOf(this.#board, stage.journeyId).flatMap((lane) => cardsOfCell(this.#board, stage, lane))
    const ofKind = <Kind extends Card['kind']>(kind: Kind) =>
      cards.filter((card): card is CardOf<Kind> & Card => card.kind === kind)
    const moments: Moment[] = [...ofKind('customer-action'), ...ofKind('touchpoint'), ...ofKind('process-step')]
    // The language ties pains to a moment, not to a stage: those of the stage stand at its first.
    const pains = ofKind('note').flatMap(({ fields }) => (fields.type === 'pain' ? [fields.text] : []))
    return moments.map((card, at) => {
      const felt = this.#feelings.get(card.id) ?? (at === 0 ? this.#feelings.get(stage.id) : undefined)
      const comments = [
        ...(card.kind === 'touchpoint' ? [card.fields.negativeExperience] : []),
        ...(at === 0 ? pains : []),
      ]
      return this.#writeMoment(card, phaseId, felt, comments.filter((text) => text.trim() !== '').join('\n'))
    })
  }

  #writeMoment(card: Moment, phaseId: string, felt: TargetConsensus | undefined, comment: string): string {
    const isMet = card.kind === 'touchpoint' && card.fields.channel.trim() !== ''
    const department = 'department' in card.fields ? card.fields.department : null
    const isCustomers = card.kind !== 'process-step'
    const system = card.kind === 'process-step' ? card.fields.system.trim() || card.fields.actor.trim() : ''
    // An action has one label only: the card's own words.
    const label = (isMet && card.fields.customerAction.trim()) || cardTitle(card)
    const initiator = isCustomers ? 'U1' : this.#provider(department ?? (system === '' ? null : system))
    return element(
      `${this.#prefix}${isMet ? 'CommunicationPoint' : 'Action'}`,
      {},
      element('touchpointID', {}, `T${++this.#moments}`),
      element('belongsTo', { phaseIDref: phaseId }),
      isMet && this.#prefix === 'actual' ? element('compliance', {}, 'completed') : '',
      element('initiator', {}, element('refersTo', { actorIDref: initiator }), worded('initiatorLabel', label)),
      isMet
        ? element(
            'receiver',
            {},
            element('refersTo', { actorIDref: this.#provider(department) }),
            worded('receiverLabel', cardTitle(card)),
          ) + element('channel', {}, worded('channelName', card.fields.channel))
        : '',
      worded('comment', comment),
      this.#prefix === 'actual' ? writeExperience(felt) : '',
    )
  }
}

function writePhase({ name, period }: Stage, phaseID: string): string {
  return element('journeyPhase', { phaseID }, worded('phaseName', name), worded('phaseDescription', period))
}

/** −2 … +2, as the room set it. */
function writeExperience(felt: TargetConsensus | undefined): string {
  if (!felt || felt.median === null) return ''
  return element(
    'touchpointExperience',
    {},
    worded('experienceDescription', felt.reason),
    element('experienceRating', {}, String(felt.median)),
  )
}
