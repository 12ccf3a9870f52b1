import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../fields.ts'
import { defineCard } from './CardDefinition.ts'

/** Bound of KPI values; wide enough for money in cents of a large company. */
const MAX_VALUE = 1e15

/** A number that tells whether the stage works. */
export const kpi = defineCard({
  kind: 'kpi',
  label: 'KPI',
  plural: 'KPIs',
  title: 'name',
  key: 'k',
  lanes: ['kpi', 'free'],
  homeLanes: ['kpi'],
  fields: {
    name: { type: 'text', label: 'KPI', maxLength: MAX_TITLE_LENGTH, placeholder: 'What do you measure?' },
    unit: { type: 'text', label: 'Unit', maxLength: 20, placeholder: '%, days, €' },
    baseline: { type: 'number', label: 'Baseline', min: -MAX_VALUE, max: MAX_VALUE },
    target: { type: 'number', label: 'Target', min: -MAX_VALUE, max: MAX_VALUE },
    readings: { type: 'readings', label: 'Readings' },
    source: { type: 'text', label: 'Source', maxLength: MAX_TEXT_LENGTH },
  },
  look: {
    width: 'column',
    padding: { top: 6, right: 8, bottom: 6, left: 30 },
    font: { weight: 400, italic: false, size: 13, lineHeight: 17 },
    maxLines: 2,
    minLines: 1,
    minHeight: 48,
    foot: 'value',
    footHeight: 16,
    corner: 6,
  },
})
