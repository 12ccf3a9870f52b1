// Brings a file in. A workshop file or a customer journey model is added beside what is there, or comes in its place; a
// table goes on to the choice of its columns. A file with faults changes nothing, and every fault is listed with its place.
import './ImportDialog.css'
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { importWords } from '../../ui/importWords.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { words } from '../../ui/words.ts'
import { CjmlPreview } from './CjmlPreview.tsx'
import { countDrawings } from './countDrawings.ts'
import { FileFaults } from './FileFaults.tsx'
import { importWholeFile } from './importWholeFile.ts'
import { ReplaceQuestion } from './ReplaceQuestion.tsx'
import { type ChosenFile, fileEndings, useChosenFile } from './useChosenFile.ts'
import { useDroppedFile } from './useDroppedFile.ts'

type Mode = 'add' | 'replace'

const TableImport = lazy(() => import('./TableImport.tsx').then((module) => ({ default: module.TableImport })))

interface ImportDialogProps {
  workshop: JoinedWorkshop
  /** Chosen already: dropped on the canvas. */
  dropped: File | null
  onClose: () => void
}

export function ImportDialog({ workshop, dropped, onClose }: ImportDialogProps) {
  const session = useBoardSession()
  const departments = useValue('departments', () => session.connection.room.workshop.get().departments, [session])
  const { chosen, choose, forget, refuse } = useChosenFile(departments)
  const [asking, setAsking] = useState(false)
  const [mode, setMode] = useState<Mode>('add')
  const [busy, setBusy] = useState(false)
  const isWhole = chosen.kind === 'workshop' || chosen.kind === 'cjml'

  async function take(file: File) {
    if (busy) return
    const read = await choose(file)
    if (read?.kind !== 'drawings') return
    session.drawingFile.set(read.file)
    onClose()
  }
  useDroppedFile((file) => void take(file))
  // Once: the file is the dialog's reason to open.
  const begin = useEffectEvent(() => {
    if (dropped) void take(dropped)
  })
  useEffect(() => begin(), [])

  async function bringIn() {
    if (!isWhole || busy) return
    setBusy(true)
    const { file } = chosen
    const imported = await importWholeFile(workshop, { file, format: chosen.kind === 'cjml' ? 'cjml' : 'json', mode })
    setBusy(false)
    setAsking(false)
    if (!imported.ok) return refuse(file.name, imported.failure)
    session.refit.update((times) => times + 1)
    onClose()
  }

  function bringInOrAsk() {
    const { journeys, cards } = session.model.board
    const goes = journeys.size + cards.size + countDrawings(session.doc)
    if (mode === 'replace' && goes > 0) setAsking(true)
    else void bringIn()
  }

  if (chosen.kind === 'tables')
    return (
      <Suspense fallback={null}>
        <TableImport fileName={chosen.name} tables={chosen.tables} onBack={forget} onClose={onClose} />
      </Suspense>
    )
  if (asking) return <ReplaceQuestion busy={busy} onBack={() => setAsking(false)} onReplace={() => void bringIn()} />

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.files.importHeading}
      description={words.files.importLead}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="primary" busy={busy} disabled={!isWhole} onClick={bringInOrAsk}>
            {busy ? words.files.importing : words.files.importIt}
          </Button>
        </>
      }
    >
      <label className="import__file">
        <input
          className="visually-hidden"
          type="file"
          accept={fileEndings}
          disabled={busy}
          onChange={({ target }) => {
            const file = target.files?.[0]
            // The same file, mended, can be chosen again.
            target.value = ''
            if (file) void take(file)
          }}
        />
        <b>{nameOf(chosen) ?? words.files.choose}</b>
        <span role="status">{chosen.kind === 'reading' ? importWords.reading : words.files.kind}</span>
      </label>
      <Segmented
        label={words.files.mode}
        options={(['add', 'replace'] as const).map((value) => ({ value, label: words.files.modes[value] }))}
        value={mode}
        onValue={setMode}
      />
      <p className="import__note">{words.files.modeNotes[mode]}</p>
      {chosen.kind === 'cjml' && <CjmlPreview plan={chosen.plan} />}
      {chosen.kind === 'faulty' && <FileFaults faults={chosen.faults} />}
    </Dialog>
  )
}

function nameOf(chosen: ChosenFile): string | null {
  if (chosen.kind === 'none') return null
  return 'file' in chosen ? chosen.file.name : chosen.name
}
