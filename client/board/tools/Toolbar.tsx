// The tools at the bottom of the canvas. A kind of card is taken into the hand and put down by the next click.
import './toolbar.css'
import { useValue } from 'tldraw'
import { cardDefinition, type NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import { isForSorting } from '../../../shared/workshop/isForSorting.ts'
import { boardWords } from '../../ui/boardWords.ts'
import {
  ActionIcon,
  CustomerActionIcon,
  type Icon,
  KpiIcon,
  OpportunityIcon,
  QuoteIcon,
  TouchpointIcon,
} from '../../ui/icons.tsx'
import { useCanvas } from '../useCanvas.ts'
import { addableNoteTypes, mayAddAny } from './addCards.ts'
import { useBoardTools } from './BoardTools.ts'
import { cardTools, type ToolKind } from './cardTools.ts'
import { HandTools } from './HandTools.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { sortingState, toggleSorting } from '../sorting/sortingState.ts'
import { sortingWords } from '../../ui/sortingWords.ts'
import { ToolButton } from './ToolButton.tsx'
import { ArrowToolIcon, DrawToolIcon, MoveToolIcon, SelectToolIcon, SortToolIcon, TextToolIcon } from './toolIcons.tsx'

const words = boardWords.tools

export function Toolbar() {
  const { session } = useCanvas()
  const mayAdd = useValue('may add cards', () => mayAddAny(session), [session])
  const mayDraw = useValue('may draw', () => session.rules.mayDraw, [session])
  return (
    <div className="toolbar" role="toolbar" aria-label={words.label} data-part="tools">
      <DrawingTool id="select" icon={SelectToolIcon} label={words.select} shortcut="V" />
      <DrawingTool id="hand" icon={MoveToolIcon} label={words.move} shortcut="H" />
      {mayAdd && (
        <>
          <span className="toolbar__line" />
          <CardTools />
          <NoteTool />
        </>
      )}
      {mayDraw && (
        <>
          <span className="toolbar__line" />
          <span className="toolbar__large">
            <DrawingTool id="arrow" icon={ArrowToolIcon} label={words.arrow} shortcut="W" />
          </span>
          <span className="toolbar__wide">
            <DrawingTool id="draw" icon={DrawToolIcon} label={words.draw} shortcut="D" />
            <DrawingTool id="text" icon={TextToolIcon} label={words.text} shortcut="Shift T" />
          </span>
        </>
      )}
      <SortTool />
      <MoreMenu />
      <HandTools />
    </div>
  )
}

function CardTools() {
  const { session } = useCanvas()
  // One string: equal lists are equal values.
  const kinds = useValue('card tools', () => cardTools(session).join(' '), [session])
  return kinds.split(' ').flatMap((kind) => {
    const tool = toolLooks.find((one) => one.kind === kind)
    return tool ? [<CardToolButton key={tool.kind} {...tool} />] : []
  })
}

/** Opens the suggestions. Among the tools in phases that are for sorting; otherwise it stands in the menu of the rest. */
function SortTool() {
  const { editor, session } = useCanvas()
  const { isOpen } = sortingState(editor)
  const isPhase = useValue(
    'sorts in this phase',
    () => session.rules.mayEditOthers && isForSorting(session.connection.workshop.get().agenda),
    [session],
  )
  const isPressed = useValue(isOpen)
  if (!isPhase) return null
  return (
    <>
      <span className="toolbar__line" />
      <ToolButton
        icon={SortToolIcon}
        label={sortingWords.tool}
        pressed={isPressed}
        isMain
        onClick={() => toggleSorting(editor)}
      />
    </>
  )
}

interface DrawingToolProps {
  /** As tldraw calls it. */
  id: string
  icon: Icon
  label: string
  shortcut: string
}

function DrawingTool({ id, ...rest }: DrawingToolProps) {
  const { editor } = useCanvas()
  const isCurrent = useValue('is current tool', () => editor.getCurrentToolId() === id, [editor, id])
  return <ToolButton {...rest} pressed={isCurrent} onClick={() => editor.setCurrentTool(id)} />
}

interface CardToolLook {
  readonly kind: ToolKind
  readonly icon: Icon
  readonly label?: string
  /** What the phases in which it is offered are about. */
  readonly isMain?: boolean
}

const toolLooks: readonly CardToolLook[] = [
  { kind: 'touchpoint', icon: TouchpointIcon, isMain: true },
  { kind: 'customer-action', icon: CustomerActionIcon, label: words.action },
  { kind: 'thought', icon: QuoteIcon },
  { kind: 'opportunity', icon: OpportunityIcon },
  { kind: 'action', icon: ActionIcon, isMain: true },
  { kind: 'kpi', icon: KpiIcon },
]

function CardToolButton({ kind, icon, label, isMain = false }: CardToolLook) {
  const { placing } = useBoardTools()
  const isPicked = useValue('is card to place', () => placing.choice.get()?.kind === kind, [placing, kind])
  const { label: own, key = '' } = cardDefinition(kind)
  return (
    <ToolButton
      icon={icon}
      label={label ?? own}
      {...(key === '' ? {} : { shortcut: key.toUpperCase() })}
      pressed={isPicked}
      isMain={isMain}
      onClick={() => placing.pick({ kind })}
    />
  )
}

/** All types behind one button; a phase that takes one type has one button for it. */
function NoteTool() {
  const { session } = useCanvas()
  const types = useValue('note types to add', () => addableNoteTypes(session).join(' '), [session])
  return types === '' ? null : <NoteMenu types={types.split(' ') as NoteType[]} />
}
