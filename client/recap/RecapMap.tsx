// One journey: what it is about, its map as the picture the server drew, and the curve once more in words, because a
// picture says nothing to a screen reader and too little on a phone.
import { useEffect, useRef } from 'react'
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { recapWords as words } from '../ui/recapWords.ts'
import { readDrawing } from './readDrawing.ts'

type Journey = RecapAnswer['recap']['journeys'][number]

interface RecapMapProps {
  journey: Journey
  /** There is no other journey: its name is the workshop's as a rule, and said already. */
  only: boolean
  svg: string | undefined
}

export function RecapMap({ journey, only, svg }: RecapMapProps) {
  const { persona, wants, objective, successMeasure, state, stages } = journey
  const facts = [
    [words.persona, persona],
    [words.wants, wants],
    [words.objective, objective],
    [words.measure, successMeasure],
  ].filter(([, text]) => text !== '')
  return (
    <section className="recap__journey">
      {facts.length > 0 && (
        <dl className="recap__facts">
          {facts.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div className="recap__state">
            <dt className="visually-hidden">{words.state}</dt>
            <dd className="recap__tag">{words.states[state]}</dd>
          </div>
        </dl>
      )}
      <h2>
        {only || journey.title === '' ? words.journey : journey.title}{' '}
        {/* A row that holds nothing else would look forgotten. */}
        {facts.length === 0 && <span className="recap__tag">{words.states[state]}</span>}
      </h2>
      {stages.length === 0 ? (
        <p className="recap__empty">{words.noStages}</p>
      ) : (
        svg !== undefined && <Drawing svg={svg} />
      )}
      <Feelings journey={journey} />
    </section>
  )
}

/** Put in as nodes and not as an image, so that its text has the page's font and can be found and copied. */
function Drawing({ svg }: { svg: string }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawing = readDrawing(svg)
    frame.current?.replaceChildren(...(drawing ? [drawing] : []))
  }, [svg])
  // A part that scrolls has to be reached by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <div className="recap__map" ref={frame} tabIndex={0} role="group" aria-label={words.map} />
}

function Feelings({ journey: { feelings, feltBy } }: { journey: Journey }) {
  if (feelings.length === 0) return null
  return (
    <div className="recap__feelings">
      <h3>{words.feelings(feltBy)}</h3>
      <ol>
        {feelings.map((feeling, at) => (
          // A stage may have several touchpoints of one name; the order is the map's and does not change here.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={feeling.isLowest ? 'recap__lowest' : ''}>
            <b className="tabular">{words.value(feeling.median)}</b>{' '}
            <span>{feeling.name === feeling.stageName ? feeling.name : `${feeling.stageName}, ${feeling.name}`}</span>
            {feeling.reason !== '' && <i> {feeling.reason}</i>}
            {feeling.isLowest && <em>{words.lowest}</em>}
          </li>
        ))}
      </ol>
    </div>
  )
}
