// Takes the workshop home: every format with what it is for, what it leaves out and what can be chosen. Everybody may,
// viewers too. The files are made on the server; the dialog stays open until the browser has the file.
import './ExportDialog.css'
import { type ReactNode, useState } from 'react'
import { catalog, catalogEntry, type FormatEntry, type FormatName } from '../../../shared/export/catalog.ts'
import { IMPORT_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { exportWords as words } from '../../ui/exportWords.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { downloadFile } from '../downloadFile.ts'
import { FormatOptions } from './FormatOptions.tsx'
import { FormatRow } from './FormatRow.tsx'
import { LossLine } from './LossLine.tsx'
import { type ChosenOptions, optionsFor } from './optionsFor.ts'

/** One row stands for all tools that take work items. */
type Row = Exclude<FormatName, WorkItemFormat> | typeof WORK_ITEMS
type WorkItemFormat = 'jira' | 'azure-devops' | 'gitlab' | 'linear' | 'trello' | 'github'
const WORK_ITEMS = 'work-items'

type Progress =
  | { readonly state: 'choosing' | 'making' }
  | { readonly state: 'made'; readonly format: FormatName; readonly bytes: number }
  | { readonly state: 'refused'; readonly sentence: string }

const inGroup = (group: FormatEntry['group']): readonly FormatEntry[] =>
  catalog.filter((entry) => entry.group === group)
const tools = inGroup('Work items')

interface ExportDialogProps {
  /** Opens with what is selected on the canvas as a picture. */
  ofSelection?: boolean
  onClose: () => void
}

export function ExportDialog({ ofSelection = false, onClose }: ExportDialogProps) {
  const { workshop, selected } = useBoardSession()
  const { workshopId, token } = workshop
  // As it was when the dialog opened: what somebody deletes meanwhile leaves the selection on the canvas.
  const [selection] = useState(() => selected.get())
  const [row, setRow] = useState<Row>(ofSelection ? 'png' : 'pdf')
  const [tool, setTool] = useState<FormatName>('jira')
  const [options, setOptions] = useState<ChosenOptions>(ofSelection ? { selection: [...selection] } : {})
  const [progress, setProgress] = useState<Progress>({ state: 'choosing' })
  const format = row === WORK_ITEMS ? tool : row
  const isMaking = progress.state === 'making'

  /** What was said about the last file says nothing about the next. */
  function choose(change: () => void) {
    change()
    if (!isMaking) setProgress({ state: 'choosing' })
  }
  async function take() {
    if (isMaking) return
    setProgress({ state: 'making' })
    const download = await downloadFile(workshopId, token, format, optionsFor(format, options))
    setProgress(
      download.ok
        ? { state: 'made', format, bytes: download.bytes }
        : { state: 'refused', sentence: download.sentence },
    )
  }

  const rowOf = ({ name, label, what }: FormatEntry) => (
    <FormatRow
      key={name}
      label={label}
      note={what}
      chosen={row === name}
      onChoose={() => choose(() => setRow(name as Row))}
    >
      <LossLine format={name} />
      <FormatOptions
        format={name}
        selection={selection}
        options={options}
        onOptions={(changed) => choose(() => setOptions(changed))}
      />
    </FormatRow>
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.heading}
      description={words.lead}
      width={600}
      footer={
        <>
          <p className="export__progress" role="status">
            {progress.state === 'making' && words.making}
            {progress.state === 'made' && madeWords(progress.format, progress.bytes)}
          </p>
          <Button look="primary" busy={isMaking} onClick={() => void take()}>
            {words.download}
          </Button>
        </>
      }
    >
      {progress.state === 'refused' && (
        <div className="export__refusal">
          <Strip tone="danger" boxed>
            {progress.sentence}
          </Strip>
        </div>
      )}
      <Group title={words.groups.everybody}>
        <div className="export__recap">
          <div>
            <b>{words.recap}</b>
            <p>{words.recapNote}</p>
          </div>
          <LinkButton href={`/w/${encodeURIComponent(workshopId)}/recap`} target="_blank" rel="noopener">
            {words.recapOpen}
          </LinkButton>
        </div>
        {inGroup('For everybody').map(rowOf)}
      </Group>
      <Group title={words.groups.nextTool}>
        <FormatRow
          label={words.workItems}
          note={words.workItemsNote}
          chosen={row === WORK_ITEMS}
          onChoose={() => choose(() => setRow(WORK_ITEMS))}
        >
          <SelectField
            label={words.tool}
            options={tools.map(({ name, label }) => ({ value: name, label }))}
            value={tool}
            onValue={(value) => choose(() => setTool(value))}
          />
          <p className="export__what">{catalogEntry(tool).what}</p>
          <LossLine format={tool} />
        </FormatRow>
        {inGroup('For the next tool').map(rowOf)}
      </Group>
      <Group title={words.groups.keep}>{inGroup('To keep').map(rowOf)}</Group>
    </Dialog>
  )
}

/** Pictures can make the file that brings everything back larger than what comes back in. */
function madeWords(format: FormatName, bytes: number): string {
  const made = words.made(catalogEntry(format).label)
  const isTooLarge = format === 'json' && bytes > IMPORT_MAX_BYTES
  return isTooLarge ? `${made} ${words.tooLargeToImport(IMPORT_MAX_BYTES / 1024 / 1024)}` : made
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="export__group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
