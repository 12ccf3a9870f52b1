// Brings a file in. A workshop file is added beside what is there, or comes in its place; a table goes on to the choice of
// its columns. A file with faults changes nothing, and every fault is listed with its place.
import './ImportDialog.css'
import { type ChangeEvent, lazy, Suspense, useMemo, useState } from 'react'
import type { Table } from '../../../shared/import/table/Table.ts'
import { IMPORT_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { importFile, restoreSnapshot } from '../../connection/api.ts'
import type { Failure } from '../../connection/callServer.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { showToast } from '../../ui/toasts.ts'
import { words } from '../../ui/words.ts'

type Mode = 'add' | 'replace'

const TableImport = lazy(() => import('./TableImport.tsx').then((module) => ({ default: module.TableImport })))

export function ImportDialog({ workshop, onClose }: { workshop: JoinedWorkshop; onClose: () => void }) {
  const session = useBoardSession()
  const goes = useMemo(() => countBoard(session), [session])
  const [asking, setAsking] = useState(false)
  const [mode, setMode] = useState<Mode>('add')
  const [file, setFile] = useState<File | null>(null)
  const [failure, setFailure] = useState<Pick<Failure, 'sentence' | 'problems'> | null>(null)
  const [busy, setBusy] = useState(false)
  const [tables, setTables] = useState<{ readonly fileName: string; readonly tables: readonly Table[] } | null>(null)

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0] ?? null
    const tooLarge = chosen !== null && chosen.size > IMPORT_MAX_BYTES
    setFailure(tooLarge ? { sentence: words.files.tooLarge(IMPORT_MAX_BYTES / 1024 / 1024) } : null)
    if (chosen === null || tooLarge || isWorkshopFile(chosen)) setFile(tooLarge ? null : chosen)
    else if (isDrawingFile(chosen)) {
      session.drawingFile.set(chosen)
      onClose()
    } else void readTables(chosen)
  }

  async function readTables(chosen: File) {
    setFile(null)
    setBusy(true)
    // Reading tables is for those who bring one.
    const { readTableFile } = await import('../../../shared/import/table/readTableFile.ts')
    const read = await readTableFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()))
    setBusy(false)
    if (read.ok) setTables({ fileName: chosen.name, tables: read.tables })
    else setFailure({ sentence: `${read.sentence} ${words.files.nothingChanged}` })
  }

  async function bringIn() {
    if (file === null || busy) return
    setBusy(true)
    setFailure(null)
    const imported = await importFile(workshop.workshopId, workshop.token, mode, await file.text())
    setBusy(false)
    setAsking(false)
    if (imported.ok) {
      const { journeys, cards, before } = imported.value
      showToast(words.files.imported(journeys, cards), {
        action: { label: words.files.undo, run: () => void takeBack(workshop, before) },
      })
      session.refit.update((times) => times + 1)
      onClose()
    } else {
      setFailure(imported.failure)
    }
  }

  if (tables !== null)
    return (
      <Suspense fallback={null}>
        <TableImport {...tables} onBack={() => setTables(null)} onClose={onClose} />
      </Suspense>
    )
  if (asking)
    return <ReplaceQuestion goes={goes} busy={busy} onBack={() => setAsking(false)} onReplace={() => void bringIn()} />
  const mustAsk = mode === 'replace' && goes.journeys + goes.cards + goes.drawings > 0

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
          <Button
            look="primary"
            busy={busy}
            disabled={file === null}
            onClick={() => (mustAsk ? setAsking(true) : void bringIn())}
          >
            {busy ? words.files.importing : words.files.importIt}
          </Button>
        </>
      }
    >
      <label className="import__file">
        <input className="visually-hidden" type="file" accept={fileEndings} onChange={choose} />
        <b>{file?.name ?? words.files.choose}</b>
        <span>{words.files.kind}</span>
      </label>
      <Segmented
        label={words.files.mode}
        options={(['add', 'replace'] as const).map((value) => ({ value, label: words.files.modes[value] }))}
        value={mode}
        onValue={setMode}
      />
      <p className="import__note">{words.files.modeNotes[mode]}</p>
      {failure !== null && <Faults failure={failure} />}
    </Dialog>
  )
}

/** What can be chosen; `readTableFile` says of others what they are. */
const fileEndings = '.json,.csv,.tsv,.txt,.xlsx,.xls,.md,.tldr'

const isDrawingFile = ({ name }: File): boolean => name.toLowerCase().endsWith('.tldr')
const isWorkshopFile = ({ name }: File): boolean => name.toLowerCase().endsWith('.json')

interface BoardCount {
  readonly journeys: number
  readonly cards: number
  readonly drawings: number
}

/** As the board is when the dialog opens; what a drawing is made of (bindings, assets) is not counted. */
function countBoard({ model, doc }: BoardSession): BoardCount {
  const { journeys, cards } = model.board
  const drawings = [...doc.getMap('drawings').keys()].filter((id) => id.startsWith('shape:')).length
  return { journeys: journeys.size, cards: cards.size, drawings }
}

async function takeBack({ workshopId, token }: JoinedWorkshop, sid: number): Promise<void> {
  const restored = await restoreSnapshot(workshopId, token, sid)
  if (restored.ok) showToast(words.files.undone)
  else showToast(restored.failure.sentence, { tone: 'warn' })
}

interface ReplaceQuestionProps {
  goes: BoardCount
  busy: boolean
  onBack: () => void
  onReplace: () => void
}

/** Everybody's work goes: asked with numbers, and with the way back. */
function ReplaceQuestion({ goes, busy, onBack, onReplace }: ReplaceQuestionProps) {
  return (
    <Dialog
      open
      onOpenChange={onBack}
      title={words.files.replaceHeading}
      description={words.files.replaceGoes(goes.journeys, goes.cards, goes.drawings)}
      width={440}
      footer={
        <>
          <Button onClick={onBack}>{words.files.back}</Button>
          <Button look="danger" busy={busy} onClick={onReplace}>
            {busy ? words.files.importing : words.files.replaceIt}
          </Button>
        </>
      }
    >
      <p>{words.files.replaceBack}</p>
    </Dialog>
  )
}

function Faults({ failure }: { failure: Pick<Failure, 'sentence' | 'problems'> }) {
  return (
    <div className="import__faults">
      <Strip tone="danger" boxed>
        {failure.sentence}
      </Strip>
      {failure.problems !== undefined && (
        <ul>
          {failure.problems.map(({ line, column, sentence }) => (
            <li key={`${line}:${column} ${sentence}`}>
              <span className="tabular">{words.files.place(line, column)}</span> {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
