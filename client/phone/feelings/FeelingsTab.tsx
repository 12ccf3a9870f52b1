// How each stage feels: five faces and a reason. The room's median shows once one's own is set, so that it draws nobody.
import './feelings.css'
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { emotionConsensus, type TargetConsensus } from '../../../shared/insight/emotionConsensus.ts'
import { emotionEntriesOf } from '../../../shared/insight/emotionEntriesOf.ts'
import type { EmotionReading, Journey } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle, journeysOf } from '../../../shared/journey/readBoardParts.ts'
import { MAX_REASON_LENGTH } from '../../../shared/journey/schema.ts'
import { removeReading, writeReading } from '../../board/shapes/emotion-curve/emotionEdits.ts'
import { signed } from '../../ui/canvasWords.ts'
import { phoneWords } from '../../ui/phoneWords.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneFoot } from '../PhoneFoot.tsx'
import { FaceChoice } from './FaceChoice.tsx'

const words = phoneWords.feelings

export function FeelingsTab() {
  const { session, board } = usePhone()
  const maySet = useValue('may feel', () => session.rules.mayFeel, [session])
  // Later, facilitators still may, and the room talks about what it has set.
  const isAsked = useValue('feelings are asked for', () => session.rules.asksFeelings, [session])
  const lanes = new Set(
    [...board.lanes.values()].flatMap(({ kind, journeyId }) => (kind === 'emotion' ? [journeyId] : [])),
  )
  const journeys = journeysOf(board).filter(({ id }) => lanes.has(id))
  return (
    <>
      {!maySet && <p className="phone-empty">{words.notNow}</p>}
      {journeys.map((journey) => (
        <JourneyFeelings key={journey.id} {...{ journey, maySet, isAsked }} named={journeys.length > 1} />
      ))}
      <PhoneFoot doneFirst={isAsked} />
    </>
  )
}

interface JourneyFeelingsProps {
  journey: Journey
  maySet: boolean
  isAsked: boolean
  named: boolean
}

function JourneyFeelings({ journey, maySet, isAsked, named }: JourneyFeelingsProps) {
  const { session, board } = usePhone()
  const personaId = journey.persona !== null && board.cards.has(journey.persona) ? journey.persona : null
  const { targets } = emotionConsensus(board, journey.id, personaId)
  const own = emotionEntriesOf(board, journey.id, personaId).find(
    ({ participantId }) => participantId === session.workshop.participantId,
  )
  if (targets.length === 0) return <p className="phone-empty">{words.empty}</p>
  const place = { session, journeyId: journey.id, personaId }
  return (
    <section>
      {named && <h2 className="phone-heading">{journey.title}</h2>}
      <ul className="feelings">
        {targets.map((target) => (
          <Feeling
            key={target.target}
            target={target}
            heading={named ? 'h3' : 'h2'}
            own={own?.readings.get(target.target) ?? null}
            showsRoom={!isAsked || (own?.readings.size ?? 0) > 0}
            maySet={maySet}
            onReading={({ value, reason }) => writeReading(place, target.target, value, reason)}
            onRemove={() => removeReading(place, target.target)}
          />
        ))}
      </ul>
    </section>
  )
}

interface FeelingProps {
  target: TargetConsensus
  /** One level below the journey's, where there are several journeys. */
  heading: 'h2' | 'h3'
  own: EmotionReading | null
  showsRoom: boolean
  maySet: boolean
  onReading: (reading: EmotionReading) => void
  onRemove: () => void
}

function Feeling({ target, heading: Heading, own, showsRoom, maySet, onReading, onRemove }: FeelingProps) {
  const { board } = usePhone()
  const touchpoint = board.cards.get(target.target as CardId)
  const stage = board.stages.get(target.stageId)?.name || phoneWords.cards.noStage
  const name = touchpoint ? cardTitle(touchpoint) : stage
  return (
    <li className="feeling">
      <Heading className="feeling__name">
        {name}
        {touchpoint && <span className="feeling__stage">{stage}</span>}
      </Heading>
      {maySet && (
        <FaceChoice
          label={name}
          value={own?.value ?? null}
          onValue={(value) => onReading({ value, reason: own?.reason ?? '' })}
        />
      )}
      {maySet && own && (
        <Reason
          own={own}
          name={name}
          onReason={(reason) => onReading({ value: own.value, reason })}
          onRemove={onRemove}
        />
      )}
      <p className="feeling__room">{showsRoom ? roomSentence(target) : words.setFirst}</p>
    </li>
  )
}

function roomSentence({ median, count, reason }: TargetConsensus): string {
  if (median === null) return words.alone(count)
  return [words.room(signed(median), count), reason].filter((part) => part !== '').join(' · ')
}

interface ReasonProps {
  own: EmotionReading
  name: string
  onReason: (reason: string) => void
  onRemove: () => void
}

function Reason({ own, name, onReason, onRemove }: ReasonProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const write = () => {
    if (typed !== null && typed.trim() !== own.reason) onReason(typed.trim())
    setTyped(null)
  }
  return (
    <div className="feeling__reason">
      <input
        aria-label={words.whyOf(name)}
        placeholder={words.whyPrompt}
        maxLength={MAX_REASON_LENGTH}
        value={typed ?? own.reason}
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={write}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
        }}
      />
      <button type="button" className="feeling__remove" onClick={onRemove} aria-label={words.removeOf(name)}>
        {words.remove}
      </button>
    </div>
  )
}
