import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** Whose journey it is. Lies beside the map; the journey's header shows the one it is about. */
export const persona = defineCard({
  kind: 'persona',
  label: 'Persona',
  plural: 'Personas',
  title: 'name',
  lanes: [],
  homeLanes: [],
  fields: {
    name: { type: 'text', label: 'Persona', maxLength: MAX_TITLE_LENGTH, placeholder: 'Whose journey is it?' },
    needs: { type: 'text', label: 'Wants', maxLength: MAX_TEXT_LENGTH, multiline: true },
    expectations: { type: 'text', label: 'Expectations', maxLength: MAX_TEXT_LENGTH, multiline: true },
    motivations: { type: 'text', label: 'Motivations', maxLength: MAX_TEXT_LENGTH, multiline: true },
    picture: { type: 'picture', label: 'Picture' },
  },
  look: {
    width: 'wide',
    padding: { top: 12, right: 12, bottom: 12, left: 64 },
    font: { weight: 600, italic: false, size: 14, lineHeight: 20 },
    maxLines: 1,
    minLines: 1,
    minHeight: 66,
    foot: 'always',
    footHeight: 20,
    corner: 6,
  },
})
