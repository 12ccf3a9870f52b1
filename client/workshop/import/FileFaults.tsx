// Why a file does not come in, with every place that is wrong.
import { Strip } from '../../ui/Strip.tsx'
import { words } from '../../ui/words.ts'
import type { Faults } from './useChosenFile.ts'

export function FileFaults({ faults }: { faults: Faults }) {
  const { problems = [], sentence } = faults
  const places = problems.filter((problem) => !sentence.includes(problem.sentence))
  return (
    <div className="import__faults">
      <Strip tone="danger" boxed>
        {faults.sentence}
      </Strip>
      {/* Of a single one the sentence above says all. */}
      {places.length > 0 && <PlaceList places={places} />}
    </div>
  )
}

type Places = NonNullable<Faults['problems']>

export function PlaceList({ places }: { places: Places }) {
  return (
    <ul className="import__places">
      {places.map(({ line, column, sentence }) => (
        <li key={`${line}:${column} ${sentence}`}>
          <span className="tabular">{words.files.place(line, column)}</span> {sentence}
        </li>
      ))}
    </ul>
  )
}
