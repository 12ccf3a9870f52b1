// The bar, the strips, the panels and the dialogs around the canvas, connected to the session. Knows nothing of the
// canvas but that it is inside.
import './WorkshopFrame.css'
import { useValue } from '@tldraw/state-react'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import type { WorkshopState } from '../../shared/protocol/messages.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import type { Missing } from '../../shared/insight/whatIsMissing.ts'
import { ViewOffer } from '../app/ViewOffer.tsx'
import { chooseView } from '../app/chosenView.ts'
import { useIsNarrow } from '../app/viewChoice.ts'
import { useBoardSession } from '../board/BoardSessionContext.tsx'
import { shortcutGroups } from '../board/keyboard/shortcutGroups.ts'
import { PrivateStrip } from '../board/drafts/PrivateStrip.tsx'
import { usePeople } from '../board/presence/usePeople.ts'
import { ConnectionStrip } from '../connection/ConnectionStrip.tsx'
import { savedState } from '../connection/ConnectionStatus.ts'
import { ToastHost } from '../ui/Toast.tsx'
import { boardWords } from '../ui/boardWords.ts'
import { words } from '../ui/words.ts'
import { useAgendaBar } from './agenda/useAgendaBar.tsx'
import { raisedHands } from './facilitation/handOrder.ts'
import { RoomStrips } from './facilitation/RoomStrips.tsx'
import { FirstSteps, showFirstStepsAgain } from './FirstSteps.tsx'
import { isNamelessViewer } from './isNamelessViewer.ts'
import { PeoplePanel } from './PeoplePanel.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { useMissing } from './useMissing.ts'
import { useMemoryOfWorkshop } from './useMemoryOfWorkshop.ts'
import { useWorkshopActions } from './useWorkshopActions.ts'
import { VotingPanels } from './voting/VotingPanels.tsx'
import { WorkshopMenu } from './WorkshopMenu.tsx'

