import { MAX_TEXT_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** A sticky note: pain, gain, idea, question or quote. */
export const note = defineCard({
  kind: 'note',
  label: 'Note',
  plural: 'Notes',
  title: 'text',
  key: 'n',
  lanes: ['pains', 'gains', 'opportunities', 'thoughts', 'touchpoints', 'process', 'free'],
  homeLanes: ['pains', 'gains', 'free'],
  fields: {
    text: {
      type: 'text',
      label: 'Note',
      maxLength: MAX_TEXT_LENGTH,
      multiline: true,
      placeholder: 'One thought per note',
    },
    type: {
      type: 'choice',
      label: 'Kind of note',
      initial: 'pain',
      required: true,
      options: [
        { value: 'pain', label: 'Pain' },
        { value: 'gain', label: 'Gain' },
        { value: 'idea', label: 'Idea' },
        { value: 'question', label: 'Question' },
        { value: 'quote', label: 'Quote' },
      ],
    },
    severity: { type: 'number', label: 'Severity', min: 1, max: 5, integer: true },
    evidence: {
      type: 'text',
      label: 'Evidence',
      maxLength: MAX_TEXT_LENGTH,
      multiline: true,
      placeholder: 'Where do we know this from?',
    },
    department: { type: 'department', label: 'Department' },
  },
  look: {
    width: 'column',
    padding: { top: 7, right: 8, bottom: 7, left: 30 },
    font: { weight: 400, italic: false, size: 13, lineHeight: 17 },
    maxLines: 5,
    minLines: 1,
    minHeight: 50,
    // Of how many notes it is made, where several were merged.
    foot: 'value',
    footHeight: 16,
    corner: 2,
  },
})
