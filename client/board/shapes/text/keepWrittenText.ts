// The card was deleted while somebody wrote in it: their words are offered for copying instead of vanishing.
import { showToast } from '../../../ui/toasts.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { words } from '../../../ui/words.ts'

export function keepWrittenText(written: string): void {
  showToast(canvasWords.text.deletedWhileWriting, {
    tone: 'warn',
    action: {
      label: canvasWords.text.copy,
      run: () => {
        navigator.clipboard.writeText(written).then(
          () => showToast(words.common.copied),
          () => showToast(written, { tone: 'warn' }),
        )
      },
    },
  })
}
