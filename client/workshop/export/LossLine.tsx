// What a file leaves out, in one line; a long list shows its beginning and opens.
import { describeLosses, lossesOf } from '../../../shared/export/losses.ts'
import type { FormatName } from '../../../shared/export/catalog.ts'
import { exportWords as words } from '../../ui/exportWords.ts'

/** So many are read at a glance. */
const FIRST = 3

export function LossLine({ format }: { format: FormatName }) {
  const losses = lossesOf(format)
  if (losses === null) return <p className="export__losses">{words.nothingLost}</p>
  const { isMost, told } = losses
  if (isMost || told.length <= FIRST + 1) return <p className="export__losses">{describeLosses(format)}</p>
  return (
    // Anew for each format: what was opened for one says nothing about the next.
    <details key={format} className="export__losses">
      <summary>{words.notInIt(told.slice(0, FIRST).join(', '), told.length - FIRST)}</summary>
      <p>{words.alsoNotInIt(told.slice(FIRST).join(', '))}</p>
    </details>
  )
}
