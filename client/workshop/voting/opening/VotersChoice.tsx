// Who votes, and whether departments count differently: only where every one of them has enough voters to hide in.
import { useValue } from '@tldraw/state-react'
import { MAX_WEIGHT, MIN_GROUP_VOTERS, MIN_WEIGHT } from '../../../../shared/workshop/rounds.ts'
import { tooSmallGroups } from '../../../../shared/workshop/voterGroups.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { WarningIcon } from '../../../ui/icons.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import type { RoundPartProps } from './OpenRoundDialog.tsx'
import { FEW_VOTERS } from '../fewVoters.ts'

const WEIGHT_STEP = 0.5

const { opening } = votingWords

export function VotersChoice({ draft, onDraft, problem }: RoundPartProps) {
  const groups = useVoterCounts()
  const { departments } = draft
  const voting = departments === null ? groups : groups.filter(({ name }) => departments.includes(name))
  const voters = voting.reduce((sum, { count }) => sum + count, 0)
  const named = groups.filter(({ name }) => name !== '')
  const problemHere = problem?.place === 'voters' || problem?.place === 'weights' ? problem.sentence : null
  return (
    <fieldset className="opening__part">
      <legend className="field-label">{opening.voters}</legend>
      {named.length > 1 && (
        <Segmented
          label={opening.voters}
          options={[
            { value: 'all', label: opening.everybody },
            { value: 'some', label: opening.someDepartments },
          ]}
          value={departments === null ? 'all' : 'some'}
          onValue={(value) =>
            onDraft({ ...draft, weights: null, departments: value === 'all' ? null : named.map(({ name }) => name) })
          }
        />
      )}
      {departments !== null && (
        <div className="opening__checks">
          {named.map(({ name, count }) => (
            <CheckField
              key={name}
              label={opening.department(name, count)}
              checked={departments.includes(name)}
              onChecked={(isIn) =>
                onDraft({
                  ...draft,
                  weights: null,
                  departments: isIn ? [...departments, name] : departments.filter((other) => other !== name),
                })
              }
            />
          ))}
        </div>
      )}
      <p className="opening__note tabular">
        {opening.voterCount(voters)} {opening.twice}
      </p>
      {draft.secret && voters > 0 && voters < FEW_VOTERS && (
        <p className="opening__note">
          <WarningIcon size={14} /> {votingWords.ballot.fewVoters(voters)}
        </p>
      )}
      <Weights draft={draft} onDraft={onDraft} voting={voting} />
      {problemHere !== null && (
        <p className="field-error" role="alert">
          <WarningIcon size={14} />
          {problemHere}
        </p>
      )}
    </fieldset>
  )
}

interface Group {
  readonly name: string
  readonly count: number
}

function Weights({ draft, onDraft, voting }: Pick<RoundPartProps, 'draft' | 'onDraft'> & { voting: readonly Group[] }) {
  const { weights } = draft
  const tooSmall = tooSmallGroups(voting.flatMap(({ name, count }) => Array<string>(count).fill(name)))
  const canWeigh = voting.length > 1 && tooSmall.length === 0
  const [smallest] = tooSmall
  if (voting.length < 2) return null
  return (
    <>
      <CheckField
        label={opening.weights}
        hint={canWeigh ? opening.weightsNote : opening.weightsNot(MIN_GROUP_VOTERS, smallest ?? '')}
        checked={weights !== null && canWeigh}
        disabled={!canWeigh}
        onChecked={(on) =>
          onDraft({ ...draft, weights: on ? Object.fromEntries(voting.map(({ name }) => [name, 1])) : null })
        }
      />
      {weights !== null && canWeigh && (
        <div className="opening__row">
          {voting.map(({ name }) => (
            <NumberField
              key={name}
              label={name || opening.noDepartment}
              value={weights[name] ?? 1}
              onValue={(value) => onDraft({ ...draft, weights: { ...weights, [name]: value ?? 1 } })}
              min={MIN_WEIGHT}
              max={MAX_WEIGHT}
              step={WEIGHT_STEP}
            />
          ))}
        </div>
      )}
    </>
  )
}

/** Everybody who took part and is no viewer, as the server counts them, by department; '' for none. */
function useVoterCounts(): readonly Group[] {
  const { connection } = useBoardSession()
  return useValue(
    'voters by department',
    () => {
      const counts = new Map<string, number>()
      for (const { role, department } of connection.roster.get().values())
        if (role !== 'viewer') counts.set(department, (counts.get(department) ?? 0) + 1)
      const { departments } = connection.workshop.get()
      const rank = (name: string) => (departments.includes(name) ? departments.indexOf(name) : departments.length)
      return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => rank(a.name) - rank(b.name))
    },
    [connection],
  )
}
