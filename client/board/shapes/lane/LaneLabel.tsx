// Name of a lane, in the column at the left, with its menu.
import './lane.css'
import { useEditor } from 'tldraw'
import type { LaneId } from '../../../../shared/journey/ids.ts'
import { laneKindDefinitions } from '../../../../shared/journey/lanes.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { EmotionScale } from '../emotion-curve/EmotionScale.tsx'
import { HeaderMenuButton } from '../HeaderMenuButton.tsx'
import { entityIdOf, type LaneShape } from '../journeyShapes.ts'
import { LockBadge } from '../LockBadge.tsx'
import { leaveWriting } from '../text/leaveWriting.ts'
import { SharedTextArea } from '../text/SharedTextArea.tsx'
import { useIsWritten } from '../text/useIsWritten.ts'
import { LaneMenu } from './LaneMenu.tsx'

export function LaneLabel({ shape }: { shape: LaneShape }) {
  const { title, hint, kind, locked } = shape.props
  const editor = useEditor()
  const isWritten = useIsWritten(shape.id)
  const id = entityIdOf(shape.id) as LaneId
  const label = title || laneKindDefinitions[kind].label
  return (
    <div className={isWritten ? 'lane lane--writing' : 'lane'} data-writing={isWritten || undefined}>
      {isWritten ? (
        <SharedTextArea
          root="lanes"
          id={id}
          name="title"
          label={canvasWords.lane.name}
          placeholder={laneKindDefinitions[kind].label}
          className="lane__title"
          focus="all"
          onExit={(how) => leaveWriting(editor, how)}
        />
      ) : (
        <div className="lane__title">{label}</div>
      )}
      {kind === 'emotion' && <EmotionScale />}
      {hint !== '' && <div className="lane__hint">{hint}</div>}
      {locked && <LockBadge />}
      {!locked && !isWritten && (
        <LaneMenu id={id} trigger={<HeaderMenuButton label={canvasWords.lane.menu(label)} />} />
      )}
    </div>
  )
}
