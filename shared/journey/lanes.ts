// The kinds of lane a journey map can have.

export const laneKinds = [
  'customer-actions',
  'touchpoints',
  'thoughts',
  'emotion',
  'pains',
  'gains',
  'opportunities',
  'process',
  'kpi',
  'free',
] as const
export type LaneKind = (typeof laneKinds)[number]

export interface LaneKindDefinition {
  readonly label: string
  /** Second line of the lane label. */
  readonly hint?: string
}

export const laneKindDefinitions: Record<LaneKind, LaneKindDefinition> = {
  'customer-actions': { label: 'Customer actions' },
  touchpoints: { label: 'Touchpoints' },
  thoughts: { label: 'Thoughts' },
  emotion: { label: 'Emotion' },
  pains: { label: 'Pains' },
  gains: { label: 'Gains' },
  opportunities: { label: 'Opportunities' },
  process: { label: 'Process behind', hint: 'not seen by the customer' },
  kpi: { label: 'KPI' },
  free: { label: 'Notes' },
}
