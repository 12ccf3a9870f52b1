// The bars of a stage, a lane and a map: the way to everything in their menus without a mouse.
import { useValue } from 'tldraw'
import type { JourneyId, LaneId, StageId } from '../../../../shared/journey/ids.ts'
import { laneKindDefinitions } from '../../../../shared/journey/lanes.ts'
import { MAX_COLUMNS } from '../../../../shared/journey/schema.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { openDetails } from '../../card-details/openDetails.ts'
import { useCanvas } from '../../useCanvas.ts'
import { entityIdOf, type JourneyMapShape, type LaneShape, type StageShape } from '../journeyShapes.ts'
import { personaCardOf, setJourneyState } from '../journey-map/journeyEdits.ts'
import { JourneyMenu } from '../journey-map/JourneyMenu.tsx'
import { LaneMenu } from '../lane/LaneMenu.tsx'
import { widenStage } from '../stage/stageEdits.ts'
import { StageMenu } from '../stage/StageMenu.tsx'
import { writeIn } from '../text/writeIn.ts'
import { BarButton, BarLine, MoreButton } from './BarButton.tsx'

export function StageBar({ stage }: { stage: StageShape }) {
  const { editor, session } = useCanvas()
  const id = entityIdOf(stage.id) as StageId
  const { name, columns } = stage.props
  return (
    <>
      <BarButton onClick={() => writeIn(editor, id)}>{canvasWords.stage.rename}</BarButton>
      <BarButton disabled={columns <= 1} onClick={() => widenStage(session, id, -1)}>
        {canvasWords.stage.narrower}
      </BarButton>
      <BarButton disabled={columns >= MAX_COLUMNS} onClick={() => widenStage(session, id, 1)}>
        {canvasWords.stage.wider}
      </BarButton>
      <BarLine />
      <StageMenu id={id} trigger={<MoreButton label={canvasWords.stage.menu(name)} />} />
    </>
  )
}

export function LaneBar({ lane }: { lane: LaneShape }) {
  const { editor } = useCanvas()
  const id = entityIdOf(lane.id) as LaneId
  const label = lane.props.title || laneKindDefinitions[lane.props.kind].label
  return (
    <>
      <BarButton onClick={() => writeIn(editor, id)}>{canvasWords.lane.rename}</BarButton>
      <BarLine />
      <LaneMenu id={id} trigger={<MoreButton label={canvasWords.lane.menu(label)} />} />
    </>
  )
}

export function MapBar({ map }: { map: JourneyMapShape }) {
  const { editor, session, binding } = useCanvas()
  const id = entityIdOf(map.id) as JourneyId
  const personaId = useValue(
    'persona',
    () => {
      binding.view.get()
      return personaCardOf(session, id)
    },
    [session, binding, id],
  )
  const mayShape = useValue('may shape', () => session.canShape.get(), [session])
  const other = map.props.state === 'as-is' ? 'to-be' : 'as-is'
  return (
    <>
      {mayShape && (
        <>
          <BarButton onClick={() => writeIn(editor, id)}>{canvasWords.map.write}</BarButton>
          <BarButton onClick={() => setJourneyState(session, id, other)}>
            {canvasWords.map.switchState(canvasWords.map.states[other])}
          </BarButton>
        </>
      )}
      {personaId !== null && (
        <BarButton onClick={() => openDetails(editor, { root: 'cards', id: personaId })}>
          {canvasWords.map.personaDetails}
        </BarButton>
      )}
      {mayShape && (
        <>
          <BarButton onClick={() => openDetails(editor, { root: 'journeys', id })}>{canvasWords.map.details}</BarButton>
          <BarLine />
          <JourneyMenu id={id} trigger={<MoreButton label={canvasWords.map.menu(map.props.title)} />} />
        </>
      )}
    </>
  )
}
