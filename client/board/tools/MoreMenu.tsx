// Cards that are made now and then, and the rest of the drawing tools.
import { GeoShapeGeoStyle, useActions, useValue } from 'tldraw'
import { cardDefinition, type CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { ActionIcon, type Icon, KpiIcon, MoreIcon, OpportunityIcon, PersonIcon, ProcessIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import type { BoardSession } from '../BoardSession.ts'
import { addJourney } from '../shapes/journey-map/secondJourney.ts'
import { toggleSorting } from '../sorting/sortingState.ts'
import { sortingWords } from '../../ui/sortingWords.ts'
import { useCanvas } from '../useCanvas.ts'
import { mayAddKind } from './addCards.ts'
import { cardTools } from './cardTools.ts'
import { useBoardTools } from './BoardTools.ts'
import {
  ArrowToolIcon,
  DrawToolIcon,
  EllipseToolIcon,
  EraserToolIcon,
  FrameToolIcon,
  HighlightToolIcon,
  ImageToolIcon,
  JourneyToolIcon,
  LineToolIcon,
  RectangleToolIcon,
  SortToolIcon,
  TextToolIcon,
} from './toolIcons.tsx'

const words = boardWords.tools

const otherCards: readonly { readonly kind: CardKind; readonly icon: Icon }[] = [
  { kind: 'process-step', icon: ProcessIcon },
  { kind: 'kpi', icon: KpiIcon },
  { kind: 'opportunity', icon: OpportunityIcon },
  { kind: 'action', icon: ActionIcon },
  { kind: 'persona', icon: PersonIcon },
]

/** Tools as tldraw calls them, with their keys. */
const drawings: readonly { readonly id: string; readonly icon: Icon; readonly label: string; readonly key?: string }[] =
  [
    { id: 'arrow', icon: ArrowToolIcon, label: words.arrow, key: 'W' },
    { id: 'draw', icon: DrawToolIcon, label: words.draw, key: 'D' },
    { id: 'text', icon: TextToolIcon, label: words.text, key: 'Shift T' },
    { id: 'rectangle', icon: RectangleToolIcon, label: words.rectangle },
    { id: 'ellipse', icon: EllipseToolIcon, label: words.ellipse },
    { id: 'line', icon: LineToolIcon, label: words.line, key: 'Shift L' },
    { id: 'frame', icon: FrameToolIcon, label: words.frame, key: 'F' },
    { id: 'highlight', icon: HighlightToolIcon, label: words.highlight },
    { id: 'eraser', icon: EraserToolIcon, label: words.eraser, key: 'E' },
  ]

export function MoreMenu() {
  const canvas = useCanvas()
  const { editor, session } = canvas
  const { placing } = useBoardTools()
  const mayShape = useValue('may shape', () => session.canShape.get(), [session])
  const mayDraw = useValue('may draw', () => session.rules.mayDraw, [session])
  // One string: equal lists are equal values.
  const kinds = useValue('kinds to add', () => addableKinds(session), [session])
  const cards = otherCards.filter(({ kind }) => kinds.split(' ').includes(kind))
  const actions = useActions()
  const use = (id: string) => () => {
    if (id === 'rectangle' || id === 'ellipse') {
      editor.setStyleForNextShapes(GeoShapeGeoStyle, id)
      editor.setCurrentTool('geo')
    } else editor.setCurrentTool(id)
  }
  const maySort = useValue('may sort', () => session.rules.mayEditOthers, [session])
  if (cards.length === 0 && !mayShape && !mayDraw) return null
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="tool" aria-label={words.more}>
          <MoreIcon size={18} />
          <span>{words.moreShort}</span>
        </button>
      }
    >
      {cards.map(({ kind, icon }) => (
        <MenuItem key={kind} icon={icon} onSelect={() => placing.pick({ kind })}>
          {cardDefinition(kind).label}
        </MenuItem>
      ))}
      {mayShape && (
        <MenuItem icon={JourneyToolIcon} onSelect={() => addJourney(canvas)}>
          {canvasWords.map.add}
        </MenuItem>
      )}
      {maySort && mayDraw && (
        <MenuItem icon={SortToolIcon} onSelect={() => toggleSorting(editor)}>
          {sortingWords.sortNotes}
        </MenuItem>
      )}
      {mayDraw && (
        <>
          {(cards.length > 0 || mayShape) && <MenuLine />}
          {drawings.map(({ id, icon, label, key }) => (
            <MenuItem key={id} icon={icon} {...(key === undefined ? {} : { shortcut: key })} onSelect={use(id)}>
              {label}
            </MenuItem>
          ))}
          <MenuItem icon={ImageToolIcon} onSelect={() => void actions['insert-media']?.onSelect('toolbar')}>
            {words.image}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

/** Those that have no button of their own now. */
function addableKinds(session: BoardSession): string {
  const tools: readonly CardKind[] = cardTools(session)
  return otherCards
    .map(({ kind }) => kind)
    .filter((kind) => mayAddKind(session, kind) && !tools.includes(kind))
    .join(' ')
}
