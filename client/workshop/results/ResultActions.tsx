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
import { MoreIcon, OpportunityIcon, WarningIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { showToast } from '../../ui/Toast.tsx'
import { planOpportunities, topRanked } from './planOpportunities.ts'
import { runOffOrder, tiedCards, topCards } from './runOff.ts'
import { lanesVotedOn, sortByVotes } from './sortByVotes.ts'

const words = resultWords.actions

/** Whether there is anything to do with it: without votes there are no winners. */
export function hasNextStep(result: RoundResult, canWrite: boolean): boolean {
  return canWrite && topRanked(result).length > 0
}

export function ResultActions({ result }: { result: RoundResult }) {
  const session = useBoardSession()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [tied, top] = [tiedCards(result), topCards(result)]
  const lanes = lanesVotedOn(session.model.board, result).size
  const winners = topRanked(result).length

  async function voteAgain(cardIds: readonly string[], kind: 'tied' | 'top') {
    setBusy(true)
    const { workshopId, token } = session.workshop
    const answer = await sendCommand(workshopId, token, runOffOrder(result, cardIds, kind))
    setBusy(false)
    // The ballot opens by itself in the place of this panel.
    setProblem(answer.ok ? null : answer.failure.sentence)
  }

  return (
    <div className="result-actions">
      {problem !== null && (
        <p className="result-actions__problem" role="alert">
          <WarningIcon size={14} /> {problem}
        </p>
      )}
      <Button look="primary" icon={OpportunityIcon} onClick={() => makeOpportunities(session, result)}>
        {words.opportunities(winners)}
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
      {lanes > 0 && <Button onClick={() => sortLanes(session, result)}>{words.sortLanes(lanes)}</Button>}
      {tied.length > 0 && top.length > 0 && (
        <Menu trigger={<IconButton label={words.more} icon={MoreIcon} />}>
          <MenuItem onSelect={() => void voteAgain(top, 'top')}>{words.againOn(top.length)}</MenuItem>
        </Menu>
      )}
    </div>
  )
}

function makeOpportunities(session: BoardSession, result: RoundResult): void {
  const { lanes, cards } = planOpportunities(session.model.board, result)
  if (cards.length === 0) {
    showToast(words.madeAlready)
    return
  }
  session.undo.step(() => {
    for (const lane of lanes) createLane(session.edit, lane)
    createCards(session.edit, cards)
  })
  sayWithUndo(session, words.made(cards.length))
}

function sortLanes(session: BoardSession, result: RoundResult): void {
  const moves = sortByVotes(session.model.board, result)
  if (moves.length === 0) {
    showToast(words.sortedAlready)
    return
  }
  session.undo.step(() => placeCards(session.edit, moves))
  sayWithUndo(session, words.sorted)
}

/** The button takes back this step only while it is the last one. */
function sayWithUndo(session: BoardSession, sentence: string): void {
  const step = session.undo.last()
  const run = () => {
    if (session.undo.last() === step) session.undo.undo()
  }
  showToast(sentence, { action: { label: words.undo, run } })
}
