import { canvasWords } from '../../ui/canvasWords.ts'

/** Takes a value back to "not set". */
export function ClearButton({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <button
      type="button"
      className="details-clear"
      aria-label={canvasWords.details.clearField(label)}
      onClick={onClear}
    >
      {canvasWords.details.clear}
    </button>
  )
}