// Opened now and then: fetched when they are.
const InviteDialog = lazy(() => import('./InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })))
const AgendaDialog = lazy(() =>
  import('./agenda/AgendaDialog.tsx').then((module) => ({ default: module.AgendaDialog })),
)
const ExportDialog = lazy(() =>
  import('./export/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
)
const ImportDialog = lazy(() =>
  import('./import/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
)
const HistoryPanel = lazy(() =>
  import('./history/HistoryPanel.tsx').then((module) => ({ default: module.HistoryPanel })),
)
const SettingsDialog = lazy(() => import('./SettingsDialog.tsx').then((module) => ({ default: module.SettingsDialog })))

/** Panels lie in the same place: one at a time. */
type OpenPanel = 'people' | 'history' | null
type Opened = 'invite' | 'export' | 'import' | 'settings' | 'shortcuts' | 'agenda' | null

export function WorkshopFrame({ children }: { children: ReactNode }) {
  const session = useBoardSession()
  const { connection, workshop } = session
  const [opened, setOpened] = useState<Opened>(null)
  const [panel, setPanel] = useState<OpenPanel>(null)
  const role = useValue(connection.room.role)
  const following = useValue(session.following)
  const takesSelection = useValue(session.takesSelection)
  const dropped = useValue(session.droppedFile)
  const people = usePeople()
  const hands = useValue('hands', () => connection.workshop.get().hands, [connection])
  const departments = useValue('departments', () => connection.workshop.get().departments, [connection])
  const isNarrow = useIsNarrow()
  const actions = useWorkshopActions(session)
  const closePanel = useCallback(() => setPanel(null), [])
  const close = useCallback(() => setOpened(null), [])
  const showAgenda = useCallback(() => setOpened('agenda'), [])
  const hasResults = useValue('has results', () => hasClosedRound(connection.workshop.get()), [connection])
  const showResults = () => {
    session.voting.view.set({ panel: 'result', roundId: null, asked: true })
    setPanel(null)
  }
  useMemoryOfWorkshop(session)
  const invite = role === 'viewer' ? {} : { onInvite: () => setOpened('invite') }
  return (
    <div className="workshop-frame">
      <ConnectedBar
        peopleOpen={panel === 'people'}
        onPeople={() => setPanel(panel === 'people' ? null : 'people')}
        onAgenda={showAgenda}
        {...invite}
        menu={
          <WorkshopMenu
            onExport={() => setOpened('export')}
            onAgenda={showAgenda}
            {...(hasResults ? { onResults: showResults } : {})}
            onRecap={() => window.open(`/w/${encodeURIComponent(workshop.workshopId)}/recap`, '_blank', 'noopener')}
            onShortcuts={() => setOpened('shortcuts')}
            {...(isNarrow ? { onList: () => chooseView(workshop.workshopId, 'list') } : {})}
            {...(role === 'viewer' ? {} : { onHints: () => showFirstStepsAgain(role) })}
            {...(role === 'facilitator'
              ? {
                  onImport: () => setOpened('import'),
                  onVote: () => session.voting.opening.set({ cardIds: null }),
                  onHistory: () => setPanel('history'),
                  onSettings: () => setOpened('settings'),
                }
              : {})}
          />
        }
      />
      <ConnectionStrip connection={connection} />
      <PrivateStrip />
      <RoomStrips />
      <ViewOffer workshopId={workshop.workshopId} />
      <div className="workshop-frame__area">
        <main className="workshop-frame__canvas" aria-label={boardWords.board}>
          {children}
        </main>
        {panel === 'people' && (
          <PeoplePanel
            people={people}
            role={role}
            hands={hands}
            departments={departments}
            following={following}
            actions={actions.people}
            onClose={closePanel}
            {...invite}
          />
        )}
        {panel === 'history' && role === 'facilitator' && (
          <Suspense fallback={null}>
            <HistoryPanel onClose={closePanel} />
          </Suspense>
        )}
        <VotingPanels covered={panel !== null} onTake={closePanel} />
        <FirstSteps role={role} peopleCount={people.length} />
      </div>
      <ShortcutsDialog open={opened === 'shortcuts'} onOpenChange={close} groups={shortcutGroups()} />
      <Suspense fallback={null}>
        {opened === 'invite' && <InviteDialog open onOpenChange={close} workshop={workshop} role={role} />}
        {opened === 'export' && <ExportDialog onClose={close} />}
        {takesSelection && <ExportDialog ofSelection onClose={() => session.takesSelection.set(false)} />}
        {(opened === 'import' || dropped) && (
          <ImportDialog
            workshop={workshop}
            dropped={dropped}
            onClose={() => {
              session.droppedFile.set(null)
              close()
            }}
          />
        )}
        {opened === 'agenda' && <AgendaDialog onClose={close} />}
        {opened === 'settings' && <SettingsDialog onClose={close} />}
      </Suspense>
      <ToastHost />
    </div>
  )
}

const hasClosedRound = ({ rounds }: WorkshopState): boolean => rounds.some(({ state }) => state === 'closed')

interface ConnectedBarProps {
  peopleOpen: boolean
  onPeople: () => void
  onAgenda: () => void
  onInvite?: () => void
  menu: ReactNode
}

/** Apart, so that "Saving…" draws the bar and nothing else. */
function ConnectedBar({ onAgenda, ...props }: ConnectedBarProps) {
  const session = useBoardSession()
  const { connection } = session
  const status = useValue(connection.status)
  const { title, closed, structureLocked, hands } = useValue(connection.workshop)
  const missing = useMissing(session)
  const canWrite = useValue(connection.room.canWrite)
  const role = useValue(connection.room.role)
  const { instruction: ofAgenda, ...agendaBar } = useAgendaBar(onAgenda, missing)
  const vote = useValue('what to do in the vote', () => session.voting.ballot.instruction, [session])
  const everybody = usePeople()
  const online = everybody.filter((person) => person.online)
  const people = online.filter((person) => !isNamelessViewer(person))
  return (
    <TopBar
      {...props}
      {...agendaBar}
      title={title}
      saved={savedState(status)}
      instruction={
        (closed ? null : (vote ?? ofAgenda)) ?? instructionOf({ closed, canWrite, structureLocked, role, missing })
      }
      people={people}
      hands={raisedHands(hands, everybody).length}
      viewers={online.length - people.length}
    />
  )
}

interface WhatToDo {
  readonly closed: boolean
  readonly canWrite: boolean
  readonly structureLocked: boolean
  readonly role: Role
  readonly missing: Missing | null
}

function instructionOf({ closed, canWrite, structureLocked, role, missing }: WhatToDo): string {
  if (closed) return words.instructions.closed
  if (!canWrite) return words.instructions.looksOn
  if (structureLocked)
    return role === 'facilitator' ? words.instructions.lockedByFacilitator : words.instructions.locked
  return missing ? words.instructions[missing] : words.instructions.build
}
