// Brings a workshop file in: added beside what is there, or in its place. A file with faults changes nothing, and every
// fault is listed with its line.
import './ImportDialog.css'
import { type ChangeEvent, useState } from 'react'
import { IMPORT_MAX_BYTES } from '../../shared/protocol/limits.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { type Failure, importFile } from '../connection/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Strip } from '../ui/Strip.tsx'
import { showToast } from '../ui/Toast.tsx'
import { words } from '../ui/words.ts'

type Mode = 'add' | 'replace'

export function ImportDialog({ workshop, onClose }: { workshop: JoinedWorkshop; onClose: () => void }) {
  const [mode, setMode] = useState<Mode>('add')
  const [file, setFile] = useState<File | null>(null)
  const [failure, setFailure] = useState<Pick<Failure, 'sentence' | 'problems'> | null>(null)
  const [busy, setBusy] = useState(false)

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0] ?? null
    const tooLarge = chosen !== null && chosen.size > IMPORT_MAX_BYTES
    setFile(tooLarge ? null : chosen)
    setFailure(tooLarge ? { sentence: words.files.tooLarge(IMPORT_MAX_BYTES / 1024 / 1024) } : null)
  }

  async function bringIn() {
    if (file === null || busy) return
    setBusy(true)
    setFailure(null)
    const imported = await importFile(workshop.workshopId, workshop.token, mode, await file.text())
    setBusy(false)
    if (imported.ok) {
      showToast(words.files.imported(imported.value.journeys, imported.value.cards))
      onClose()
    } else {
      setFailure(imported.failure)
    }
  }

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
          <Button look="primary" busy={busy} disabled={file === null} onClick={() => void bringIn()}>
            {busy ? words.files.importing : words.files.importIt}
          </Button>
        </>
      }
    >
      <label className="import__file">
        <input className="visually-hidden" type="file" accept=".json,application/json" onChange={choose} />
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
