import type { Template } from './Template.ts'

/** Three stages without a name and the lanes every map needs. */
export const blank: Template = {
  label: 'Blank',
  description: 'Stages and lanes you name',
  lanes: [
    { kind: 'customer-actions' },
    { kind: 'touchpoints' },
    { kind: 'emotion' },
    { kind: 'pains' },
    { kind: 'opportunities' },
  ],
  stages: [{ name: '' }, { name: '' }, { name: '' }],
}
