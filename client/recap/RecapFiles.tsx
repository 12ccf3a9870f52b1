// What can be done with a recap: back to the board, print, take the files, and for facilitators a link for those who
// were not there. Not on paper.
import { lazy, Suspense, useState } from 'react'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { recapWords as words } from '../ui/recapWords.ts'
import { downloadFile } from '../workshop/downloadFile.ts'
import { exportFormats } from '../workshop/exportFormats.ts'

// Facilitators only.
const ShareLink = lazy(() => import('./ShareLink.tsx').then((module) => ({ default: module.ShareLink })))

export function RecapFiles({ workshop }: { workshop: JoinedWorkshop }) {
  const { workshopId, token, role } = workshop
  const [refusal, setRefusal] = useState<string | null>(null)
  const download = async (format: string) => setRefusal(await downloadFile(workshopId, token, format))
  return (
    <nav className="recap__bar-top" aria-label={words.files}>
      <LinkButton href={`/w/${encodeURIComponent(workshopId)}`}>{words.toBoard}</LinkButton>
      <Button onClick={() => print()}>{words.print}</Button>
      <span className="recap__formats" role="group" aria-label={words.download}>
        {exportFormats.map(({ format, label }) => (
          <Button key={format} look="quiet" size="small" onClick={() => void download(format)}>
            {label}
          </Button>
        ))}
      </span>
      {role === 'facilitator' && (
        <Suspense fallback={null}>
          <ShareLink workshop={workshop} onRefused={setRefusal} />
        </Suspense>
      )}
      <p className="recap__refusal" role="status">
        {refusal}
      </p>
    </nav>
  )
}
