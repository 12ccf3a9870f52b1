// The icons that need no drawing of our own: lucide's, at our stroke. Apart from the drawn ones, because the library
// behind them is nothing for the first screen of a phone. Everybody takes them from icons.tsx.
import {
  ArrowDown,
  ArrowUp,
  ChartNoAxesColumn,
  ChevronRight,
  Copy,
  Crown,
  Download,
  Ellipsis,
  Eye,
  EyeOff,
  GripVertical,
  History,
  Keyboard,
  Lightbulb,
  Link,
  ListOrdered,
  LogOut,
  type LucideIcon,
  Maximize,
  Monitor,
  Moon,
  Pause,
  Pencil,
  Play,
  Presentation,
  ScrollText,
  Settings,
  SkipForward,
  Smile,
  Snowflake,
  Spotlight,
  Square,
  SquareCheck,
  Sun,
  Trash2,
  Upload,
  UserMinus,
  Volume2,
  VolumeX,
  WifiOff,
} from 'lucide-react'
import type { Icon } from './drawnIcon.tsx'

function fromLucide(Drawing: LucideIcon): Icon {
  return ({ size = 16, className, strokeWidth = 1.5 }) => (
    <Drawing
      {...(className === undefined ? {} : { className })}
      size={size}
      strokeWidth={strokeWidth}
      absoluteStrokeWidth
      aria-hidden="true"
    />
  )
}

export const AgendaIcon = fromLucide(ListOrdered)
export const ArrowDownIcon = fromLucide(ArrowDown)
export const ArrowUpIcon = fromLucide(ArrowUp)
export const CopyIcon = fromLucide(Copy)
export const DragIcon = fromLucide(GripVertical)
export const DownloadIcon = fromLucide(Download)
export const FacilitatorIcon = fromLucide(Crown)
export const FollowIcon = fromLucide(Eye)
export const ForwardIcon = fromLucide(ChevronRight)
export const FreezeIcon = fromLucide(Snowflake)
export const FullScreenIcon = fromLucide(Maximize)
export const HistoryIcon = fromLucide(History)
export const KeyboardIcon = fromLucide(Keyboard)
export const HintIcon = fromLucide(Lightbulb)
export const LeadIcon = fromLucide(Presentation)
export const LeaveIcon = fromLucide(LogOut)
export const LinkIcon = fromLucide(Link)
export const MoreIcon = fromLucide(Ellipsis)
export const PauseIcon = fromLucide(Pause)
export const PlayIcon = fromLucide(Play)
export const RemoveIcon = fromLucide(Trash2)
export const RemovePersonIcon = fromLucide(UserMinus)
export const RenameIcon = fromLucide(Pencil)
export const ResultIcon = fromLucide(ChartNoAxesColumn)
export const SettingsIcon = fromLucide(Settings)
export const SilentIcon = fromLucide(VolumeX)
export const SkipIcon = fromLucide(SkipForward)
export const SoundIcon = fromLucide(Volume2)
export const SpotlightIcon = fromLucide(Spotlight)
export const StopIcon = fromLucide(Square)
export const ReactIcon = fromLucide(Smile)
export const RecapIcon = fromLucide(ScrollText)
export const UploadIcon = fromLucide(Upload)
export const SystemThemeIcon = fromLucide(Monitor)
export const LightThemeIcon = fromLucide(Sun)
export const DarkThemeIcon = fromLucide(Moon)
export const VoteIcon = fromLucide(SquareCheck)
export const SecretIcon = fromLucide(EyeOff)
export const NamedIcon = fromLucide(Eye)
export const OfflineIcon = fromLucide(WifiOff)
