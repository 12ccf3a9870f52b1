// A ballot for somebody in the room without a device: entered by the facilitator, counted like the others, and marked
// as entered for them. The same one can be corrected until the end.
import './helping.css'
import { useValue } from '@tldraw/state-react'
import { useId, useState } from 'react'
import { NAME_MAX_LENGTH } from '../../../../shared/protocol/limits.ts'
import { checkAllocation, type Round } from '../../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../../board/BoardSessionContext.tsx'
import { sendCommand } from '../../../connection/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CheckIcon, WarningIcon } from '../../../ui/icons.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import { words } from '../../../ui/words.ts'
import { useCandidates } from '../useCandidates.ts'
import { type EnteredProxy, recallProxies, rememberProxy } from './proxyMemory.ts'
import { ProxyDots } from './ProxyDots.tsx'

interface ProxyDialogProps {
  round: Round
  onClose: () => void
}

type Draft = Omit<EnteredProxy, 'proxyId' | 'receipt'> & { readonly proxyId: string | null }
const blank: Draft = { proxyId: null, name: '', department: '', allocation: {} }
const NEW = ''

const { help } = votingWords

export function ProxyDialog({ round, onClose }: ProxyDialogProps) {
  const session = useBoardSession()
  const { departments } = useValue(session.connection.workshop)
  const cards = useCandidates(session, round)
  const [entered, setEntered] = useState(() => recallProxies(round.id))
  const [draft, setDraft] = useState<Draft>(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const formId = useId()
  const check = checkAllocation(round, draft.allocation, new Set())
  const used = Object.values(draft.allocation).reduce((sum, dots) => sum + dots, 0)

  function change(next: Draft) {
    setDraft(next)
    setProblem(null)
    setReceipt(null)
  }

  async function enter() {
    if (busy) return
    if (!check.ok || used === 0) return setProblem(check.ok ? help.proxyEmpty : check.message)
    setBusy(true)
    const { workshopId, token } = session.workshop
    const { proxyId, name, department, allocation } = draft
    const who = { name: name.trim(), department }
    const order = { type: 'round.proxy', roundId: round.id, ...who, allocation: { ...allocation } } as const
    const answer = await sendCommand(workshopId, token, proxyId === null ? order : { ...order, proxyId })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.failure.sentence)
    const { proxyId: storedId = '', receipt: code = '' } = answer.value
    setEntered(rememberProxy(round.id, { ...who, allocation, proxyId: storedId, receipt: code }))
    setDraft(blank)
    setReceipt(code)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={help.proxyHeading}
      description={help.proxyLead}
      width={560}
      footer={
        <>
          <div className="proxy__said" role="status">
            {receipt !== null && (
              <p className="proxy__stored">
                <CheckIcon />
                <span>{help.proxyEntered(receipt)}</span>
              </p>
            )}
            {problem !== null && (
              <p className="field-error">
                <WarningIcon size={14} /> {problem}
              </p>
            )}
          </div>
          <Button onClick={onClose}>{words.common.close}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {draft.proxyId === null ? help.proxyEnter : help.proxyCorrect}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="proxy"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        {entered.length > 0 && (
          <SelectField
            label={help.proxyFor}
            options={[
              { value: NEW, label: help.proxyNew },
              ...entered.map((proxy) => ({ value: proxy.proxyId, label: labelOf(proxy) })),
            ]}
            value={draft.proxyId ?? NEW}
            onValue={(id) => change(entered.find(({ proxyId }) => proxyId === id) ?? blank)}
          />
        )}
        <div className="proxy__who">
          <TextField
            label={help.proxyName}
            value={draft.name}
            onValue={(name) => change({ ...draft, name })}
            maxLength={NAME_MAX_LENGTH}
            autoComplete="off"
          />
          <SelectField
            label={help.proxyDepartment}
            options={[
              { value: '', label: votingWords.opening.noDepartment },
              ...departments.map((name) => ({ value: name, label: name })),
            ]}
            value={draft.department}
            onValue={(department) => change({ ...draft, department })}
          />
        </div>
        <p className="proxy__left tabular">
          {votingWords.ballot.left(round.dotsPerPerson - used, round.dotsPerPerson)}
        </p>
        <ProxyDots
          cards={cards}
          round={round}
          allocation={draft.allocation}
          onAllocation={(allocation) => change({ ...draft, allocation })}
          onProblem={setProblem}
        />
      </form>
    </Dialog>
  )
}

function labelOf({ name, department, receipt }: EnteredProxy): string {
  return [name || help.proxyNameless, department, receipt].filter((part) => part !== '').join(', ')
}
