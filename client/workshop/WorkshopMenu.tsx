// What is needed now and then, behind one button of the bar. An entry without a handler is not shown.
import { IconButton } from '../ui/IconButton.tsx'
import {
  AgendaIcon,
  DownloadIcon,
  HintIcon,
  HistoryIcon,
  KeyboardIcon,
  LeaveIcon,
  ListIcon,
  MoreIcon,
  RecapIcon,
  ResultIcon,
  SettingsIcon,
  UploadIcon,
  VoteIcon,
} from '../ui/icons.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { themeOptions } from '../ui/ThemeSwitch.tsx'
import { chooseTheme, useTheme } from '../ui/theme.ts'
import { agendaWords } from '../ui/agendaWords.ts'
import { exportWords } from '../ui/exportWords.ts'
import { historyWords } from '../ui/historyWords.ts'
import { phoneWords } from '../ui/phoneWords.ts'
import { resultWords } from '../ui/resultWords.ts'
import { votingWords } from '../ui/votingWords.ts'
import { words } from '../ui/words.ts'

interface WorkshopMenuProps {
  onExport?: () => void
  onImport?: () => void
  onAgenda?: () => void
  onVote?: () => void
  onResults?: () => void
  onRecap?: () => void
  onHistory?: () => void
  onShortcuts?: () => void
  onSettings?: () => void
  onHints?: () => void
  /** On small screens: lists and forms instead of the canvas. */
  onList?: () => void
}

export function WorkshopMenu(props: WorkshopMenuProps) {
  const {
    onExport,
    onImport,
    onAgenda,
    onVote,
    onResults,
    onRecap,
    onHistory,
    onShortcuts,
    onSettings,
    onHints,
    onList,
  } = props
  const { choice } = useTheme()
  const hasFiles = onExport !== undefined || onImport !== undefined
  return (
    <Menu trigger={<IconButton label={words.bar.menu} icon={MoreIcon} />}>
      {onExport !== undefined && (
        <MenuItem icon={DownloadIcon} onSelect={onExport}>
          {exportWords.open}
        </MenuItem>
      )}
      {onImport !== undefined && (
        <MenuItem icon={UploadIcon} onSelect={onImport}>
          {words.bar.importFile}
        </MenuItem>
      )}
      {hasFiles && <MenuLine />}
      {onAgenda !== undefined && (
        <MenuItem icon={AgendaIcon} onSelect={onAgenda}>
          {agendaWords.timer.agenda}
        </MenuItem>
      )}
      {onVote !== undefined && (
        <MenuItem icon={VoteIcon} onSelect={onVote}>
          {votingWords.opening.start}
        </MenuItem>
      )}
      {onResults !== undefined && (
        <MenuItem icon={ResultIcon} onSelect={onResults}>
          {resultWords.menu}
        </MenuItem>
      )}
      {onRecap !== undefined && (
        <MenuItem icon={RecapIcon} onSelect={onRecap}>
          {words.bar.recap}
        </MenuItem>
      )}
      {onList !== undefined && (
        <MenuItem icon={ListIcon} onSelect={onList}>
          {phoneWords.open.list}
        </MenuItem>
      )}
      {onHistory !== undefined && (
        <MenuItem icon={HistoryIcon} onSelect={onHistory}>
          {historyWords.open}
        </MenuItem>
      )}
      {onSettings !== undefined && (
        <MenuItem icon={SettingsIcon} onSelect={onSettings}>
          {words.bar.settings}
        </MenuItem>
      )}
      {onShortcuts !== undefined && (
        <MenuItem icon={KeyboardIcon} shortcut="?" onSelect={onShortcuts}>
          {words.bar.shortcuts}
        </MenuItem>
      )}
      {onHints !== undefined && (
        <MenuItem icon={HintIcon} onSelect={onHints}>
          {words.bar.hints}
        </MenuItem>
      )}
      <MenuLine />
      <MenuChoice label={words.theme.label} options={themeOptions} value={choice} onValue={chooseTheme} />
      <MenuLine />
      <MenuItem icon={LeaveIcon} onSelect={() => location.assign('/')}>
        {words.bar.leave}
      </MenuItem>
    </Menu>
  )
}
