import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** A moment of contact between the customer and the organisation. */
export const touchpoint = defineCard({
  kind: 'touchpoint',
  label: 'Touchpoint',
  plural: 'Touchpoints',
  title: 'title',
  key: 't',
  lanes: ['touchpoints', 'free'],
  homeLanes: ['touchpoints'],
  fields: {
    title: {
      type: 'text',
      label: 'Touchpoint',
      maxLength: MAX_TITLE_LENGTH,
      placeholder: 'What does the customer meet?',
    },
    customerAction: { type: 'text', label: 'Customer action', maxLength: MAX_TEXT_LENGTH, multiline: true },
    expectation: { type: 'text', label: 'Expectation', maxLength: MAX_TEXT_LENGTH, multiline: true },
    channel: { type: 'text', label: 'Channel', maxLength: 80, placeholder: 'web, phone, in person' },
    department: { type: 'department', label: 'Owner department' },
    positiveExperience: { type: 'text', label: 'What goes well', maxLength: MAX_TEXT_LENGTH, multiline: true },
    negativeExperience: { type: 'text', label: 'What goes wrong', maxLength: MAX_TEXT_LENGTH, multiline: true },
    momentOfTruth: { type: 'flag', label: 'Moment of truth' },
    evidence: {
      type: 'choice',
      label: 'Evidence',
      options: [
        { value: 'assumed', label: 'Assumed' },
        { value: 'partly', label: 'Partly backed' },
        { value: 'validated', label: 'Validated' },
      ],
    },
    satisfaction: { type: 'number', label: 'Satisfaction', min: 1, max: 5, integer: true },
    importanceToCustomer: { type: 'number', label: 'Importance to the customer', min: 1, max: 5, integer: true },
    importanceToUs: { type: 'number', label: 'Importance to us', min: 1, max: 5, integer: true },
  },
  look: {
    width: 'column',
    padding: { top: 6, right: 8, bottom: 6, left: 8 },
    font: { weight: 500, italic: false, size: 13, lineHeight: 17 },
    maxLines: 3,
    minLines: 2,
    minHeight: 66,
    foot: 'always',
    footHeight: 18,
    corner: 6,
  },
})
