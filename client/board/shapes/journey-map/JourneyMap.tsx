// Sheet, header and rules of one journey.
import './journey-map.css'
import { HEADER_HEIGHT, LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../../../shared/layout/mapMetrics.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import type { JourneyMapShape } from '../journeyShapes.ts'
import { GrowButtons } from './GrowButtons.tsx'
import { MapHeader } from './MapHeader.tsx'

export function JourneyMap({ shape }: { shape: JourneyMapShape }) {
  const { w, h, stageXs, laneYs, laneKinds, title, state } = shape.props
  const bodyTop = HEADER_HEIGHT + 1
  return (
    <>
      <div className="journey-map" style={{ width: w, height: h }}>
        <div className="journey-map__labels" style={{ top: bodyTop, width: LANE_LABEL_WIDTH, bottom: 0 }} />
        {/* Lines have no identity of their own: the third stays the third, so that it glides where the third belongs. */}
        {stageXs.map((x, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className="journey-map__column" style={{ left: x, top: bodyTop }} />
        ))}
        <div
          className="journey-map__rule journey-map__rule--strong journey-map__rule--head"
          style={{ top: HEADER_HEIGHT }}
        />
        <div
          className="journey-map__rule journey-map__rule--strong"
          style={{ top: HEADER_HEIGHT + STAGE_HEADER_HEIGHT }}
        />
        {laneYs.map((y, at) =>
          at === 0 ? null : (
            <div
              // As with the columns: the second line stays the second.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              className={`journey-map__rule${laneKinds[at] === 'process' ? ' journey-map__rule--visibility' : ''}`}
              style={{ top: y }}
            />
          ),
        )}
        <MapHeader shape={shape} />
      </div>
      <div className="journey-map__far-title">
        <span className="map-header__state">{canvasWords.map.states[state]}</span>
        <span className="journey-map__far-name">{title}</span>
      </div>
      <GrowButtons shape={shape} />
    </>
  )
}
