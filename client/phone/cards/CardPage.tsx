// One card in full: to be read, and to be changed by those who may now.
import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { Card } from '../../../shared/journey/Board.ts'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import { laneTakes } from '../../../shared/journey/cards/cardKinds.ts'
import { deleteCards, placeCards, restoreCards } from '../../../shared/journey/edit/editCards.ts'
import type { CardId, LaneId } from '../../../shared/journey/ids.ts'
import { lanesOf, laneTitle, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { LockIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { Button } from '../../ui/Button.tsx'
import { usePhone } from '../PhoneContext.ts'
import { PhoneSelect } from '../PhoneSelect.tsx'
import { PhoneSubpage } from '../PhoneSubpage.tsx'
import { choiceLabel, endOfCell } from './addChoices.ts'
import { CardFacts } from './CardFacts.tsx'
import { CardFields } from './CardFields.tsx'
import { paperOf } from './cardLook.tsx'
import { choiceOf } from './choiceOf.ts'

const words = phoneWords.card

export function CardPage({ id }: { id: string }) {
  const { board, places } = usePhone()
  const card = board.cards.get(id as CardId)
  // Opened from an old step of the history, for a card that has long been gone.
  const [wasThere] = useState(card !== undefined)
  const isGone = card === undefined
  const { back } = places
  useEffect(() => {
    if (isGone && !wasThere) back()
  }, [isGone, wasThere, back])
  if (!card)
    return (
      <PhoneSubpage title={words.goneHeading}>
        <p>{words.gone}</p>
      </PhoneSubpage>
    )
  return <WholeCard card={card} />
}

function WholeCard({ card }: { card: Card }) {
  const { session, places } = usePhone()
  const { rules } = session
  const mayChange = useValue('may change', () => rules.mayChange(card), [rules, card])
  const whyNot = useValue('why not', () => rules.whyNot({ does: 'edit' }, card.id), [rules, card.id])
  const isLocked = useValue('is locked', () => rules.lockedBy(card.id) !== null, [rules, card.id])
  const remove = () => {
    const { id, kind, place, fields } = card
    deleteCards(session.edit, [id])
    places.back()
    showToast(words.deleted, {
      action: { label: words.undo, run: () => restoreCards(session.edit, [{ id, kind, place, fields }]) },
    })
  }
  return (
    <PhoneSubpage
      title={choiceLabel(choiceOf(card))}
      action={
        mayChange && (
          <Button look="danger" onClick={remove}>
            {words.delete}
          </Button>
        )
      }
    >
      {!mayChange && (
        <p className="phone-hint phone-hint--lock">
          {isLocked && <LockIcon />}
          {whyNot ?? phoneWords.cards.notNow}
        </p>
      )}
      <div className={`whole-card ${paperOf(choiceOf(card))}`}>
        {mayChange ? <CardFields card={card} /> : <CardFacts card={card} />}
      </div>
      <CardPlace card={card} mayMove={mayChange} />
      {mayChange && <p className="phone-hint">{words.savedAtOnce}</p>}
    </PhoneSubpage>
  )
}

/** Stage and lane: as words, or to choose another. */
function CardPlace({ card, mayMove }: { card: Card; mayMove: boolean }) {
  const { session, board } = usePhone()
  const { place } = card
  if (!isCellPlace(place)) return <p className="phone-hint">{phoneWords.cards.beside}</p>
  const stages = stagesOf(board, place.journeyId)
  const lanes = lanesOf(board, place.journeyId).filter(({ kind }) => laneTakes(kind, card.kind))
  const move = (stageId: string, laneId: string) => {
    const stage = stages.find(({ id }) => id === stageId)
    if (!stage) return
    session.undo.step(() =>
      placeCards(session.edit, [{ id: card.id, place: endOfCell(board, stage, laneId as LaneId) }]),
    )
  }
  const stage = stages.find(({ id }) => id === place.stageId)
  const lane = lanes.find(({ id }) => id === place.laneId)
  if (!mayMove)
    return <p className="phone-hint">{[stage?.name ?? '', lane ? laneTitle(lane) : ''].filter(Boolean).join(' · ')}</p>
  return (
    <div className="card-place">
      <PhoneSelect
        label={words.stage}
        value={place.stageId}
        options={[
          ...(stage ? [] : [{ value: place.stageId, label: words.empty }]),
          ...stages.map(({ id, name }) => ({ value: id, label: name || phoneWords.cards.noStage })),
        ]}
        onValue={(stageId) => move(stageId, place.laneId)}
      />
      <PhoneSelect
        label={words.lane}
        value={place.laneId}
        options={[
          ...(lane ? [] : [{ value: place.laneId, label: words.empty }]),
          ...lanes.map((one) => ({ value: one.id, label: laneTitle(one) })),
        ]}
        onValue={(laneId) => move(place.stageId, laneId)}
      />
    </div>
  )
}
