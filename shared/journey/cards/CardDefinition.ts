// How a kind of card is declared. One file per kind; everything else is derived.
import type { Field, FieldValue } from '../fields.ts'
import type { LaneKind } from '../lanes.ts'

/** Sizes in px at zoom 1; the border of 1 px is inside and comes on top of the padding (see the table of card anatomy in the design). */
export interface CardLook {
  /** `wide` cards take two columns of their stage (one if the stage has only one). */
  readonly width: 'column' | 'wide'
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly font: {
    readonly weight: 400 | 500 | 600
    readonly italic: boolean
    readonly size: number
    readonly lineHeight: number
  }
  /** Lines shown before the text ends in "…". */
  readonly maxLines: number
  /** Fewest lines the height is made for. */
  readonly minLines: number
  /** Smallest height in px. */
  readonly minHeight: number
  /** Line of small print at the bottom: channel, owner and date, KPI value. `value`: only if there is one. */
  readonly foot: 'always' | 'value' | 'none'
  /** Height the foot adds in px. */
  readonly footHeight: number
  readonly corner: number
  /** Only words: no border, no fill, no shadow. */
  readonly isBare?: true
}

export interface CardDefinition<Fields extends Record<string, Field> = Record<string, Field>> {
  readonly kind: string
  readonly label: string
  readonly plural: string
  /** The text field shown as the card's own words. */
  readonly title: string & keyof Fields
  /** Key that makes one, shown in tooltips; single lower-case letter. */
  readonly key?: string
  /** Lanes that take this kind. */
  readonly lanes: readonly LaneKind[]
  /** Of those, where a double click makes this kind. */
  readonly homeLanes: readonly LaneKind[]
  readonly fields: Fields
  readonly look: CardLook
}

export type FieldsOf<D extends CardDefinition> = { readonly [Name in keyof D['fields']]: FieldValue<D['fields'][Name]> }

/** Keeps the literal types of a declaration and checks its shape. */
export function defineCard<const Fields extends Record<string, Field>, const Kind extends string>(
  definition: CardDefinition<Fields> & { readonly kind: Kind },
): CardDefinition<Fields> & { readonly kind: Kind } {
  return definition
}
