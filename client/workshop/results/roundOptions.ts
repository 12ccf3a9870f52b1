// Rounds to choose one of, the newest first.
import type { Round } from '../../../shared/workshop/rounds.ts'
import { resultWords } from '../../ui/resultWords.ts'

export function roundOptions(rounds: readonly Round[]): { readonly value: string; readonly label: string }[] {
  return rounds.toReversed().map(({ id, number, question }) => ({
    value: id,
    label: resultWords.roundName(number, question),
  }))
}
