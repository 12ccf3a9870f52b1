// The map as a list: a stage at a time, its lanes below each other, their cards as rows. What lies beside the map is a
// stage of its own here.
import './cards.css'
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { Board, Card, Lane, Stage } from '../../../shared/journey/Board.ts'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import {
  cardsOfCell,
  hasCell,
  journeysOf,
  lanesOf,
  laneTitle,
  stagesOf,
} from '../../../shared/journey/readBoardParts.ts'
import { isForSorting } from '../../../shared/workshop/isForSorting.ts'
import { chooseView } from '../../app/chosenView.ts'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { Chips } from '../Chips.tsx'
import { usePhone } from '../PhoneContext.ts'
import { PhoneFoot } from '../PhoneFoot.tsx'
import { PhoneSelect } from '../PhoneSelect.tsx'
import { addChoices, choiceLabel, choicesFor } from './addChoices.ts'
import { CardRow } from './CardRow.tsx'

/** Chosen as if it were a stage: what lies free on the canvas. */
const BESIDE = 'beside'

const words = phoneWords.cards

export function CardsTab() {
  const { session, places, board } = usePhone()
  const rights = useValue(session.connection.room.rights)
  const [journeyId, setJourneyId] = useState<string | null>(null)
  const [stageId, setStageId] = useState<string | null>(null)
  const journeys = journeysOf(board)
  const journey = journeys.find(({ id }) => id === journeyId) ?? journeys[0]
  if (!journey) return <p className="phone-empty">{words.noMap}</p>
  const stages = stagesOf(board, journey.id)
  const loose = looseCards(board)
  const stage = stages.find(({ id }) => id === stageId) ?? stages[0]
  const isBeside = loose.length > 0 && (stageId === BESIDE || !stage)
  const mayAddHere = addChoices(board, journey.id, rights).length > 0 && stage !== undefined
  return (
    <>
      <SortingNote />
      {journeys.length > 1 && (
        <PhoneSelect
          look="journey"
          label={words.journey}
          value={journey.id}
          options={journeys.map(({ id, title }, at) => ({
            value: id,
            label: title.trim() || `${words.journey} ${at + 1}`,
          }))}
          onValue={setJourneyId}
        />
      )}
      <Chips
        label={words.stages}
        look="line"
        labelHidden
        options={[
          ...stages.map(({ id, name }) => ({ value: id as string, label: name || words.noStage })),
          ...(loose.length > 0 ? [{ value: BESIDE, label: words.beside }] : []),
        ]}
        value={isBeside ? BESIDE : (stage?.id ?? '')}
        onValue={setStageId}
      />
      {isBeside && <Rows cards={loose} />}
      {!isBeside && stage && <StageLanes stage={stage} lanes={lanesOf(board, journey.id)} />}
      <PhoneFoot>
        {mayAddHere && (
          <Button
            look="primary"
            size="big"
            icon={PlusIcon}
            onClick={() => places.open({ page: 'add', stageId: isBeside ? null : stage.id, laneId: null })}
          >
            {words.add}
          </Button>
        )}
      </PhoneFoot>
    </>
  )
}

/** In a phase for sorting: these lists are for reading along. */
function SortingNote() {
  const { session } = usePhone()
  const { room } = session.connection
  const isShown = useValue('sorts', () => room.canWrite.get() && isForSorting(room.workshop.get().agenda), [room])
  if (!isShown) return null
  return (
    <div className="sorting-note">
      <p>{words.sortOnBoard}</p>
      <Button onClick={() => chooseView(session.workshop.workshopId, 'board')}>{phoneWords.open.board}</Button>
    </div>
  )
}

function StageLanes({ stage, lanes }: { stage: Stage; lanes: readonly Lane[] }) {
  const { board } = usePhone()
  // The curve has a list of its own.
  const shown = lanes.filter(({ kind }) => kind !== 'emotion')
  if (shown.length === 0) return <p className="phone-empty">{words.noLanes}</p>
  return (
    <>
      {stage.period !== '' && <p className="stage-period">{stage.period}</p>}
      {shown.map((lane) => (
        <LaneSection key={lane.id} stage={stage} lane={lane} cards={cardsOfCell(board, stage, lane)} />
      ))}
    </>
  )
}

function LaneSection({ stage, lane, cards }: { stage: Stage; lane: Lane; cards: readonly Card[] }) {
  const { session, places } = usePhone()
  const rights = useValue(session.connection.room.rights)
  const [home] = choicesFor(lane.kind, rights)
  return (
    <section className="lane-section" aria-label={laneTitle(lane)}>
      <header>
        <h2>{laneTitle(lane)}</h2>
        {cards.length > 0 && <span className="lane-section__count tabular">{cards.length}</span>}
        {home && (
          <button
            type="button"
            className="phone-icon-button"
            aria-label={words.addTo(choiceLabel(home), stage.name)}
            title={words.addTo(choiceLabel(home), stage.name)}
            onClick={() => places.open({ page: 'add', stageId: stage.id, laneId: lane.id })}
          >
            <PlusIcon size={18} />
          </button>
        )}
      </header>
      {cards.length === 0 ? <p className="lane-section__empty">{words.empty}</p> : <Rows cards={cards} />}
    </section>
  )
}

function Rows({ cards }: { cards: readonly Card[] }) {
  return (
    <ul className="card-rows">
      {cards.map((card) => (
        <CardRow key={card.id} card={card} />
      ))}
    </ul>
  )
}

/** Free on the canvas, or in a cell that is gone; merged notes show as the note they went into. */
function looseCards(board: Board): Card[] {
  return [...board.cards.values()].filter(
    (card) => !board.mergedInto.has(card.id) && (!isCellPlace(card.place) || !hasCell(board, card)),
  )
}
