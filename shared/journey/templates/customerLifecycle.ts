import type { Template } from './Template.ts'

const question = (text: string) => [{ kind: 'thought', fields: { text } }] as const

/** From the first time somebody hears of us to the day they tell others. */
export const customerLifecycle: Template = {
  label: 'Customer lifecycle',
  description: 'Five stages, first contact to renewal',
  lanes: [
    { kind: 'customer-actions' },
    { kind: 'touchpoints' },
    { kind: 'thoughts' },
    { kind: 'emotion' },
    { kind: 'pains' },
    { kind: 'gains' },
    { kind: 'process' },
    { kind: 'kpi' },
    { kind: 'opportunities' },
  ],
  stages: [
    { name: 'Awareness', period: 'first contact', cards: question('Do I have this problem, and who can help?') },
    { name: 'Consideration', period: 'comparing', cards: question('Which offer fits me best?') },
    { name: 'Purchase', period: 'deciding and paying', cards: question('Can I trust them with my money?') },
    { name: 'Use and retention', period: 'living with it', cards: question('Does it do what was promised?') },
    { name: 'Advocacy', period: 'renewing, telling others', cards: question('Would I recommend it?') },
  ],
}
