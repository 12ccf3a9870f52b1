// What the server did not take: listed with its text, to be copied and put where it is allowed. Nothing leaves this
// list unless the person removes it.
import './KeptAside.css'
import { useValue } from '@tldraw/state-react'
import { connectionWords } from '../ui/connectionWords.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, CopyIcon } from '../ui/icons.tsx'
import { showToast } from '../ui/toasts.ts'
import { words as pageWords } from '../ui/words.ts'
import type { Connection } from './Connection.ts'
import type { KeptAside as KeptAsideRecord } from './keptAsideRecords.ts'

const words = connectionWords.keptAside

interface KeptAsideProps {
  connection: Connection
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function KeptAside({ connection, open, onOpenChange }: KeptAsideProps) {
  const records = useValue(connection.keptAside)
  const remove = (removed: readonly KeptAsideRecord[]) => {
    connection.removeKeptAside(removed.map((record) => record.id))
    if (removed.length === records.length) onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.heading}
      description={words.lead}
      footer={
        <>
          <Button look="plain" icon={CopyIcon} onClick={() => void copyText(records.map(asText).join('\n\n'))}>
            {words.copyAll}
          </Button>
          <Button look="quiet" onClick={() => remove(records)}>
            {words.removeAll}
          </Button>
        </>
      }
    >
      <ul className="kept-aside">
        {records.map((record) => (
          <li key={record.id} className="kept-aside__record">
            <div>
              <p className="kept-aside__what">{record.what}</p>
              <p className="kept-aside__text">{record.text === '' ? words.noText : record.text}</p>
              <p className="kept-aside__why">{record.sentence}</p>
            </div>
            {record.text !== '' && (
              <IconButton label={words.copy} icon={CopyIcon} onClick={() => void copyText(record.text)} />
            )}
            <IconButton label={words.remove} icon={CloseIcon} onClick={() => remove([record])} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function asText({ what, text }: KeptAsideRecord): string {
  return text === '' ? what : `${what}\n${text}`
}

async function copyText(text: string) {
  try {
    await navigator.clipboard.writeText(text)
    showToast(words.copied)
  } catch {
    // No permission, or plain http: the text stays selectable.
    showToast(pageWords.common.copyFailed, { tone: 'warn' })
  }
}
