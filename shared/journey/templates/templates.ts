// The table of templates. A new template is one file beside this one and one line here.
import { blank } from './blank.ts'
import { customerLifecycle } from './customerLifecycle.ts'
import { saasOnboarding } from './saasOnboarding.ts'
import { serviceBlueprint } from './serviceBlueprint.ts'
import type { Template } from './Template.ts'

/** By name, in the order the home page shows them. */
export const templates = {
  blank,
  'customer-lifecycle': customerLifecycle,
  'saas-onboarding': saasOnboarding,
  'service-blueprint': serviceBlueprint,
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as readonly TemplateName[]

/** What the home page shows of a template. */
export interface TemplateMeta {
  readonly name: TemplateName
  readonly label: string
  readonly description: string
}

export const templateMetas: readonly TemplateMeta[] = templateNames.map((name) => ({
  name,
  label: templates[name].label,
  description: templates[name].description,
}))
