import { MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** What goes through the customer's mind: the question of a stage. */
export const thought = defineCard({
  kind: 'thought',
  label: 'Thought',
  plural: 'Thoughts',
  title: 'text',
  key: 'q',
  lanes: ['thoughts', 'free'],
  homeLanes: ['thoughts'],
  fields: {
    text: { type: 'text', label: 'Thought', maxLength: MAX_TITLE_LENGTH, placeholder: 'What does the customer ask?' },
  },
  look: {
    width: 'wide',
    padding: { top: 0, right: 0, bottom: 0, left: 24 },
    font: { weight: 400, italic: true, size: 14, lineHeight: 20 },
    maxLines: 2,
    minLines: 1,
    minHeight: 20,
    foot: 'none',
    footHeight: 0,
    corner: 0,
    isBare: true,
  },
})
