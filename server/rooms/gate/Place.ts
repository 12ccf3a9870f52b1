// Where something is in the document: the container an item lies in, and the key it stands under.

export type Container =
  | { readonly in: 'root'; readonly root: string }
  | { readonly in: 'entity'; readonly root: string; readonly entity: string }
  /** The inside of a field: letters of a text, or the days of a list of readings. */
  | { readonly in: 'field'; readonly root: string; readonly entity: string; readonly field: string }
  /** Below something deleted: no effect, whatever it is. */
  | { readonly in: 'nothing' }

export interface Place {
  readonly container: Container
  readonly key: string | null
}

const nothing: Container = { in: 'nothing' }
export const nowhere: Place = { container: nothing, key: null }

/** The container that an item with a type of its own (a map, a text) is for what lies inside; null: nothing may lie there. */
export function containerAt({ container, key }: Place): Container | null {
  if (container.in === 'nothing') return container
  if (key === null) return null
  switch (container.in) {
    case 'root':
      return { in: 'entity', root: container.root, entity: key }
    case 'entity':
      return { in: 'field', root: container.root, entity: container.entity, field: key }
    case 'field':
      return null
  }
}
