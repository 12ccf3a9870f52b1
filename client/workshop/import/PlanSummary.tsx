// What the import would do, and every row it does not understand, by row and column as the spreadsheet names them.
import type { TableProblem } from '../../../shared/import/table/planCards.ts'
import { importWords as words } from '../../ui/importWords.ts'

/** Nobody reads more at once; the number is said. */
const SHOWN = 100

export function PlanSummary({ summary, problems }: { summary: string; problems: readonly TableProblem[] }) {
  return (
    <div className="import__plan">
      <p role="status">
        <b>{summary}</b>
      </p>
      {problems.length > 0 && (
        <details open={problems.length <= 10}>
          <summary>{words.problems(problems.length)}</summary>
          <ul className="import__problems">
            {problems.slice(0, SHOWN).map(({ row, column, sentence }) => (
              <li key={`${row} ${column} ${sentence}`}>
                <span className="tabular">{words.where(row, column)}</span> {sentence}
              </li>
            ))}
            {problems.length > SHOWN && <li>{words.more(problems.length - SHOWN)}</li>}
          </ul>
        </details>
      )}
    </div>
  )
}
