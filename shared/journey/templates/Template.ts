// What a template is: plain data, turned into edits by applyTemplate.ts. Ids are not in it: they are drawn when the
// template is applied, which the server does once per workshop.
import type { CardKind } from '../cards/cardKinds.ts'
import type { LaneKind } from '../lanes.ts'

export interface Template {
  /** As shown on the home page. */
  readonly label: string
  readonly description: string
  readonly objective?: string
  readonly lanes: readonly TemplateLane[]
  readonly stages: readonly TemplateStage[]
}

interface TemplateLane {
  readonly kind: LaneKind
  /** Left out: the label of the kind. */
  readonly title?: string
}

interface TemplateStage {
  readonly name: string
  readonly period?: string
  readonly columns?: number
  /** Cards that start the talk, in the first lane that takes their kind at home. */
  readonly cards?: readonly TemplateCard[]
}

export interface TemplateCard {
  readonly kind: CardKind
  readonly fields: Readonly<Record<string, unknown>>
}
