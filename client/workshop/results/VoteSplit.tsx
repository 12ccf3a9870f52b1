// The votes of one card as a bar, split by department where a split may be shown: parts in the departments' colours, and
// below it marks with numbers, so that no colour stands alone.
import { Fragment } from 'react'
import { writeVotes } from '../../../shared/workshop/voteTotals.ts'
import { resultWords } from '../../ui/resultWords.ts'
import { GroupMark, useGroupColors } from './GroupMark.tsx'

interface VoteSplitProps {
  votes: number
  /** Of the card with the most: its bar is as wide as the column. */
  most: number
  groups: readonly string[] | null
  byGroup: readonly number[] | null
}

export function VoteSplit({ votes, most, groups, byGroup }: VoteSplitProps) {
  const width = { width: `${most > 0 ? (100 * votes) / most : 0}%` }
  if (!groups || !byGroup)
    return (
      <div className="vote-split" aria-hidden="true">
        <div className="vote-split__bar" style={width}>
          <i style={{ flex: 1, background: 'var(--primary)' }} />
        </div>
      </div>
    )
  return <SplitBar {...{ groups, byGroup, width }} />
}

interface SplitBarProps {
  groups: readonly string[]
  byGroup: readonly number[]
  width: { readonly width: string }
}

function SplitBar({ groups, byGroup, width }: SplitBarProps) {
  const colors = useGroupColors(groups)
  const parts = groups.map((group, at) => ({ group, votes: byGroup[at] ?? 0, color: colors[at] ?? '' }))
  const given = parts.filter(({ votes }) => votes > 0)
  return (
    <div className="vote-split">
      <div className="vote-split__bar" style={width} aria-hidden="true">
        {given.map(({ group, votes, color }) => (
          <i key={group} style={{ flex: votes, background: color }} />
        ))}
      </div>
      <p className="vote-split__parts tabular">
        {given.map(({ group, votes }, at) => (
          <Fragment key={group}>
            {at > 0 && <span className="visually-hidden">, </span>}
            <span title={group}>
              <GroupMark group={group} size={13} />
              <span className="visually-hidden">{resultWords.table.splitOf(group, votes)}</span>
              <span aria-hidden="true">{writeVotes(votes)}</span>
            </span>
          </Fragment>
        ))}
      </p>
    </div>
  )
}
