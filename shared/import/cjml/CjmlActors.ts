// Who takes part in a journey of a CJML file. A journey may refer to actors that an earlier one declared.
import { UNNAMED_CUSTOMER, UNNAMED_PROVIDER } from '../../export/cjml.ts'
import { MAX_TITLE_LENGTH, TEXT_SLACK } from '../../journey/fields.ts'
import { showValue } from '../ImportProblem.ts'
import type { XmlElement } from '../xml/readXml.ts'
import type { ElementReader } from './ElementReader.ts'

export interface CjmlActor {
  readonly id: string
  readonly isCustomer: boolean
  /** '' if the file only numbers it. */
  readonly name: string
}

/** A provider becomes a department; what those take, see `fieldSchema`. */
const MAX_PROVIDER_LENGTH = 80
const MAX_CUSTOMER_LENGTH = MAX_TITLE_LENGTH * TEXT_SLACK
/** `U1`, `S12`: says no more than that there is one. Some programs write the name itself where the id belongs. */
const NUMBERED = /^[A-Za-z]{0,2}\d+$/

export class CjmlActors {
  readonly #reader: ElementReader
  readonly #byId = new Map<string, CjmlActor>()

  /** `earlier`: of the journeys before this one, by id. */
  constructor(reader: ElementReader, journey: XmlElement, earlier: ReadonlyMap<string, CjmlActor>) {
    this.#reader = reader
    for (const element of reader.children(reader.child(journey, 'actors'), 'endUser', 'serviceProvider'))
      this.#add(element, earlier)
  }

  get all(): readonly CjmlActor[] {
    return [...this.#byId.values()]
  }

  /** Whom an initiator or receiver is about. Null: nobody that is there, which is noted as a problem. */
  of(role: XmlElement): CjmlActor | null {
    const reference = this.#reader.child(role, 'refersTo')
    const id = reference?.attributes.get('actorIDref')?.trim() ?? ''
    const actor = this.#byId.get(id) ?? null
    if (id === '') this.#reader.refuse(reference ?? role, `Whose part this is is missing: refersTo with an actorIDref.`)
    else if (!actor) this.#reader.refuse(reference ?? role, `The journey has no actor ${showValue(id)}.`)
    return actor
  }

  #add(element: XmlElement, earlier: ReadonlyMap<string, CjmlActor>): void {
    const { attributes } = element
    const id = (attributes.get('actorID') ?? attributes.get('actorIDref') ?? '').trim()
    const isCustomer = element.name === 'endUser'
    const own = isCustomer
      ? this.#reader.words(element, 'actorName', MAX_CUSTOMER_LENGTH)
      : this.#reader.words(element, 'companyName', MAX_PROVIDER_LENGTH)
    const name = own || earlier.get(id)?.name || (NUMBERED.test(id) ? '' : id)
    const isUnnamed = name === (isCustomer ? UNNAMED_CUSTOMER : UNNAMED_PROVIDER)
    if (id === '') this.#reader.refuse(element, 'The actorID is missing.')
    else if (id.length > MAX_PROVIDER_LENGTH)
      this.#reader.refuse(element, `The actorID has ${id.length} characters; at most ${MAX_PROVIDER_LENGTH} have room.`)
    else if (this.#byId.has(id)) this.#reader.refuse(element, `The actor ${showValue(id)} is there twice.`)
    else this.#byId.set(id, { id, isCustomer, name: isUnnamed ? '' : name })
  }
}
