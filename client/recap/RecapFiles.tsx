// What can be done with a recap: back to the board, print, take the files, and for facilitators a link for those who
// were not there. Not on paper.
import { lazy, Suspense, useState } from 'react'
import { catalogEntry, type FormatName } from '../../shared/export/catalog.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { recapWords as words } from '../ui/recapWords.ts'
import { downloadFile } from '../workshop/downloadFile.ts'

// Facilitators only.
const ShareLink = lazy(() => import('./ShareLink.tsx').then((module) => ({ default: module.ShareLink })))

/** The short list; the board's dialog has all of them. */
const formats = ['pdf', 'pptx', 'xlsx', 'csv', 'json'] as const

export function RecapFiles({ workshop }: { workshop: JoinedWorkshop }) {
  const { workshopId, token, role } = workshop
  const [refusal, setRefusal] = useState<string | null>(null)
  async function download(format: FormatName): Promise<void> {
    const taken = await downloadFile(workshopId, token, format)
    setRefusal(taken.ok ? null : taken.sentence)
  }
  return (
    <nav className="recap__bar-top" aria-label={words.files}>
      <LinkButton href={`/w/${encodeURIComponent(workshopId)}`}>{words.toBoard}</LinkButton>
      <Button onClick={() => print()}>{words.print}</Button>
      <span className="recap__formats" role="group" aria-labelledby="recap-download">
        <b id="recap-download">{words.download}</b>
        {formats.map((format) => (
          <Button key={format} look="quiet" size="small" onClick={() => void download(format)}>
            {catalogEntry(format).label}
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
