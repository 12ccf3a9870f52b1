// Finds the place of items: of those already in the document by climbing, of those of a message by following what
// they refer to. Nothing recursive: a message may hold a chain of thousands.
import * as Y from 'yjs'
import type { Struct } from './checkStructs.ts'
import { type Container, containerAt, nowhere, type Place } from './Place.ts'

/** Types nested deeper than root, entity, field do not exist; climbing stops here. */
const MAX_DEPTH = 4

type Step = { readonly item: Y.Item; readonly how: 'beside' | 'inside' }

export class PlaceFinder {
  private readonly doc: Y.Doc
  private readonly roots: ReadonlyMap<unknown, string>
  private readonly places = new Map<Y.Item, Place>()
  /** Structs of the message, per client in order of their clocks. */
  private readonly fresh = new Map<number, Struct[]>()
  private readonly freshCount: number

  constructor(doc: Y.Doc, roots: ReadonlyMap<unknown, string>, fresh: readonly Struct[]) {
    this.doc = doc
    this.roots = roots
    this.freshCount = fresh.length
    for (const struct of fresh) {
      const list = this.fresh.get(struct.id.client)
      if (list) list.push(struct)
      else this.fresh.set(struct.id.client, [struct])
    }
  }

  /** Place of an item of the message; null if it refers to something that is not there, or to itself. */
  placeOfFresh(item: Y.Item): Place | null {
    const steps: Step[] = []
    let current = item
    let place: Place | null = null
    while (place === null) {
      const known = this.places.get(current)
      if (known) {
        place = known
        break
      }
      if (steps.length > this.freshCount || !this.refersBackwards(current)) return null
      const next: Place | Step | null = this.follow(current)
      if (next === null) return null
      if ('container' in next) {
        this.places.set(current, next)
        place = next
      } else {
        steps.push({ item: current, how: next.how })
        current = next.item
      }
    }
    for (const step of steps.toReversed()) {
      const found: Place | null = step.how === 'beside' ? place : this.inside(step.item, containerAt(place))
      if (found === null) return null
      this.places.set(step.item, found)
      place = found
    }
    return place
  }

  /** Place of an item that the document holds; `nowhere` if what it lies in was deleted. */
  placeOfStored(item: Y.Item): Place {
    const container = this.containerOf(item.parent)
    return container ? { container, key: item.parentSub } : nowhere
  }

  /** The place itself, or the item of the message whose place decides. */
  private follow(item: Y.Item): Place | Step | null {
    // Before integration Yjs keeps the name of a root here.
    const parent: unknown = item.parent
    if (typeof parent === 'string') return { container: { in: 'root', root: parent }, key: item.parentSub }
    if (parent instanceof Y.ID) {
      const target = this.find(parent)
      if (!target) return null
      if (target instanceof Y.GC) return nowhere
      if (this.isFresh(target)) return { item: target, how: 'inside' }
      return target.deleted ? nowhere : this.inside(item, containerAt(this.placeOfStored(target)))
    }
    const beside = item.origin ?? item.rightOrigin
    const target = beside && this.find(beside)
    if (!target) return null
    if (target instanceof Y.GC) return nowhere
    return this.isFresh(target) ? { item: target, how: 'beside' } : this.placeOfStored(target)
  }

  private inside(item: Y.Item, container: Container | null): Place | null {
    return container && { container, key: item.parentSub }
  }

  /** Everything an item refers to must exist, and of its own client only earlier clocks: Yjs throws otherwise. */
  private refersBackwards(item: Y.Item): boolean {
    const parent: unknown = item.parent
    const references = [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null]
    return references.every(
      (id) => id === null || ((id.client !== item.id.client || id.clock < item.id.clock) && this.find(id) !== null),
    )
  }

  private isFresh(item: Y.Item): boolean {
    return item.id.clock >= Y.getState(this.doc.store, item.id.client)
  }

  private find(id: Y.ID): Struct | null {
    if (id.clock < Y.getState(this.doc.store, id.client)) return Y.getItem(this.doc.store, id)
    const list = this.fresh.get(id.client)
    if (!list) return null
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = list[middle]
      if (!struct) return null
      if (id.clock < struct.id.clock) high = middle - 1
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1
      else return struct
    }
    return null
  }

  /** Climbs from a type to its root; null if it is not below one, or something above was deleted. */
  private containerOf(type: unknown): Container | null {
    const keys: string[] = []
    let current: unknown = type
    while (keys.length < MAX_DEPTH) {
      const root = this.roots.get(current)
      if (root !== undefined) return containerFrom(root, keys.toReversed())
      // Yjs keeps the item a type stands in under this name.
      const { _item: item }: { _item: Y.Item | null } = current instanceof Y.AbstractType ? current : { _item: null }
      if (!item || item.deleted || item.parentSub === null) return null
      keys.push(item.parentSub)
      current = item.parent
    }
    return null
  }
}

function containerFrom(root: string, [entity, field, ...deeper]: readonly string[]): Container | null {
  if (entity === undefined) return { in: 'root', root }
  if (field === undefined) return { in: 'entity', root, entity }
  return deeper.length === 0 ? { in: 'field', root, entity, field } : null
}
