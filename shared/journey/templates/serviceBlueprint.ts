import type { Template } from './Template.ts'

/** What the customer sees above the line of visibility, what makes it happen below. */
export const serviceBlueprint: Template = {
  label: 'Service blueprint',
  description: 'What is seen and what is behind',
  lanes: [
    { kind: 'customer-actions' },
    { kind: 'touchpoints', title: 'Seen by the customer' },
    { kind: 'emotion' },
    { kind: 'pains' },
    { kind: 'process', title: 'Behind the scenes' },
    { kind: 'process', title: 'Systems and partners' },
    { kind: 'kpi' },
    { kind: 'opportunities' },
  ],
  stages: [
    { name: 'Find', period: 'before the service' },
    { name: 'Start', period: 'booking, arriving' },
    { name: 'Be served', period: 'the service itself' },
    { name: 'Finish', period: 'paying, leaving' },
    { name: 'Follow up', period: 'afterwards' },
  ],
}
