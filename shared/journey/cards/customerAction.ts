import { MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** What the customer does in a stage. */
export const customerAction = defineCard({
  kind: 'customer-action',
  label: 'Customer action',
  plural: 'Customer actions',
  title: 'text',
  key: 'a',
  lanes: ['customer-actions', 'free'],
  homeLanes: ['customer-actions'],
  fields: {
    text: {
      type: 'text',
      label: 'Customer action',
      maxLength: MAX_TITLE_LENGTH,
      placeholder: 'What does the customer do?',
    },
  },
  look: {
    width: 'wide',
    padding: { top: 7, right: 8, bottom: 6, left: 34 },
    font: { weight: 400, italic: false, size: 13, lineHeight: 17 },
    maxLines: 2,
    minLines: 1,
    minHeight: 32,
    foot: 'none',
    footHeight: 0,
    corner: 6,
  },
})
