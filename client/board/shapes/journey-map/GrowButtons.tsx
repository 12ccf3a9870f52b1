// The quiet "+" after the last stage and below the last lane, for those who may change the structure; the first words of
// an empty map.
import '../headers.css'
import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import type { LaneKind } from '../../../../shared/journey/lanes.ts'
import { HEADER_HEIGHT, LANE_LABEL_WIDTH, STAGE_HEADER_HEIGHT } from '../../../../shared/layout/mapMetrics.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { useCanvas } from '../../useCanvas.ts'
import { entityIdOf, type JourneyMapShape } from '../journeyShapes.ts'
import { insertLane } from '../lane/laneEdits.ts'
import { LaneKindItems } from '../lane/LaneMenu.tsx'
import { insertStage } from '../stage/stageEdits.ts'
import { writeIn } from '../text/writeIn.ts'
import { KeepFromCanvas } from '../KeepFromCanvas.tsx'

export function GrowButtons({ shape }: { shape: JourneyMapShape }) {
  const { session } = useCanvas()
  const editor = useEditor()
  const mayShape = useValue('may shape', () => session.canShape.get(), [session])
  if (!mayShape) return null
  const journeyId = entityIdOf(shape.id) as JourneyId
  const { w, h, stageXs, laneYs } = shape.props
  const addStage = () => {
    const made = insertStage(session, journeyId, null, 'after')
    if (made !== null) writeIn(editor, made)
  }
  const addLane = (kind: LaneKind) => {
    const made = insertLane(session, { journeyId, beside: null, side: 'below' }, kind)
    if (made !== null) writeIn(editor, made)
  }
  const isEmpty = stageXs.length === 0
  return (
    <KeepFromCanvas>
      <GrowButton
        label={canvasWords.map.addStage}
        text={isEmpty ? canvasWords.map.firstStage : ''}
        style={
          isEmpty
            ? { left: LANE_LABEL_WIDTH + 12, top: HEADER_HEIGHT + 7 }
            : { left: w + 8, top: HEADER_HEIGHT + (STAGE_HEADER_HEIGHT - 32) / 2 }
        }
        onClick={addStage}
      />
      <Menu
        align="start"
        trigger={
          <GrowButton
            label={canvasWords.map.addLane}
            text={laneYs.length === 0 ? canvasWords.map.firstLane : ''}
            style={{ left: (LANE_LABEL_WIDTH - 32) / 2, top: h + 8 }}
          />
        }
      >
        <LaneKindItems journeyId={journeyId} onKind={addLane} />
      </Menu>
    </KeepFromCanvas>
  )
}

interface GrowButtonProps {
  label: string
  text: string
  style: { left: number; top: number }
  onClick?: () => void
}

function GrowButton({ label, text, style, onClick, ...rest }: GrowButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type="button"
      className={text === '' ? 'grow-button' : 'grow-button grow-button--words'}
      style={style}
      aria-label={text === '' ? label : undefined}
      title={label}
      onClick={onClick}
    >
      <PlusIcon />
      {text}
    </button>
  )
}
