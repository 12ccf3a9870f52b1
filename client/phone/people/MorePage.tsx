// Everything that is needed now and then, as large rows.
import './people.css'
import { useValue } from '@tldraw/state-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { chooseView } from '../../app/chosenView.ts'
import { usePeople } from '../../board/presence/usePeople.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { exportWords } from '../../ui/exportWords.ts'
import {
  DownloadIcon,
  HandIcon,
  type Icon,
  InviteIcon,
  LeaveIcon,
  MapIcon,
  PersonIcon,
  RecapIcon,
  TouchpointIcon,
  UndoIcon,
} from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { themeOptions } from '../../ui/ThemeSwitch.tsx'
import { chooseTheme, useTheme } from '../../ui/theme.ts'
import { showToast } from '../../ui/toasts.ts'
import { words as pageWords } from '../../ui/words.ts'
import { runCommand } from '../../workshop/useWorkshopActions.ts'
import { Chips } from '../Chips.tsx'
import { usePhone } from '../PhoneContext.ts'
import { PhoneSubpage } from '../PhoneSubpage.tsx'

const InviteDialog = lazy(() =>
  import('../../workshop/InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })),
)

const ExportDialog = lazy(() =>
  import('../../workshop/export/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
)

const words = phoneWords.more

export function MorePage() {
  const { session, places } = usePhone()
  const { connection, workshop } = session
  const role = useValue(connection.room.role)
  const canUndo = useValue(session.undo.canUndo)
  const here = usePeople().filter(({ online }) => online).length
  const [isInviting, setInviting] = useState(false)
  const [isExporting, setExporting] = useState(false)
  return (
    <PhoneSubpage title={words.heading}>
      <ul className="more-rows">
        {role !== 'viewer' && <HandRow />}
        <Row icon={PersonIcon} label={words.people(here)} onPress={() => places.open({ page: 'people' })} />
        <Row icon={MapIcon} label={words.map} note={words.mapNote} onPress={() => places.open({ page: 'map' })} />
        <Row
          icon={TouchpointIcon}
          label={phoneWords.open.board}
          note={words.boardNote}
          onPress={() => {
            // The lists' own step in the history would lead back to a page that is not there.
            history.replaceState(null, '')
            chooseView(workshop.workshopId, 'board')
          }}
        />
        <Row
          icon={RecapIcon}
          label={pageWords.bar.recap}
          note={words.recapNote}
          onPress={() => window.open(`/w/${encodeURIComponent(workshop.workshopId)}/recap`, '_blank', 'noopener')}
        />
        <Row
          icon={DownloadIcon}
          label={exportWords.heading}
          note={words.exportNote}
          onPress={() => setExporting(true)}
        />
        {canUndo && (
          <Row
            icon={UndoIcon}
            label={words.undo}
            onPress={() => {
              if (session.undo.undo() === 'othersWroteInIt') showToast(boardWords.cannotUndo, { tone: 'warn' })
            }}
          />
        )}
        {role !== 'viewer' && <Row icon={InviteIcon} label={words.invite} onPress={() => setInviting(true)} />}
        <Row icon={LeaveIcon} label={words.leave} onPress={() => location.assign('/')} />
      </ul>
      <ThemeChips />
      {isExporting && (
        <Suspense fallback={null}>
          <ExportDialog onClose={() => setExporting(false)} />
        </Suspense>
      )}
      {isInviting && (
        <Suspense fallback={null}>
          <InviteDialog open onOpenChange={setInviting} workshop={workshop} role={role} />
        </Suspense>
      )}
    </PhoneSubpage>
  )
}

function HandRow() {
  const { connection, workshop } = usePhone().session
  const { hands } = useValue(connection.workshop)
  const isUp = hands.includes(workshop.participantId)
  const press = () => void runCommand(workshop.workshopId, workshop.token, { type: isUp ? 'hand.lower' : 'hand.raise' })
  return (
    <Row
      icon={HandIcon}
      label={isUp ? words.lowerHand : words.raiseHand}
      note={isUp ? words.handUp : hands.length > 0 ? words.hands(hands.length) : undefined}
      onPress={press}
    />
  )
}

interface RowProps {
  icon: Icon
  label: string
  note?: ReactNode
  onPress: () => void
}

function Row({ icon: Drawing, label, note, onPress }: RowProps) {
  return (
    <li>
      <button type="button" className="more-row" onClick={onPress}>
        <Drawing size={20} />
        <span>
          {label}
          {note !== undefined && <small>{note}</small>}
        </span>
      </button>
    </li>
  )
}

function ThemeChips() {
  const { choice } = useTheme()
  return (
    <Chips
      label={pageWords.theme.label}
      options={themeOptions}
      value={choice}
      onValue={(next) => {
        const option = themeOptions.find(({ value }) => value === next)
        if (option) chooseTheme(option.value)
      }}
    />
  )
}
