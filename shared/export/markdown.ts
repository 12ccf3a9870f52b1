// The recap as Markdown: reads well in a wiki and as plain text. Objective, stages with what was found in each, ranked
// pains, opportunities, and the actions as a task list.
import { latestResult, voteTotals, writeVotes } from '../workshop/voteTotals.ts'
import type { ExportFormat, ExportInput } from './formats.ts'
import { type Finding, findingsOf, looseCards, type StageFindings } from './findings.ts'
import { markdownBlock, markdownLine, markdownTable } from './markdown/markdownText.ts'
import { type Recap, type RecapAction, type RecapJourney, recapOf, type RecapRound } from './recap.ts'
import {
  howItWasVoted,
  journeyFacts,
  journeyHeading,
  reviewWords,
  signedNumber,
  votesWords,
  whoAndWhen,
  whenAndWho,
} from './recapWords.ts'

export const markdownFormat: ExportFormat = {
  name: 'md',
  render: (input) => `${toMarkdown(input)}\n`,
}

function toMarkdown(input: ExportInput): string {
  const recap = recapOf(input)
  const latest = latestResult(input.rounds ?? [])
  const votes = latest ? voteTotals(latest) : null
  const parts = [
    `# ${markdownLine(recap.title) || 'Workshop'}`,
    `${markdownLine(whenAndWho(recap))} ${reviewWords(recap)}`,
    ...recap.journeys.flatMap((journey) => [
      ...journeyHead(recap, journey),
      ...findingsOf(input.board, journey.id, votes).map((findings) => stagePart(journey, findings)),
    ]),
    ...recap.rounds.flatMap(roundPart),
    ...opportunityPart(recap),
    ...actionPart(recap),
    ...loosePart(looseCards(input.board, votes)),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function journeyHead(recap: Recap, journey: RecapJourney): string[] {
  return [
    `## ${markdownLine(journeyHeading(recap, journey))}`,
    ...journeyFacts(journey).map(([name, text]) => `**${name}:** ${markdownBlock(text)}`),
  ]
}

function stagePart(journey: RecapJourney, { stageId, name, period, lanes }: StageFindings): string {
  const heading = `### ${markdownLine(name) || 'Stage'}${period.trim() === '' ? '' : ` (${markdownLine(period)})`}`
  const feelings = journey.feelings
    .filter((feeling) => feeling.stageId === stageId)
    .map(({ name: about, stageName, median, reason, isLowest }) => {
      const where = about === stageName ? '' : `${markdownLine(about)}: `
      const words = reason === '' ? '' : `, ${markdownLine(reason)}`
      return `  - ${where}${signedNumber(median)}${words}${isLowest ? ' (lowest point)' : ''}`
    })
  const lists = lanes.map(({ title, cards }) => [`- **${markdownLine(title)}**`, ...findingLines(cards)])
  const felt = feelings.length === 0 ? [] : [['- **How it feels** (median)', ...feelings]]
  return [heading, [...felt, ...lists].flat().join('\n')].filter((part) => part !== '').join('\n\n')
}

/** Notes of a group stand under its name, where the first of them is. */
function findingLines(findings: readonly Finding[]): string[] {
  const groups = Map.groupBy(findings, ({ group, card }) => group ?? card.id)
  return [...groups.values()].flatMap((members) => {
    const group = members[0]?.group ?? null
    if (group === null) return members.map((finding) => `  ${findingLine(finding)}`)
    return [`  - *${markdownLine(group)}*`, ...members.map((finding) => `    ${findingLine(finding)}`)]
  })
}

/** "- Several logins (severity 3; Benefits) **9 votes**" */
function findingLine({ words, details, votes }: Finding): string {
  const small = details.length === 0 ? '' : ` (${markdownLine(details.join('; '))})`
  return `- ${markdownLine(words)}${small}${votes === null ? '' : ` **${votesWords(votes)}**`}`
}

/** Personas and what lies beside the maps; opportunities and actions stand in their own lists already. */
function loosePart(findings: readonly Finding[]): string[] {
  const personas = findings.flatMap(({ card }) => (card.kind === 'persona' ? [card.fields] : []))
  const notes = findings.filter(({ card }) => !['persona', 'opportunity', 'action'].includes(card.kind))
  const rows = personas.map(({ name, needs, expectations, motivations }) => [name, needs, expectations, motivations])
  return [
    ...(rows.length === 0
      ? []
      : ['## Personas', markdownTable(['Persona', 'Wants', 'Expectations', 'Motivations'], rows)]),
    ...(notes.length === 0 ? [] : ['## Beside the maps', notes.map(findingLine).join('\n')]),
  ]
}

function roundPart(round: RecapRound): string[] {
  const heading = `## Vote ${round.number}: ${markdownLine(round.question) || 'What hurts most'}`
  if (round.top.length === 0) return [heading, 'Nobody has voted in this round.']
  const rows = round.top.map(({ rank, title, stageName, votes, voters }) => [
    String(rank),
    title,
    stageName,
    writeVotes(votes),
    `${voters} of ${round.voted}`,
  ])
  const others = round.others === 0 ? '' : ` ${round.others} more were ranked.`
  return [
    heading,
    markdownTable(['Rank', 'Card', 'Stage', 'Votes', 'Voters'], rows),
    `${markdownLine(howItWasVoted(round))}${others}`,
  ]
}

function opportunityPart({ opportunities }: Recap): string[] {
  if (opportunities.length === 0) return []
  const rows = opportunities.map(({ text, stageName, impact, effort, kpi }) => [
    text,
    stageName,
    impact === null ? '' : String(impact),
    effort === null ? '' : String(effort),
    kpi,
  ])
  return ['## Opportunities', markdownTable(['How might we', 'Stage', 'Impact', 'Effort', 'KPI'], rows)]
}

function actionPart({ actions }: Recap): string[] {
  if (actions.length === 0) return ['## What we do next', 'No actions yet.']
  return ['## What we do next', actions.map(taskLine).join('\n')]
}

/** "- [ ] **Build it** – Ruth, by 15 January 2027. Measured by: Claims filed." */
function taskLine(action: RecapAction): string {
  const { text, kpi, status } = action
  const isDone = status === 'Done'
  const details = [
    whoAndWhen(action),
    kpi === '' ? '' : `measured by ${kpi}`,
    status === 'Open' || isDone ? '' : status.toLowerCase(),
  ].filter((detail) => detail !== '')
  const small = details.length === 0 ? '' : ` – ${markdownLine(details.join('; '))}`
  return `- [${isDone ? 'x' : ' '}] **${markdownLine(text)}**${small}`
}
