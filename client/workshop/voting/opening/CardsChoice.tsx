// Which cards are voted on: sort, stage and lane, or the cards that were chosen on the map; with the list as it would be.
import { useMemo } from 'react'
import { journeysOf, laneTitle, lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { WarningIcon } from '../../../ui/icons.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import type { RoundPartProps } from './OpenRoundDialog.tsx'
import { candidateSorts, labelOfSort, withSort } from './roundDraft.ts'
import type { CandidateLine } from './useCandidateList.ts'

/** More cards are hard to compare; a first round that makes a short list helps. */
const MANY_CARDS = 25

const { opening } = votingWords

export function CardsChoice(props: RoundPartProps & { candidates: readonly CandidateLine[] }) {
  const { draft, problem, candidates } = props
  return (
    <fieldset className="opening__part">
      <legend className="field-label">{opening.cards}</legend>
      {draft.cardIds === null ? (
        <SortChoice {...props} />
      ) : (
        <p className="opening__note">{opening.chosen(draft.cardIds.length)}</p>
      )}
      <details className="opening__list">
        <summary className="tabular">{opening.list(candidates.length)}</summary>
        <ul>
          {candidates.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </details>
      {candidates.length > MANY_CARDS && <p className="opening__note">{opening.many}</p>}
      {problem?.place === 'cards' && (
        <p className="field-error" role="alert">
          <WarningIcon size={14} />
          {problem.sentence}
        </p>
      )}
    </fieldset>
  )
}

const ALL = ''

function SortChoice({ draft, onDraft }: RoundPartProps) {
  const { model } = useBoardSession()
  // As it was when the dialog opened: stages and lanes are not made during a vote.
  const places = useMemo(() => {
    const { board } = model
    const journeys = journeysOf(board)
    const named = (id: string, name: string) => ({ value: id, label: name || opening.unnamed })
    return {
      stages: journeys.flatMap(({ id }) => stagesOf(board, id).map((stage) => named(stage.id, stage.name))),
      lanes: journeys.flatMap(({ id }) => lanesOf(board, id).map((lane) => named(lane.id, laneTitle(lane)))),
    }
  }, [model])
  return (
    <div className="opening__row">
      <SelectField
        label={opening.sort}
        options={candidateSorts.map((sort) => ({ value: sort, label: labelOfSort(sort) }))}
        value={draft.sort}
        onValue={(sort) => onDraft(withSort(draft, sort))}
      />
      <SelectField
        label={opening.stage}
        options={[{ value: ALL, label: opening.everyStage }, ...places.stages]}
        value={draft.stageId ?? ALL}
        onValue={(stage) => onDraft({ ...draft, stageId: stage === ALL ? null : stage })}
      />
      <SelectField
        label={opening.lane}
        options={[{ value: ALL, label: opening.everyLane }, ...places.lanes]}
        value={draft.laneId ?? ALL}
        onValue={(lane) => onDraft({ ...draft, laneId: lane === ALL ? null : lane })}
      />
    </div>
  )
}
