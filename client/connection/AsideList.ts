// What could not be put on the board, kept until the person removes it; in the local copy if there is one.
import { type Atom, atom, type Signal } from '@tldraw/state'
import { z } from 'zod/mini'
import { type KeptAside, keptAsideSchema } from './keptAsideRecords.ts'
import type { LocalCopy } from './LocalCopy.ts'

/** Key in the local copy. */
const ASIDE_KEY = 'aside'

export class AsideList {
  readonly list: Signal<readonly KeptAside[]>
  readonly #list: Atom<readonly KeptAside[]> = atom('kept aside', [])
  #copy: LocalCopy | null = null

  constructor() {
    this.list = this.#list
  }

  async attach(copy: LocalCopy): Promise<void> {
    this.#copy = copy
    const stored = z.array(keptAsideSchema).safeParse(await copy.read(ASIDE_KEY))
    if (stored.success) this.#list.update((list) => [...stored.data, ...list])
  }

  /** Resolves when it is written down. */
  async add(records: readonly KeptAside[]): Promise<void> {
    if (records.length === 0) return
    this.#list.update((list) => [...list, ...records])
    await this.#copy?.write(ASIDE_KEY, this.#list.get())
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.#list.update((list) => list.filter((record) => !ids.includes(record.id)))
    await this.#copy?.write(ASIDE_KEY, this.#list.get())
  }
}
