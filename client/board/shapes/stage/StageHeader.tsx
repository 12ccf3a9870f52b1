// Name and period of a stage, its menu, and the place to take hold of its width.
import './stage.css'
import { useEditor } from 'tldraw'
import type { StageId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { HeaderMenuButton } from '../HeaderMenuButton.tsx'
import { entityIdOf, type StageShape } from '../journeyShapes.ts'
import { LockBadge } from '../LockBadge.tsx'
import { FittedText } from '../text/FittedText.tsx'
import { leaveWriting } from '../text/leaveWriting.ts'
import { useIsWritten } from '../text/useIsWritten.ts'
import { StageMenu } from './StageMenu.tsx'

export function StageHeader({ shape }: { shape: StageShape }) {
  const { name, period, locked } = shape.props
  const isWritten = useIsWritten(shape.id)
  if (isWritten) return <StageWriting shape={shape} />
  return (
    <div className="stage">
      <span className="stage__words" onPointerEnter={(event) => tellWhatIsCut(event.currentTarget, name, period)}>
        <span className={name === '' ? 'stage__name stage__name--empty' : 'stage__name'}>
          {name || canvasWords.stage.namePrompt}
        </span>
        {period !== '' && <span className="stage__period">{period}</span>}
      </span>
      {locked ? (
        <LockBadge />
      ) : (
        <>
          <StageMenu
            id={entityIdOf(shape.id) as StageId}
            trigger={<HeaderMenuButton label={canvasWords.stage.menu(name)} />}
          />
          <div className="stage-resize" title={canvasWords.stage.resize} />
        </>
      )}
    </div>
  )
}

/** The whole text as a tooltip, only where not all of it can be read. Measured when somebody points at it. */
function tellWhatIsCut(words: HTMLElement, ...texts: readonly string[]): void {
  const isCut = [words, ...words.children].some(
    (part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1,
  )
  words.title = isCut ? texts.filter((text) => text !== '').join(', ') : ''
}

function StageWriting({ shape }: { shape: StageShape }) {
  const editor = useEditor()
  const id = entityIdOf(shape.id)
  const { name, period } = shape.props
  return (
    <div className="stage stage--writing" data-writing>
      <FittedText
        root="stages"
        id={id}
        name="name"
        label={canvasWords.stage.name}
        placeholder={canvasWords.stage.namePrompt}
        className="stage__name"
        text={name}
        focus="all"
        onExit={(how) => leaveWriting(editor, how)}
      />
      <FittedText
        root="stages"
        id={id}
        name="period"
        label={canvasWords.stage.period}
        placeholder={canvasWords.stage.periodPrompt}
        className="stage__period"
        text={period}
        onExit={(how) => leaveWriting(editor, how)}
      />
    </div>
  )
}
