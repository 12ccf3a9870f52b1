// `GET /api/workshops/<id>/recap`: the workshop in short and its maps as pictures. A file of its own: only the recap
// page checks it, and that page should load nothing it does not need. The shape follows `Recap` of shared/export; the
// server's type check holds the two together.
import { z } from 'zod/mini'

const ranked = z.object({
  rank: z.number(),
  title: z.string(),
  stageName: z.string(),
  votes: z.number(),
  voters: z.number(),
  explanation: z.string(),
})

const round = z.object({
  number: z.number(),
  question: z.string(),
  secret: z.boolean(),
  closedAtMs: z.nullable(z.number()),
  eligible: z.number(),
  voted: z.number(),
  proxies: z.number(),
  dots: z.number(),
  dotsPerPerson: z.number(),
  capPerCard: z.number(),
  isWeighted: z.boolean(),
  tieRule: z.string(),
  top: z.readonly(z.array(ranked)),
  others: z.number(),
})

const journey = z.object({
  id: z.string(),
  title: z.string(),
  persona: z.string(),
  wants: z.string(),
  objective: z.string(),
  successMeasure: z.string(),
  state: z.enum(['as-is', 'to-be']),
  stages: z.readonly(z.array(z.object({ id: z.string(), name: z.string(), period: z.string() }))),
  feltBy: z.number(),
  feelings: z.readonly(
    z.array(
      z.object({
        stageId: z.string(),
        name: z.string(),
        stageName: z.string(),
        median: z.number(),
        reason: z.string(),
        isLowest: z.boolean(),
      }),
    ),
  ),
})

const opportunity = z.object({
  text: z.string(),
  stageName: z.string(),
  impact: z.nullable(z.number()),
  effort: z.nullable(z.number()),
  kpi: z.string(),
})

const action = z.object({
  text: z.string(),
  stageName: z.string(),
  owner: z.string(),
  department: z.string(),
  due: z.string(),
  kpi: z.string(),
  status: z.string(),
})

export const recapAnswerSchema = z.object({
  recap: z.object({
    title: z.string(),
    heldOn: z.nullable(z.string()),
    people: z.number(),
    peopleFrom: z.number(),
    departments: z.readonly(z.array(z.string())),
    facilitators: z.readonly(z.array(z.string())),
    reviewDate: z.nullable(z.string()),
    journeys: z.readonly(z.array(journey)),
    rounds: z.readonly(z.array(round)),
    opportunities: z.readonly(z.array(opportunity)),
    actions: z.readonly(z.array(action)),
  }),
  /** One for each journey, in order: a standalone SVG as `renderSvg` makes it. */
  maps: z.readonly(z.array(z.object({ journeyId: z.string(), svg: z.string() }))),
})
export type RecapAnswer = z.infer<typeof recapAnswerSchema>
