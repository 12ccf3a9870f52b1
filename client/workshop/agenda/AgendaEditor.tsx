// The agenda while a facilitator changes it. Nothing counts before "Save"; the phase that is on stays, and what a
// private phase has promised stays.
import './agenda-editor.css'
import { useState } from 'react'
import { type Agenda, MAX_PHASES, type Phase } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import {
  addPhase,
  changePhase,
  type DraftPhase,
  emptyPhase,
  hasBegun,
  movePhase,
  phasePatterns,
  removePhase,
} from './agendaDraft.ts'
import { PhaseRow, type PhaseRowActions } from './PhaseRow.tsx'

const words = agendaWords.edit

interface AgendaEditorProps {
  agenda: Agenda
  draft: readonly DraftPhase[]
  /** Somebody tried to save what is not sound. */
  showsProblems: boolean
  onDraft: (draft: DraftPhase[]) => void
}

export function AgendaEditor({ agenda, draft, showsProblems, onDraft }: AgendaEditorProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const currentId = agenda.currentIndex === null ? null : agenda.phases[agenda.currentIndex]?.id

  function add(pattern: Phase) {
    const added = addPhase(draft, pattern)
    if (!added) return
    onDraft(added.draft)
    setOpenId(added.id)
  }

  const actions: PhaseRowActions = {
    onOpen: setOpenId,
    onChange: (phase) => onDraft(changePhase(draft, phase)),
    onRemove: (id) => onDraft(removePhase(draft, id)),
    onMove: (id, to) => {
      if (to < 0 || to >= draft.length) return
      const moved = movePhase(draft, id, to)
      onDraft(moved)
      keepFocus()
      const at = moved.findIndex((phase) => phase.id === id)
      setNews(words.moved(moved[at]?.name ?? '', at + 1, moved.length))
    },
  }
  return (
    <>
      <ol className="agenda-editor" aria-label={agendaWords.dialog.heading}>
        {draft.map((phase, at) => (
          <PhaseRow
            key={phase.id}
            phase={phase}
            at={at}
            isLast={at === draft.length - 1}
            isOpen={phase.id === openId}
            isCurrent={phase.id === currentId}
            isFixed={hasBegun(agenda, phase.id)}
            showsProblems={showsProblems}
            actions={actions}
          />
        ))}
      </ol>
      {draft.length < MAX_PHASES ? <AddPhaseMenu onAdd={add} /> : <p>{words.full(MAX_PHASES)}</p>}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </>
  )
}

/** A row that changes its place in the page loses the focus; it comes back once the rows are drawn. */
function keepFocus() {
  const focused = document.activeElement
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement) focused.focus()
  })
}

function AddPhaseMenu({ onAdd }: { onAdd: (pattern: Phase) => void }) {
  return (
    <Menu
      align="start"
      trigger={
        <Button size="small" icon={PlusIcon}>
          {words.addPhase}
        </Button>
      }
    >
      {phasePatterns().map((pattern) => (
        <MenuItem key={pattern.id} onSelect={() => onAdd(pattern)}>
          {pattern.name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => onAdd(emptyPhase())}>{words.emptyPhase}</MenuItem>
    </Menu>
  )
}
