// The journey as far as it is named, on a sheet: whose it is, what for, its stages, and the line that is drawn together.
// On phones the same facts become two lines and a row of stages.
import './WorkshopSheet.css'
import type { WorkshopPreview } from '../../../shared/protocol/entry.ts'
import { words } from '../../ui/words.ts'

type Journey = NonNullable<WorkshopPreview['journey']>
type Stage = Journey['stages'][number]

/** More are cut with "+n": the sheet is an invitation, not the map. */
const STAGES_SHOWN = 6

export function WorkshopSheet({ journey }: { journey: Journey | null }) {
  const stages = journey?.stages ?? []
  return (
    <section className="workshop-sheet" aria-label={words.join.facts}>
      {journey !== null && (journey.persona !== '' || journey.objective !== '') && <Facts journey={journey} />}
      {stages.length > 0 ? <Stages stages={stages} /> : <p className="workshop-sheet__empty">{words.join.emptyMap}</p>}
      <LineToDraw stages={Math.min(STAGES_SHOWN, stages.length || 4)} />
    </section>
  )
}

function Facts({ journey }: { journey: Journey }) {
  return (
    <dl className="workshop-sheet__facts">
      {journey.persona !== '' && (
        <>
          <dt>{words.join.persona}</dt>
          <dd>{journey.persona}</dd>
        </>
      )}
      {journey.objective !== '' && (
        <>
          <dt>{words.join.objective}</dt>
          <dd>{journey.objective}</dd>
        </>
      )}
    </dl>
  )
}

function Stages({ stages }: { stages: readonly Stage[] }) {
  // Names may repeat; the place does not.
  const shown = stages.slice(0, STAGES_SHOWN).map((stage, at) => ({ ...stage, at }))
  const more = stages.length - shown.length
  return (
    <ol
      className={`workshop-sheet__stages ${shown.length > 4 ? 'workshop-sheet__stages--many' : ''}`.trim()}
      aria-label={words.join.stages}
    >
      {shown.map((stage) => (
        <li key={stage.at}>
          <b>
            {stage.name}
            {stage.at === shown.length - 1 && more > 0 && <span className="workshop-sheet__more"> +{more}</span>}
          </b>
          {stage.period !== '' && <p className="workshop-sheet__period">{stage.period}</p>}
          {stage.question !== '' && <p className="workshop-sheet__question">{stage.question}</p>}
        </li>
      ))}
    </ol>
  )
}

/** One open point in the middle of each stage. Drawn by CSS columns, so that it always meets the stages above. */
function LineToDraw({ stages }: { stages: number }) {
  return (
    <div className="workshop-sheet__line">
      <div className="workshop-sheet__points" aria-hidden="true">
        {Array.from({ length: stages }, (_, at) => (
          <span key={at}>
            <svg width="20" height="20" viewBox="0 0 20 20">
              <circle cx="10" cy="10" r="9" />
              <text x="10" y="14">
                ?
              </text>
            </svg>
          </span>
        ))}
      </div>
      <p>{words.join.line}</p>
    </div>
  )
}
