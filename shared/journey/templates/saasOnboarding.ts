import type { Template, TemplateCard } from './Template.ts'

const starters = (question: string, kpi: string, unit: string): readonly TemplateCard[] => [
  { kind: 'thought', fields: { text: question } },
  { kind: 'kpi', fields: { name: kpi, unit } },
]

/** The first weeks with a product: from the sign-up form to the day it is a habit. */
export const saasOnboarding: Template = {
  label: 'SaaS onboarding',
  description: 'Four stages, sign-up to habit',
  lanes: [
    { kind: 'customer-actions' },
    { kind: 'touchpoints' },
    { kind: 'thoughts' },
    { kind: 'emotion' },
    { kind: 'pains' },
    { kind: 'process' },
    { kind: 'kpi' },
    { kind: 'opportunities' },
  ],
  stages: [
    {
      name: 'Sign up',
      period: 'first 10 minutes',
      cards: starters('Is it worth an account?', 'Sign-ups finished', '%'),
    },
    { name: 'Set up', period: 'day 1', cards: starters('What do I have to do first?', 'Accounts set up', '%') },
    {
      name: 'First success',
      period: 'days 1–7',
      cards: starters('Does it work for my case?', 'Days to first success', 'days'),
    },
    { name: 'Habit', period: 'weeks 2–4', cards: starters('Do I still need it?', 'Active in week 4', '%') },
  ],
}
