import { MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** What somebody does after the workshop: one owner, one date, one KPI. */
export const action = defineCard({
  kind: 'action',
  label: 'Action',
  plural: 'Actions',
  title: 'text',
  key: 'x',
  lanes: ['opportunities', 'free'],
  homeLanes: [],
  fields: {
    text: { type: 'text', label: 'Action', maxLength: MAX_TITLE_LENGTH, placeholder: 'What will be done?' },
    owner: { type: 'text', label: 'Owner', maxLength: 120 },
    department: { type: 'department', label: 'Department' },
    due: { type: 'date', label: 'Due' },
    kpi: { type: 'card', label: 'KPI', kind: 'kpi' },
    status: {
      type: 'choice',
      label: 'Status',
      initial: 'open',
      required: true,
      options: [
        { value: 'open', label: 'Open' },
        { value: 'doing', label: 'Under way' },
        { value: 'done', label: 'Done' },
        { value: 'dropped', label: 'Dropped' },
      ],
    },
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
