// What a facilitator does with a result: opportunities of the winners, a second vote, the lane in the order of votes. Each
// is one step of undo or one command; what the server refuses is said here.
import { useState } from 'react'
import { createCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { createLane } from '../../../shared/journey/edit/editStructure.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { sendCommand } from '../../connection/api.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CheckIcon, MoreIcon, OpportunityIcon, WarningIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { planOpportunities, topRanked } from './planOpportunities.ts'
import { runOffOrder, tiedCards, topCards } from './runOff.ts'
import { lanesVotedOn, sortByVotes } from './sortByVotes.ts'

const words = resultWords.actions

/** What came of the last press; a toast would lie across these very buttons. */
interface Said {
  readonly sentence: string
  readonly tone: 'done' | 'problem'
  readonly undo?: () => void
}

/** Whether there is anything to do with it: without votes there are no winners. */
export function hasNextStep(result: RoundResult, canWrite: boolean): boolean {
  return canWrite && topRanked(result).length > 0
}

export function ResultActions({ result }: { result: RoundResult }) {
  const session = useBoardSession()
  const hasOpportunities = () => planOpportunities(session.model.board, result).cards.length === 0
  const [said, setSaid] = useState<Said | null>(null)
  const [busy, setBusy] = useState(false)
  // What others make meanwhile is found out by the press.
  const [isMade, setMade] = useState(hasOpportunities)
  const [tied, top] = [tiedCards(result), topCards(result)]
  const lanes = lanesVotedOn(session.model.board, result).size

  async function voteAgain(cardIds: readonly string[], kind: 'tied' | 'top') {
    setBusy(true)
    const { workshopId, token } = session.workshop
    const answer = await sendCommand(workshopId, token, runOffOrder(result, cardIds, kind))
    setBusy(false)
    // The ballot opens by itself in the place of this panel.
    setSaid(answer.ok ? null : { sentence: answer.failure.sentence, tone: 'problem' })
  }

  return (
    <div className="result-actions">
      <SaidLine
        said={said}
        onUndone={() => {
          setSaid(null)
          setMade(hasOpportunities())
        }}
      />
      <Button
        look={isMade ? 'plain' : 'primary'}
        icon={OpportunityIcon}
        onClick={() => {
          setSaid(makeOpportunities(session, result))
          setMade(true)
        }}
      >
        {words.opportunities(topRanked(result).length)}
      </Button>
      {tied.length > 0 ? (
        <Button busy={busy} title={words.runOffOf(tied.length)} onClick={() => void voteAgain(tied, 'tied')}>
          {words.runOff}
        </Button>
      ) : (
        top.length > 0 && (
          <Button busy={busy} title={words.againNote(top.length)} onClick={() => void voteAgain(top, 'top')}>
            {words.again}
          </Button>
        )
      )}
      {lanes > 0 && <Button onClick={() => setSaid(sortLanes(session, result))}>{words.sortLanes(lanes)}</Button>}
      {tied.length > 0 && top.length > 0 && (
        <Menu trigger={<IconButton label={words.more} icon={MoreIcon} />}>
          <MenuItem onSelect={() => void voteAgain(top, 'top')}>{words.againOn(top.length)}</MenuItem>
        </Menu>
      )}
    </div>
  )
}

function SaidLine({ said, onUndone }: { said: Said | null; onUndone: () => void }) {
  const isProblem = said?.tone === 'problem'
  const { undo } = said ?? {}
  return (
    // There from the start, so that what comes into it is read out.
    <p
      className={isProblem ? 'result-actions__said result-actions__said--problem' : 'result-actions__said'}
      role={isProblem ? 'alert' : 'status'}
    >
      {said && (isProblem ? <WarningIcon size={14} /> : <CheckIcon size={14} />)}
      {said?.sentence}
      {undo && (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            undo()
            onUndone()
          }}
        >
          {words.undo}
        </Button>
      )}
    </p>
  )
}

function makeOpportunities(session: BoardSession, result: RoundResult): Said {
  const { lanes, cards } = planOpportunities(session.model.board, result)
  if (cards.length === 0) return { sentence: words.madeAlready, tone: 'done' }
  session.undo.step(() => {
    for (const lane of lanes) createLane(session.edit, lane)
    createCards(session.edit, cards)
  })
  return doneWithUndo(session, words.made(cards.length))
}

function sortLanes(session: BoardSession, result: RoundResult): Said {
  const moves = sortByVotes(session.model.board, result)
  if (moves.length === 0) return { sentence: words.sortedAlready, tone: 'done' }
  session.undo.step(() => placeCards(session.edit, moves))
  return doneWithUndo(session, words.sorted)
}

/** The button takes back this step only while it is the last one. */
function doneWithUndo(session: BoardSession, sentence: string): Said {
  const step = session.undo.last()
  const undo = () => {
    if (session.undo.last() === step) session.undo.undo()
  }
  return { sentence, tone: 'done', undo }
}
