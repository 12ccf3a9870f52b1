// A link to the recap for those who were not there: they look on and write nothing.
import { useState } from 'react'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { issueLink } from '../connection/api.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { recapWords as words } from '../ui/recapWords.ts'

interface ShareLinkProps {
  workshop: JoinedWorkshop
  onRefused: (sentence: string | null) => void
}

/** Keys are not kept anywhere: each press makes a link of its own, which the list of links shows and can end. */
export function ShareLink({ workshop: { workshopId, token }, onRefused }: ShareLinkProps) {
  const [link, setLink] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function share() {
    setBusy(true)
    const issued = await issueLink(workshopId, token, 'viewer')
    setBusy(false)
    if (issued.ok) setLink(issued.value.link.replace(/#/, '/recap#'))
    onRefused(issued.ok ? null : issued.failure.sentence)
  }

  if (link !== null) return <CopyField label={words.shareLabel} text={link} primary />
  return (
    <Button look="primary" busy={busy} onClick={() => void share()}>
      {words.share}
    </Button>
  )
}
