// The dots of an open round on the canvas: a pill of slots on the lower edge of every candidate, larger and with − and +
// where the pointer or the keyboard is. A tap draws one pill again and no card.
import './vote-layer.css'
import { useValue } from 'tldraw'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { useBoardTools } from '../tools/BoardTools.ts'
import { useCanvas } from '../useCanvas.ts'
import { ActivePill, PointedRing, QuietPill } from './VotePill.tsx'
import { VoteStyles } from './VoteStyles.tsx'

export function VoteLayer() {
  const { session } = useCanvas()
  const round = useValue(session.voting.ballot.round)
  if (!round) return null
  return <OpenVote round={round} />
}

function OpenVote({ round }: { round: Round }) {
  const { session } = useCanvas()
  const { vote } = useBoardTools()
  const { ballot, pointed } = session.voting
  const canVote = useValue(ballot.canVote)
  // One string: equal lists are equal values, and nothing is drawn again.
  const active = useValue('cards with a large pill', () => vote.activeCards().join(' '), [vote])
  const ring = useValue('card the list points at', () => ringOf(pointed.get()), [pointed])
  return (
    <div className="vote-layer">
      <VoteStyles />
      {canVote && round.candidateIds.map((id) => <QuietPill key={id} cardId={id} cap={round.capPerCard} />)}
      {ring !== null && <PointedRing cardId={ring} />}
      {canVote &&
        active.split(' ').map((id) => id !== '' && <ActivePill key={id} cardId={id} cap={round.capPerCard} />)}
      <VoteStatus />
    </div>
  )
}

/** What is read out: the last change, or how the card has it that the keyboard came to. */
function VoteStatus() {
  const { session } = useCanvas()
  const { vote } = useBoardTools()
  const { ballot } = session.voting
  const said = useValue(vote.said)
  const here = useValue(
    'dots of the selected card',
    () => {
      const cardId = vote.selectedCard()
      return cardId !== null && ballot.canVote.get() && ballot.isCandidate(cardId)
        ? votingWords.canvas.here(ballot.dotsOn(cardId))
        : ''
    },
    [vote, ballot],
  )
  return (
    <div className="visually-hidden">
      <p role="status">{said}</p>
      <p role="status">{here}</p>
    </div>
  )
}

function ringOf(pointed: { readonly cardId: string; readonly on: string } | null): string | null {
  return pointed?.on === 'list' ? pointed.cardId : null
}
