import { MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** A pain restated as a question that can be solved ("How might we …"). */
export const opportunity = defineCard({
  kind: 'opportunity',
  label: 'Opportunity',
  plural: 'Opportunities',
  title: 'text',
  key: 'o',
  lanes: ['opportunities', 'free'],
  homeLanes: ['opportunities'],
  fields: {
    text: { type: 'text', label: 'How might we', maxLength: MAX_TITLE_LENGTH, placeholder: 'How might we …' },
    impact: { type: 'number', label: 'Impact', min: 1, max: 5, integer: true },
    effort: { type: 'number', label: 'Effort', min: 1, max: 5, integer: true },
    kpi: { type: 'card', label: 'KPI', kind: 'kpi' },
  },
  look: {
    width: 'column',
    padding: { top: 6, right: 8, bottom: 6, left: 30 },
    font: { weight: 500, italic: false, size: 13, lineHeight: 17 },
    maxLines: 3,
    minLines: 2,
    minHeight: 66,
    foot: 'always',
    footHeight: 18,
    corner: 6,
  },
})
