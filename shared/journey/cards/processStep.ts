import { MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** Longest duration of one step: a year, in minutes. */
const MAX_MINUTES = 525_600

/** What the organisation does out of the customer's sight. */
export const processStep = defineCard({
  kind: 'process-step',
  label: 'Process step',
  plural: 'Process steps',
  title: 'title',
  key: 'p',
  lanes: ['process', 'free'],
  homeLanes: ['process'],
  fields: {
    title: { type: 'text', label: 'Process step', maxLength: MAX_TITLE_LENGTH, placeholder: 'What happens behind?' },
    actor: { type: 'text', label: 'Who', maxLength: 120 },
    system: { type: 'text', label: 'System', maxLength: 120 },
    minutes: { type: 'number', label: 'Minutes of work', min: 0, max: MAX_MINUTES, unit: 'min' },
    waitMinutes: { type: 'number', label: 'Minutes of waiting', min: 0, max: MAX_MINUTES, unit: 'min' },
    flag: {
      type: 'choice',
      label: 'Flag',
      options: [
        { value: 'bottleneck', label: 'Bottleneck' },
        { value: 'delay', label: 'Delay' },
        { value: 'redundant', label: 'Redundant' },
        { value: 'complex', label: 'Complex' },
      ],
    },
    department: { type: 'department', label: 'Department' },
  },
  look: {
    width: 'column',
    padding: { top: 6, right: 8, bottom: 6, left: 8 },
    font: { weight: 400, italic: false, size: 13, lineHeight: 17 },
    maxLines: 3,
    minLines: 1,
    minHeight: 48,
    foot: 'none',
    footHeight: 0,
    corner: 0,
  },
})
