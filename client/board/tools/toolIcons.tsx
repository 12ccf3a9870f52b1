// Icons of tools that only the canvas has, from lucide at the product's stroke.
import {
  ArrowUpRight,
  Circle,
  Columns3,
  Eraser,
  Frame,
  Hand,
  Group,
  Highlighter,
  Image,
  type LucideIcon,
  Minus,
  MousePointer2,
  Pencil,
  Redo2,
  Square,
  Type,
  Undo2,
  Wand,
} from 'lucide-react'
import type { Icon } from '../../ui/icons.tsx'

function toolIcon(Drawing: LucideIcon): Icon {
  return ({ size = 16 }) => <Drawing size={size} strokeWidth={1.5} absoluteStrokeWidth aria-hidden="true" />
}

export const SelectToolIcon = toolIcon(MousePointer2)
export const MoveToolIcon = toolIcon(Hand)
export const ArrowToolIcon = toolIcon(ArrowUpRight)
export const DrawToolIcon = toolIcon(Pencil)
export const TextToolIcon = toolIcon(Type)
export const RectangleToolIcon = toolIcon(Square)
export const EllipseToolIcon = toolIcon(Circle)
export const LineToolIcon = toolIcon(Minus)
export const FrameToolIcon = toolIcon(Frame)
export const HighlightToolIcon = toolIcon(Highlighter)
export const EraserToolIcon = toolIcon(Eraser)
export const LaserToolIcon = toolIcon(Wand)
export const ImageToolIcon = toolIcon(Image)
export const SortToolIcon = toolIcon(Group)
export const JourneyToolIcon = toolIcon(Columns3)
export const UndoIcon = toolIcon(Undo2)
export const RedoIcon = toolIcon(Redo2)
