// The published list as a file: all that a recount by other means needs, and nothing that is not on the screen.
import type { RoundResult } from '../../../shared/workshop/results.ts'

export function downloadBallots(result: RoundResult): void {
  const { round } = result
  const text = JSON.stringify(result, null, 2)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `ballots-round-${round.number}.json`
  link.click()
  // The click has begun to read it; a later step of the event loop may let it go.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
