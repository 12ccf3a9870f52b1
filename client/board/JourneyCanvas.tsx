// tldraw with everything that makes it this board. Mounted once per session; nothing given to <Tldraw> may change
// between renders, or the editor is made anew.
import './journey-canvas.css'
import 'tldraw/tldraw.css'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type Editor, type TLComponents, Tldraw, type TLUserPreferences, useTldrawUser } from 'tldraw'
import { useTheme } from '../ui/theme.ts'
import { BoardBinding } from './binding/BoardBinding.ts'
import { boardAssetUrls } from './boardAssets.ts'
import { BoardContextMenu, BoardStylePanel } from './BoardMenus.tsx'
import { boardOverrides } from './boardOverrides.ts'
import { useBoardSession } from './BoardSessionContext.tsx'
import { CanvasContext } from './CanvasContext.ts'
import { createAssetStore } from './clipboard/createAssetStore.ts'
import { HiddenNotes } from './drafts/HiddenNotes.tsx'
import { LandingLayer } from './drag/LandingLayer.tsx'
import { fontMetrics } from './fontMetrics.ts'
import { loadLicenseKey } from './loadLicenseKey.ts'
import { mountBoard } from './mountBoard.ts'
import { PeerLandings } from './presence/PeerLandings.tsx'
import { PresenceLayer } from './presence/PresenceLayer.tsx'
import { CanvasOverlays } from './shapes/CanvasOverlays.tsx'
import { FrontOverlays } from './shapes/FrontOverlays.tsx'
import { JourneyIndicators } from './shapes/JourneyIndicators.tsx'
import { type BoardTools, BoardToolsContext } from './tools/BoardTools.ts'
import { CardTool } from './tools/CardTool.ts'
import { CellButtons } from './tools/CellButtons.tsx'
import { WhenMounted } from './tools/WhenMounted.tsx'
import { SelectionForeground } from './SelectionForeground.tsx'
import { boardOptions, boardShapeUtils, cameraOptions, createBoardStore } from './tldrawSeam.tsx'

export function JourneyCanvas({ children }: { children?: ReactNode }) {
  const session = useBoardSession()
  const [parts, setParts] = useState<{ binding: BoardBinding; licenseKey: string | null } | null>(null)
  useEffect(() => {
    const assets = createAssetStore(session.workshop)
    const binding = new BoardBinding(createBoardStore(assets), session, fontMetrics)
    let isCurrent = true
    // tldraw reads the key once, when it mounts.
    void loadLicenseKey().then((licenseKey) => isCurrent && setParts({ binding, licenseKey }))
    return () => {
      isCurrent = false
      binding.destroy()
      assets.destroy()
      setParts(null)
    }
  }, [session])
  if (!parts) return null
  return (
    <MountedCanvas binding={parts.binding} licenseKey={parts.licenseKey}>
      {children}
    </MountedCanvas>
  )
}

const tools = [CardTool]

interface MountedCanvasProps {
  binding: BoardBinding
  licenseKey: string | null
  children: ReactNode
}

function MountedCanvas({ binding, licenseKey, children }: MountedCanvasProps) {
  const session = useBoardSession()
  const context = useMemo(() => ({ session, binding }), [session, binding])
  const [mounted, setMounted] = useState<BoardTools | null>(null)
  const onMount = useMemo(
    () => (editor: Editor) => {
      const { tools, stop } = mountBoard({ ...context, editor })
      setMounted(tools)
      return () => {
        stop()
        setMounted(null)
      }
    },
    [context],
  )
  return (
    <CanvasContext.Provider value={context}>
      <BoardToolsContext.Provider value={mounted}>
        <div className="journey-canvas" data-part="map">
          <Tldraw
            store={binding.store}
            shapeUtils={boardShapeUtils}
            tools={tools}
            components={components}
            overrides={boardOverrides}
            options={boardOptions}
            cameraOptions={cameraOptions}
            assetUrls={boardAssetUrls}
            user={useBoardUser()}
            onMount={onMount}
            {...(licenseKey === null ? {} : { licenseKey })}
          >
            {mounted && children}
          </Tldraw>
        </div>
      </BoardToolsContext.Provider>
    </CanvasContext.Provider>
  )
}

/** tldraw's preferences of this person: the page's theme, English like the rest of the page. */
function useBoardUser() {
  const { dark } = useTheme()
  const [own, setOwn] = useState<TLUserPreferences>({ id: 'user:me', locale: 'en' })
  const userPreferences = useMemo(
    (): TLUserPreferences => ({ ...own, colorScheme: dark ? 'dark' : 'light' }),
    [own, dark],
  )
  return useTldrawUser({ userPreferences, setUserPreferences: setOwn })
}

/** Among the shapes: needs the tools, which are there once the editor has mounted. */
function OnTheCanvas() {
  return (
    <>
      <PeerLandings />
      <HiddenNotes />
      <WhenMounted>
        <CellButtons />
        <LandingLayer />
      </WhenMounted>
    </>
  )
}

function InFrontOfTheCanvas() {
  return (
    <>
      <FrontOverlays />
      <PresenceLayer />
    </>
  )
}

const components: TLComponents = {
  OnTheCanvas,
  Overlays: CanvasOverlays,
  ShapeIndicators: JourneyIndicators,
  InFrontOfTheCanvas,
  SelectionForeground,
  ContextMenu: BoardContextMenu,
  StylePanel: BoardStylePanel,
  Toolbar: null,
  MainMenu: null,
  MenuPanel: null,
  PageMenu: null,
  QuickActions: null,
  ActionsMenu: null,
  HelpMenu: null,
  HelperButtons: null,
  NavigationPanel: null,
  Minimap: null,
  ZoomMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  KeyboardShortcutsDialog: null,
  CursorChatBubble: null,
  VideoToolbar: null,
  LoadingScreen: null,
  Spinner: null,
}
