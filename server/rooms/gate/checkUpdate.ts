// The gate: everything that is checked before a document sees an update of a client. Decodes once, looks up where
// each change lands, asks for the right to change that, and compares the content with the card declarations.
// Never changes the document. A fault that only shows across fields (a place in a lane that does not take the card)
// passes: readers quarantine such a record.
import * as Y from 'yjs'
import { memberOf } from '../../../shared/journey/clusters.ts'
import { isCardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { type CardTouch, noteTypeOf } from '../../../shared/workshop/boardRule.ts'
import {
  type Bounds,
  type Checked,
  type CheckedStructs,
  checkStructs,
  type ClientOwner,
  refuse,
  type Refused,
  type Struct,
} from './checkStructs.ts'
import type { Container, Place } from './Place.ts'
import { PlaceFinder } from './PlaceFinder.ts'
import { refusalFor, refusalForMember, type RoomRights, type Writer } from './rights.ts'
import { isEntityId, isReading, slotFor, textCeiling } from './valueRules.ts'

export interface GateContext {
  readonly doc: Y.Doc
  /** Root types by identity → their names. */
  readonly roots: ReadonlyMap<unknown, string>
  readonly bounds: Bounds
  readonly writer: Writer
  readonly rights: RoomRights
  readonly ownerOf: (client: number) => ClientOwner
}

export interface Passed {
  /** False: the room knows all of it already. */
  readonly changes: boolean
  readonly freeClients: ReadonlySet<number>
  /** Something is written, not only taken away. */
  readonly adds: boolean
  /** Entities this update adds. */
  readonly newRecords: number
}

type Entity = Extract<Container, { in: 'entity' }>

/** `ok` with what the update does, or the reason to refuse it whole. */
export function checkUpdate(context: GateContext, update: Uint8Array): Checked<Passed> {
  const structs = checkStructs(context.doc, update, context.bounds, context.ownerOf)
  if (!structs.ok) return structs
  return new UpdateCheck(context, structs.value).run()
}

class UpdateCheck {
  private readonly context: GateContext
  private readonly structs: CheckedStructs
  private readonly finder: PlaceFinder
  private readonly allowed = new Map<string, boolean>()
  /** Kinds set by this message, by card id: a new card's fields come with its kind. */
  private readonly kinds = new Map<string, unknown>()
  /** Types of notes set by this message, by card id. */
  private readonly noteTypes = new Map<string, unknown>()
  /** Units this message adds to texts and takes from them, by place. */
  private readonly textGrowth = new Map<string, { container: Container; units: number }>()
  private newRecords = 0

  constructor(context: GateContext, structs: CheckedStructs) {
    this.context = context
    this.structs = structs
    this.finder = new PlaceFinder(context.doc, context.roots, structs.fresh)
  }

  run(): Checked<Passed> {
    const { fresh, freeClients } = this.structs
    // Placing all comes first: the kind of a new card may stand behind its fields.
    const placed: { item: Y.Item; place: Place }[] = []
    for (const struct of fresh) {
      if (!(struct instanceof Y.Item)) continue
      const place = this.finder.placeOfFresh(struct)
      if (!place) return refuse('malformed', 'refers to something unknown')
      placed.push({ item: struct, place })
      const { container, key } = place
      if (container.in !== 'entity' || container.root !== 'cards') continue
      if (key === 'kind') this.kinds.set(container.entity, plainValue(struct))
      else if (key === 'type') this.noteTypes.set(container.entity, plainValue(struct))
    }
    for (const { item, place } of placed) {
      const refusal = this.checkItem(item, place)
      if (refusal) return refusal
    }
    const deleted = this.checkDeletes()
    if (!deleted.ok) return deleted
    const tooLong = this.checkTextLengths()
    if (tooLong) return tooLong
    const changes = fresh.length > 0 || deleted.value > 0
    // A viewer's empty or already known answer to step 1 is no write.
    if (fresh.length > 0 && this.context.writer.role === 'viewer') return refuse('viewer', 'viewers do not write')
    if (fresh.length > 0 && this.context.rights.closed) return refuse('closed', 'the workshop is closed')
    const adds = placed.some(({ item }) => !(item.content instanceof Y.ContentDeleted))
    return { ok: true, value: { changes, adds, freeClients, newRecords: this.newRecords } }
  }

  private checkItem(item: Y.Item, { container, key }: Place): Refused | null {
    if (container.in === 'nothing') return null
    const entity = container.in === 'root' ? key : container.entity
    if (entity === null) return refuse('malformed', 'stands under no key')
    const refusal = this.checkRight(container.root, entity)
    if (refusal) return refusal
    // Made and deleted at once: only a placeholder is left.
    if (item.content instanceof Y.ContentDeleted) return null
    switch (container.in) {
      case 'root':
        return this.checkRecord(item, container.root, entity)
      case 'entity':
        return this.checkField(item, container, key)
      case 'field':
        return this.checkInside(item, container, key)
    }
  }

  private checkRecord(item: Y.Item, root: string, entity: string): Refused | null {
    if (!isEntityId(root, entity)) return refuse('invalidValue', `${root}: not an id`)
    if (!isType(item, Y.Map)) return refuse('invalidValue', `${root}: not a record`)
    this.newRecords++
    return null
  }

  private checkField(item: Y.Item, { root, entity }: Entity, key: string | null): Refused | null {
    const slot = key === null ? null : slotFor(root, this.kindOf(root, entity), key)
    if (!slot) return refuse('invalidValue', `${root}: unknown field`)
    const memberId = root === 'clusters' && key !== null ? memberOf(key) : null
    const held = memberId === null ? null : refusalForMember(this.context.writer, this.context.rights, memberId)
    if (held) return refuse(held.reason, 'the card is locked', held.sentence)
    const fits =
      slot.takes === 'value'
        ? item.content instanceof Y.ContentAny && item.content.arr.length === 1 && slot.isValid(item.content.arr[0])
        : isType(item, slot.takes === 'text' ? Y.Text : Y.Map)
    return fits ? null : refuse('invalidValue', `${root}: value of ${key} is not allowed`)
  }

  private checkInside(
    item: Y.Item,
    container: Extract<Container, { in: 'field' }>,
    key: string | null,
  ): Refused | null {
    const { root, entity, field } = container
    const slot = slotFor(root, this.kindOf(root, entity), field)
    if (slot?.takes === 'text' && key === null && item.content instanceof Y.ContentString) {
      this.growText(container, item.length)
      return null
    }
    if (slot?.takes === 'readings' && isReading(key, plainValue(item))) return null
    return refuse('invalidValue', `${root}: content of ${field} is not allowed`)
  }

  /** How many things get deleted that were there, or the refusal. */
  private checkDeletes(): Checked<number> {
    const { store } = this.context.doc
    let count = 0
    for (const { client, clock, length } of this.structs.deletes) {
      const structs = store.clients.get(client)
      const end = Math.min(clock + length, Y.getState(store, client))
      if (!structs || clock >= end) continue
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct: Struct | undefined = structs[at]
        if (!struct || struct.id.clock >= end) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        const { container, key } = this.finder.placeOfStored(struct)
        count++
        if (container.in === 'nothing') continue
        const entity = container.in === 'root' ? key : container.entity
        const refusal = this.checkRight(container.root, entity ?? '')
        if (refusal) return refusal
        const from = Math.max(clock, struct.id.clock)
        if (container.in === 'field') this.growText(container, from - Math.min(end, struct.id.clock + struct.length))
      }
    }
    return { ok: true, value: count }
  }

  private checkTextLengths(): Refused | null {
    for (const { container, units } of this.textGrowth.values()) {
      if (units <= 0 || container.in !== 'field') continue
      const { root, entity, field } = container
      const text = this.record(root, entity)?.get(field)
      const before = text instanceof Y.Text ? text.length : 0
      const ceiling = textCeiling(slotFor(root, this.kindOf(root, entity), field))
      if (before + units > ceiling) return refuse('tooLarge', `${root}: ${field} is too long`)
    }
    return null
  }

  private growText(container: Extract<Container, { in: 'field' }>, units: number): void {
    const place = `${container.root}/${container.entity}/${container.field}`
    const growth = this.textGrowth.get(place)
    if (growth) growth.units += units
    else this.textGrowth.set(place, { container, units })
  }

  private checkRight(root: string, entity: string): Refused | null {
    const place = `${root}/${entity}`
    if (this.allowed.has(place)) return null
    const touch = { root, entityId: entity, card: () => this.cardTouch(entity) }
    const refusal = refusalFor(this.context.writer, this.context.rights, touch)
    if (refusal) return refuse(refusal.reason, `${root} may not be changed`, refusal.sentence)
    this.allowed.set(place, true)
    return null
  }

  private cardTouch(entity: string): CardTouch {
    const record = this.record('cards', entity)
    const kind = this.kindOf('cards', entity)
    const type = this.noteTypes.get(entity) ?? record?.get('type')
    const before = record?.get('kind')
    return {
      isNew: record === null,
      kind: isCardKind(kind) ? kind : null,
      noteType: noteTypeOf({ kind, fields: { type } }),
      changesKind: record !== null && this.kinds.has(entity) && this.kinds.get(entity) !== before,
    }
  }

  private kindOf(root: string, entity: string): unknown {
    if (root !== 'cards') return null
    return this.kinds.get(entity) ?? this.record(root, entity)?.get('kind')
  }

  private record(root: string, entity: string): Y.Map<unknown> | null {
    const record = this.context.doc.getMap(root).get(entity)
    return record instanceof Y.Map ? record : null
  }
}

function plainValue(item: Y.Item): unknown {
  return item.content instanceof Y.ContentAny && item.content.arr.length === 1 ? item.content.arr[0] : undefined
}

/** Exactly that type: a text is no map, and an XML type is neither. */
function isType(item: Y.Item, type: typeof Y.Map | typeof Y.Text): boolean {
  return item.content instanceof Y.ContentType && item.content.type.constructor === type
}
