// The published list as a file: all that a recount by other means needs, and nothing that is not on the screen.
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { handOverFile } from '../handOverFile.ts'

export function downloadBallots(result: RoundResult): void {
  const { round } = result
  const text = JSON.stringify(result, null, 2)
  handOverFile(new Blob([text], { type: 'application/json' }), `ballots-round-${round.number}.json`)
}
