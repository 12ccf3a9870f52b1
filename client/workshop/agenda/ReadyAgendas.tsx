// The ready-made agendas: choose a length, see the phases, take it. The first thing a facilitator without a plan meets.
import { useState } from 'react'
import { type AgendaLength, agendaLengths, readyAgenda } from '../../../shared/workshop/agendas.ts'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { PhaseList } from './PhaseList.tsx'

const words = agendaWords.dialog
const lengths = agendaLengths.map((length) => ({ value: `${length}` as const, label: words.lengths[length] }))

interface ReadyAgendasProps {
  busy: boolean
  /** Beside the button that takes it. */
  onUse: (phases: Phase[]) => void
  /** Absent: there is nothing to go back to. */
  onBack?: () => void
}

export function ReadyAgendas({ busy, onUse, onBack }: ReadyAgendasProps) {
  const [length, setLength] = useState<AgendaLength>(60)
  const phases = readyAgenda(length)
  return (
    <>
      <div className="agenda__lengths">
        <Segmented
          label={words.length}
          options={lengths}
          value={`${length}`}
          onValue={(value) => setLength(agendaLengths.find((one) => `${one}` === value) ?? length)}
        />
      </div>
      <PhaseList phases={phases} currentIndex={null} />
      <div className="dialog__buttons">
        {onBack && <Button onClick={onBack}>{words.back}</Button>}
        <Button look="primary" busy={busy} onClick={() => onUse(phases)}>
          {words.use}
        </Button>
      </div>
    </>
  )
}
